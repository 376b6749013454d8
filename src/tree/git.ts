import { execFile, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { Change } from './change.js';
import { folderTree } from './folder.js';
import { parseDiff } from './diff.js';
import type { Content, Tree, TreeEntry } from './tree.js';

/** What the reviewer asks of a local git repository. Nothing is ever checked out or written. */
export interface GitRepository {
  /** Absolute path of the work tree. */
  readonly top: string;
  /** Whether objects may be missing that git would fetch when they are asked for: nothing is fetched here. */
  isPartial(): Promise<boolean>;
  /** The commit that a revision names, or undefined when it is not there. */
  resolve(revision: string): Promise<string | undefined>;
  /** The best common ancestor, or undefined when the history at hand does not have it (a shallow clone). */
  mergeBase(a: string, b: string): Promise<string | undefined>;
  tree(commit: string): Tree;
  /** Tracked and untracked files that are not ignored, as they are on disk. */
  workingTree(): Promise<Tree>;
  /** From a commit to another one, or to the working tree. */
  changes(from: string, to: string | null): Promise<readonly Change[]>;
}

/** A git failure that a person can act on. */
export class GitError extends Error {}

/** Names in `git` output are bytes; quoting is switched off so that they come as they are. */
const settings = ['-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];
const partialClone = '^(extensions\\.partialclone|remote\\..*\\.promisor)$';
const outputLimit = 512 * 1024 * 1024;

/** The repository that a folder belongs to; undefined when there is none, or no git. */
export async function openGit(folder: string): Promise<GitRepository | undefined> {
  const top = await run(folder, ['rev-parse', '--show-toplevel']).catch(() => undefined);
  return top === undefined ? undefined : repository(resolve(top.trimEnd()));
}

function repository(top: string): GitRepository {
  const git = (...args: readonly string[]): Promise<string> => run(top, args);
  const optional = (...args: readonly string[]): Promise<string | undefined> =>
    git(...args).then(
      (text) => text.trim() || undefined,
      () => undefined,
    );
  return {
    top,
    isPartial: async () => (await optional('config', '--get-regexp', partialClone)) !== undefined,
    resolve: (revision) => optional('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`),
    mergeBase: (a, b) => optional('merge-base', '--', a, b),
    tree: (commit) => commitTree(top, commit),
    workingTree: async () =>
      folderTree(top, split(await git('ls-files', '-z', '--cached', '--others', '--exclude-standard'))),
    changes: async (from, to) => {
      const range = to === null ? [from] : [from, to];
      const diff = await git('diff', '--no-color', '--no-ext-diff', '--no-textconv', '-M', '-U3', ...range, '--');
      if (to !== null) return parseDiff(diff);
      const untracked = split(await git('ls-files', '-z', '--others', '--exclude-standard'));
      return [...parseDiff(diff), ...untracked.map(untrackedFile)];
    },
  };
}

function commitTree(top: string, commit: string): Tree {
  return {
    revision: commit,
    entries: async () =>
      split(await run(top, ['ls-tree', '-r', '-z', '--long', '--full-tree', commit])).flatMap(parseEntry),
    read: (paths) => readBlobs(top, commit, paths),
  };
}

/** `<mode> <type> <object> <size>\t<path>` */
function parseEntry(line: string): TreeEntry[] {
  const found = /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t([^]*)$/.exec(line);
  if (!found) return [];
  const [, mode = '', type, identity = '', size = '', path = ''] = found;
  if (type === 'commit') return [{ path, kind: 'submodule', identity }];
  return [{ path, kind: mode === '120000' ? 'symlink' : 'file', identity, size: Number(size) }];
}

/** All blobs through one `cat-file --batch`: `<object> <type> <size>\n<bytes>\n`, or `<name> missing\n`. */
async function readBlobs(top: string, commit: string, paths: readonly string[]): Promise<ReadonlyMap<string, Content>> {
  // A line break in a name would end the request: such a file is not asked for.
  const askable = paths.filter((path) => !path.includes('\n'));
  const output = await batch(top, askable.map((path) => `${commit}:${path}\n`).join(''));
  const contents = new Map<string, Content>();
  let at = 0;
  for (const path of askable) {
    const end = output.indexOf(10, at);
    const header = output.toString('utf8', at, end);
    at = end + 1;
    const size = /^[0-9a-f]+ blob (\d+)$/.exec(header)?.[1];
    if (size === undefined) continue;
    contents.set(path, { bytes: output.subarray(at, at + Number(size)) });
    at += Number(size) + 1;
  }
  return contents;
}

function batch(top: string, input: string): Promise<Buffer> {
  return new Promise((done, fail) => {
    const child = spawn('git', [...settings, 'cat-file', '--batch'], {
      ...{ cwd: top, env: environment() },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) done(Buffer.concat(chunks));
      else fail(new GitError(`git cat-file ended with ${String(code)}`));
    });
    child.stdin.on('error', fail);
    child.stdin.end(input);
  });
}

function run(folder: string, args: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    const options = { cwd: folder, env: environment(), maxBuffer: outputLimit };
    execFile('git', [...settings, ...args], options, (error, stdout, stderr) => {
      if (error) fail(new GitError(`git ${args[0] ?? ''} failed: ${stderr.trim().split('\n')[0] ?? error.message}`));
      else done(stdout);
    });
  });
}

/** Without the action's inputs, which hold the token; and nothing is fetched, locked or asked. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^INPUT_/i.test(name));
  return {
    ...Object.fromEntries(kept),
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
  };
}

function split(text: string): string[] {
  return text.split('\0').filter((part) => part !== '');
}

/** Every line of an untracked file is new; its length is not worth reading it here. */
function untrackedFile(path: string): Change {
  return { path, status: 'added', hunks: undefined };
}
