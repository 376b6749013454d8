import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openGit } from '../../src/tree/git.js';
import type { GitRepository } from '../../src/tree/git.js';
import { folderTree } from '../../src/tree/folder.js';
import type { Content, Tree } from '../../src/tree/tree.js';

let folder: string;

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    cwd: folder,
    encoding: 'utf8',
  }).trim();
const commit = (): string => {
  git('add', '-A');
  git('commit', '-q', '-m', 'change');
  return git('rev-parse', 'HEAD');
};
const text = (content: Content | undefined): string | undefined =>
  content && 'bytes' in content ? new TextDecoder().decode(content.bytes) : JSON.stringify(content);
const readAll = async (tree: Tree, ...paths: readonly string[]): Promise<readonly (string | undefined)[]> => {
  const contents = await tree.read(paths);
  return paths.map((path) => text(contents.get(path)));
};

async function repository(): Promise<GitRepository> {
  const found = await openGit(folder);
  if (!found) throw new Error('no repository');
  return found;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tree-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a git repository', () => {
  beforeEach(() => {
    git('init', '-q', '-b', 'main');
  });

  test('a partial clone is known as one', async () => {
    write('a.yaml', 'one\n');
    commit();
    expect(await (await repository()).isPartial()).toBe(false);
    git('config', 'remote.origin.promisor', 'true');
    expect(await (await repository()).isPartial()).toBe(true);
  });

  test('lists a commit with kinds and identities, and reads many files at once', async () => {
    write('a.yaml', 'one\n');
    write('deep/b ü.tf', 'two');
    symlinkSync('a.yaml', join(folder, 'link.yaml'));
    const tree = (await repository()).tree(commit());
    const entries = await tree.entries();
    expect(entries.map(({ path, kind, size }) => [path, kind, size])).toEqual([
      ['a.yaml', 'file', 4],
      ['deep/b ü.tf', 'file', 3],
      ['link.yaml', 'symlink', 6],
    ]);
    expect(entries[0]?.identity).toBe(git('rev-parse', 'HEAD:a.yaml'));
    expect(await readAll(tree, 'deep/b ü.tf', 'missing', 'a.yaml')).toEqual(['two', undefined, 'one\n']);
  });

  test('finds the merge base, and says when a commit is not there', async () => {
    write('a', '1');
    const root = commit();
    git('checkout', '-q', '-b', 'topic');
    write('b', '1');
    const topic = commit();
    git('checkout', '-q', 'main');
    write('c', '1');
    const main = commit();
    const found = await repository();
    expect(await found.mergeBase(main, topic)).toBe(root);
    expect(await found.resolve('topic')).toBe(topic);
    expect(await found.resolve('0000000000000000000000000000000000000000')).toBeUndefined();
    expect(await found.resolve('--upload-pack=evil')).toBeUndefined();
  });

  test('tells changes with renames, and new files of the working tree that are not ignored', async () => {
    write('old.tf', 'resource "a" "b" {\n  c = 1\n  d = 2\n  e = 3\n}\n');
    write('.gitignore', 'secret.tfvars\n');
    const before = commit();
    git('mv', 'old.tf', 'new.tf');
    write('new.tf', 'resource "a" "b" {\n  c = 1\n  d = 2\n  e = 4\n}\n');
    const after = commit();
    write('untracked.yaml', 'a: 1\n');
    write('secret.tfvars', 'x = 1\n');
    const found = await repository();
    expect(await found.changes(before, after)).toEqual([
      expect.objectContaining({ path: 'new.tf', previousPath: 'old.tf', status: 'renamed' }),
    ]);
    expect((await found.changes(before, null)).map(({ path, status }) => [path, status])).toEqual([
      ['new.tf', 'renamed'],
      ['untracked.yaml', 'added'],
    ]);
    const paths = (await (await found.workingTree()).entries()).map(({ path }) => path);
    expect(paths.sort()).toEqual(['.gitignore', 'new.tf', 'untracked.yaml']);
  });
});

test('a folder that is no repository has none', async () => {
  expect(await openGit(folder)).toBeUndefined();
});

describe('a plain folder', () => {
  test('is walked without tool folders, and symlinks are not followed', async () => {
    write('k8s/web.yaml', 'kind: Service\n');
    write('node_modules/x/y.yaml', 'kind: Service\n');
    write('.terraform/modules/m/main.tf', '');
    symlinkSync('/etc', join(folder, 'etc'));
    const tree = folderTree(folder);
    expect((await tree.entries()).map(({ path, kind }) => [path, kind]).sort()).toEqual([
      ['etc', 'symlink'],
      ['k8s/web.yaml', 'file'],
    ]);
    expect(await readAll(tree, 'k8s/web.yaml')).toEqual(['kind: Service\n']);
    expect(await readAll(tree, 'etc')).toEqual(['{"problem":"could not be read: it is not a regular file"}']);
  });
});
