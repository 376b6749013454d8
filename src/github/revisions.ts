/** Base, head and what differs: from the checkout's git when it has both commits, else from the API. */
import type { Octokit } from '@octokit/rest';
import type { Change } from '../tree/change.js';
import type { GitRepository } from '../tree/git.js';
import { githubTrees } from '../tree/github.js';
import type { Tree } from '../tree/tree.js';
import type { ChangeList, ListedChange } from './changes.js';
import { changesBetween, compareCommits, pullRequestChanges } from './changes.js';
import type { Target } from './context.js';
import { refusal } from './errors.js';
import { gitObjects } from './objects.js';

export interface Revisions {
  readonly base: Tree | null;
  readonly head: Tree;
  readonly changes: readonly Change[];
  /** What could not be found out, a sentence each. */
  readonly problems: readonly string[];
  readonly source: 'git' | 'api';
}

export interface RevisionOptions {
  readonly isLikely: (path: string) => boolean;
  readonly sizeLimit: number;
}

/**
 * @param git the checkout, when there is one
 * @throws what the client throws when GitHub does not give the commits
 */
export async function openRevisions(
  target: Target,
  octokit: Octokit,
  git: GitRepository | undefined,
  options: RevisionOptions,
): Promise<Revisions> {
  return (git && (await fromGit(target, git))) ?? (await fromApi(target, octokit, options));
}

/**
 * Undefined when the checkout lacks a commit, as shallow ones do, or the history down to the merge base, or contents, as
 * partial clones do.
 */
async function fromGit(target: Target, git: GitRepository): Promise<Revisions | undefined> {
  if (await git.isPartial()) return undefined;
  const head = await git.resolve(target.head);
  if (head === undefined) return undefined;
  if (target.kind === 'audit') {
    return { base: null, head: git.tree(head), changes: [], problems: [], source: 'git' };
  }
  const tip = await git.resolve(target.base);
  const base = tip === undefined ? undefined : await git.mergeBase(tip, head);
  if (base === undefined) return undefined;
  const changes = await git.changes(base, head);
  return { base: git.tree(base), head: git.tree(head), changes, problems: [], source: 'git' };
}

async function fromApi(target: Target, octokit: Octokit, options: RevisionOptions): Promise<Revisions> {
  const { repository } = target;
  const objects = gitObjects(octokit, repository);
  const commit = (revision: string): Promise<string> => commitOf(octokit, target, revision);
  const head = await commit(target.head);
  const trees = (commits: readonly string[], changed: readonly ListedChange[]): readonly Tree[] =>
    githubTrees(objects, commits, { ...options, changed });
  if (target.kind === 'audit') {
    const [tree] = trees([head], []);
    if (!tree) throw new Error('a commit has a tree');
    return { base: null, head: tree, changes: [], problems: [], source: 'api' };
  }
  const problems: string[] = [];
  const compared = await compareCommits(octokit, repository, target.base, head).catch((error: unknown) => {
    // Histories without a common commit have no merge base (404): then the base branch itself is compared.
    if (refusal(error).status !== 404) throw error;
    problems.push('base and head have no common commit: compared with the tip of the base branch');
    return undefined;
  });
  const base = compared?.mergeBase ?? (await commit(target.base));
  const list = await changeList(target, octokit, compared);
  const [baseTree, headTree] = trees([base, head], list?.changes ?? []);
  if (!baseTree || !headTree) throw new Error('two commits have two trees');
  if (list && !list.complete) {
    problems.push(
      `GitHub lists ${String(list.changes.length)} changed files, and there are more: the others were compared by content`,
    );
  }
  // What GitHub does not list is found by comparing the listings, which cost no further request.
  const changes = list?.complete ? list.changes : await completed(list?.changes ?? [], baseTree, headTree);
  return { base: baseTree, head: headTree, changes, problems, source: 'api' };
}

async function changeList(
  target: Exclude<Target, { kind: 'audit' }>,
  octokit: Octokit,
  compared: ChangeList | undefined,
): Promise<ChangeList | undefined> {
  if (target.kind === 'range') return compared;
  const { repository, number, changedFiles } = target;
  if (compared?.complete && compared.changes.length === changedFiles) return compared;
  return pullRequestChanges(octokit, repository, number, changedFiles);
}

async function completed(listed: readonly ListedChange[], base: Tree, head: Tree): Promise<readonly Change[]> {
  const [before, after] = await Promise.all([base.entries(), head.entries()]);
  const seen = new Set(listed.flatMap(({ path, previousPath }) => [path, previousPath ?? path]));
  return [...listed, ...changesBetween(before, after).filter(({ path }) => !seen.has(path))];
}

/** A commit id as it is; a branch or tag by one request. */
async function commitOf(octokit: Octokit, { repository }: Target, revision: string): Promise<string> {
  if (/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(revision)) return revision;
  const { owner, repo } = repository;
  const { data } = await octokit.rest.repos.getCommit({ owner, repo, ref: revision });
  return data.sha;
}
