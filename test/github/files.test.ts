import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync, mkdirSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../src/github/errors.js';
import { writeRequested } from '../../src/github/files.js';

let top: string;
let workspace: string;

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'aks-privacy-'));
  workspace = join(top, 'workspace');
  mkdirSync(workspace);
});

afterEach(() => rmSync(top, { recursive: true, force: true }));

test('a file in the workspace, with its folders', async () => {
  const path = await writeRequested(workspace, 'out/report.json', '{}');
  expect(path).toBe(join(workspace, 'out', 'report.json'));
  expect(readFileSync(path, 'utf8')).toBe('{}');
});

test('an absolute path, as the runner has for temporary files', async () => {
  const path = await writeRequested(workspace, join(top, 'x.sarif'), '{}');
  expect(readFileSync(path, 'utf8')).toBe('{}');
});

test('a symbolic link of the pull request is replaced, not followed', async () => {
  writeFileSync(join(top, 'victim'), 'untouched');
  symlinkSync(join(top, 'victim'), join(workspace, 'report.json'));
  await writeRequested(workspace, 'report.json', '{}');
  expect(readFileSync(join(top, 'victim'), 'utf8')).toBe('untouched');
  expect(readFileSync(join(workspace, 'report.json'), 'utf8')).toBe('{}');
});

test('a folder that is a link out of the workspace is refused', async () => {
  mkdirSync(join(top, 'elsewhere'));
  symlinkSync(join(top, 'elsewhere'), join(workspace, 'out'));
  await expect(writeRequested(workspace, 'out/report.json', '{}')).rejects.toThrow(UserError);
  expect(existsSync(join(top, 'elsewhere', 'report.json'))).toBe(false);
});

test('a path that leaves the workspace is refused', async () => {
  await expect(writeRequested(workspace, '../report.json', '{}')).rejects.toThrow('leaves the workspace');
});
