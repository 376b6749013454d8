import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { revisions } from '../../src/cli/revisions.js';
import type { RevisionArguments, Revisions } from '../../src/cli/revisions.js';
import { decode } from '../../src/syntax/decode.js';
import { commitAll, git, inFolder, writeFiles } from './run.js';

function look(folder: string, args: Partial<RevisionArguments> = {}): Promise<Revisions> {
  return revisions({ path: '.', ...args }, folder, decode);
}

async function paths({ head }: Revisions): Promise<string[]> {
  return (await head.entries()).map(({ path }) => path).sort();
}

/** A repository with a commit on main, one on a branch, and an edit that is not committed. */
function repository(folder: string): { readonly first: string; readonly second: string } {
  git(folder, 'init', '-q', '-b', 'main');
  writeFiles(folder, { 'k8s/a.yaml': 'a: 1\n', '.gitignore': 'out/\n' });
  const first = commitAll(folder, 'first');
  git(folder, 'checkout', '-q', '-b', 'topic');
  writeFiles(folder, { 'k8s/a.yaml': 'a: 2\n' });
  const second = commitAll(folder, 'second');
  git(folder, 'checkout', '-q', 'main');
  writeFiles(folder, { 'main.yaml': 'only: main\n' });
  commitAll(folder, 'main moves on');
  git(folder, 'checkout', '-q', 'topic');
  writeFiles(folder, { 'k8s/a.yaml': 'a: 3\n', 'k8s/new.yaml': 'b: 1\n', 'out/built.yaml': 'c: 1\n' });
  return { first, second };
}

test('a plain folder is audited', async () => {
  await inFolder(async (folder) => {
    writeFiles(folder, { 'a/b.yaml': 'x' });
    const found = await look(folder);
    expect(found).toMatchObject({ base: null, changes: [], prefix: '' });
    expect(await paths(found)).toEqual(['a/b.yaml']);
  });
});

test('two folders are compared', async () => {
  await inFolder(async (folder) => {
    writeFiles(folder, { 'old/a.yaml': 'a', 'new/a.yaml': 'b', 'new/c.yaml': 'c' });
    const found = await look(folder, { path: 'new', base: 'old' });
    expect(found.base).not.toBeNull();
    expect(found.changes.map(({ path, status }) => [path, status])).toEqual([
      ['a.yaml', 'modified'],
      ['c.yaml', 'added'],
    ]);
    await expect(look(folder, { path: 'new', base: 'old', head: 'main' })).rejects.toThrow('--head names a revision');
  });
});

test('the working tree is compared with the merge base', async () => {
  await inFolder(async (folder) => {
    const { first } = repository(folder);
    const found = await look(folder, { base: 'main' });
    expect(found.base?.revision).toBe(first);
    expect(found.head.revision).toBeNull();
    expect(found.changes.map(({ path, status }) => [path, status])).toEqual([
      ['k8s/a.yaml', 'modified'],
      ['k8s/new.yaml', 'added'],
    ]);
    expect(await paths(found)).toEqual(['.gitignore', 'k8s/a.yaml', 'k8s/new.yaml']);
  });
});

test('a range of commits is compared', async () => {
  await inFolder(async (folder) => {
    const { first, second } = repository(folder);
    const found = await look(folder, { base: 'main', head: 'topic' });
    expect([found.base?.revision, found.head.revision]).toEqual([first, second]);
    expect(found.changes.map(({ path }) => path)).toEqual(['k8s/a.yaml']);
  });
});

test('a folder inside of a repository narrows the review, not what can be read', async () => {
  await inFolder(async (folder) => {
    repository(folder);
    const found = await look(folder, { path: 'k8s' });
    expect(found.prefix).toBe('k8s');
    expect(await paths(found)).toContain('.gitignore');
    expect((await look(join(folder, 'k8s'), { base: 'main' })).prefix).toBe('k8s');
  });
});

test('a folder that git ignores is reviewed as a plain folder', async () => {
  await inFolder(async (folder) => {
    repository(folder);
    const found = await look(folder, { path: 'out' });
    expect(found.prefix).toBe('');
    expect(await paths(found)).toEqual(['built.yaml']);
  });
});

test('a branch goes before a folder of the same name, unless the folder is written as one', async () => {
  await inFolder(async (folder) => {
    repository(folder);
    writeFiles(folder, { 'main/a.yaml': 'x' });
    expect((await look(folder, { base: 'main' })).base?.revision).not.toBeNull();
    expect((await look(folder, { base: './main' })).base?.revision).toBeNull();
  });
});

test('a revision that is not there is wrong use; missing history can not be finished', async () => {
  await inFolder(async (folder) => {
    repository(folder);
    await expect(look(folder, { base: 'nope' })).rejects.toThrow(/^--base nope is no revision of /);
    await expect(look(folder, { base: '--help' })).rejects.toThrow(/^--base --help is no revision of /);
    git(folder, 'checkout', '-q', '-f', '--orphan', 'alone');
    commitAll(folder, 'alone');
    await expect(look(folder, { base: 'main' })).rejects.toThrow('no common ancestor with main');
  });
});

test('a repository without a commit can be audited', async () => {
  await inFolder(async (folder) => {
    git(folder, 'init', '-q');
    mkdirSync(join(folder, 'k8s'));
    writeFiles(folder, { 'k8s/a.yaml': 'a' });
    expect(await paths(await look(folder))).toEqual(['k8s/a.yaml']);
  });
});
