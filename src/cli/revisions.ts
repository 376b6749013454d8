/** Which two trees `review` compares: a folder alone, a folder with a folder, or revisions of a git repository. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Change } from '../tree/change.js';
import { compareTrees } from '../tree/compare.js';
import { folderTree } from '../tree/folder.js';
import type { GitRepository } from '../tree/git.js';
import { openGit } from '../tree/git.js';
import type { Decoder } from '../tree/source-cache.js';
import type { Tree } from '../tree/tree.js';
import { UnfinishedError, UsageError } from './errors.js';

export interface Revisions {
  readonly base: Tree | null;
  readonly head: Tree;
  readonly changes: readonly Change[];
  /** The part of the trees that is reviewed, `/`-separated; `''`: all of it. */
  readonly prefix: string;
}

export interface RevisionArguments {
  readonly path: string;
  readonly base?: string;
  readonly head?: string;
}

/** @param folder absolute path that all others are relative to */
export async function revisions(args: RevisionArguments, folder: string, decode: Decoder): Promise<Revisions> {
  const path = folderAt(folder, args.path, 'Give the folder to review, or nothing for this one');
  const git = await gitOf(path, args, folder);
  if (git) return gitRevisions(git, path, args);
  if (args.head !== undefined) {
    throw new UsageError(
      args.base === undefined || !isFolder(resolve(folder, args.base))
        ? `${args.path} is not in a git repository, so --head names nothing`
        : '--head names a revision, and --base is a folder',
      'Leave --head out: PATH is the head',
    );
  }
  if (args.base === undefined) return { base: null, head: folderTree(path), changes: [], prefix: '' };
  const basePath = folderAt(folder, args.base, 'Without a git repository --base is a folder to compare with');
  const [base, head] = [folderTree(basePath), folderTree(path)];
  return { base, head, changes: await compareTrees(base, head, decode), prefix: '' };
}

function folderAt(folder: string, path: string, hint: string): string {
  const found = resolve(folder, path);
  if (!existsSync(found)) throw new UsageError(`there is no folder ${path}`, hint);
  if (!isFolder(found)) throw new UsageError(`${path} is not a folder`, `${hint}; --only narrows it to files`);
  return realpathSync(found);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The repository to compare in; undefined when folders are meant, or there is none. */
async function gitOf(path: string, { base }: RevisionArguments, folder: string): Promise<GitRepository | undefined> {
  if (base === undefined || !isFolder(resolve(folder, base))) return openGit(path);
  // A folder is meant, unless its name alone is also that of a branch: `./name` is then the folder.
  if (isAbsolute(base) || /[/\\]|^\.+$/.test(base)) return undefined;
  const git = await openGit(path);
  return git && (await git.resolve(base)) !== undefined ? git : undefined;
}

async function gitRevisions(git: GitRepository, path: string, args: RevisionArguments): Promise<Revisions> {
  const prefix = relative(realpathSync(git.top), path).split(sep).join('/');
  const headCommit = args.head === undefined ? null : await commit(git, args.head, '--head');
  const head = headCommit === null ? await workingTree(git, path, prefix) : { tree: git.tree(headCommit), prefix };
  if (args.base === undefined) return { base: null, head: head.tree, changes: [], prefix: head.prefix };
  const baseCommit = await commit(git, args.base, '--base');
  const from = await git.mergeBase(baseCommit, headCommit ?? (await commit(git, 'HEAD', '--head')));
  if (from === undefined) {
    throw new UnfinishedError(
      `the history here has no common ancestor with ${args.base}`,
      'Fetch more of it: git fetch --unshallow',
    );
  }
  const tree = headCommit === null ? await git.workingTree() : head.tree;
  return { base: git.tree(from), head: tree, changes: await git.changes(from, headCommit), prefix };
}

/** The working tree of a repository; a folder that git ignores is reviewed as a plain folder, since a person asked for it. */
async function workingTree(
  git: GitRepository,
  path: string,
  prefix: string,
): Promise<{ readonly tree: Tree; readonly prefix: string }> {
  const tree = await git.workingTree();
  if (prefix === '') return { tree, prefix };
  const known = (await tree.entries()).some((entry) => entry.path.startsWith(`${prefix}/`));
  return known ? { tree, prefix } : { tree: folderTree(path), prefix: '' };
}

async function commit(git: GitRepository, revision: string, option: string): Promise<string> {
  const found = await git.resolve(revision);
  if (found !== undefined) return found;
  throw new UsageError(
    `${option} ${revision} is no revision of ${git.top}`,
    option === '--base' ? 'Fetch it first, or give a folder' : 'Fetch it first',
  );
}
