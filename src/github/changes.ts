/** What a pull request, or a range of commits, changes: GitHub's lists of files as hunks. */
import type { Octokit } from '@octokit/rest';
import { parseHunks } from '../tree/diff.js';
import type { Change } from '../tree/change.js';
import type { TreeEntry } from '../tree/tree.js';
import type { RepositoryName } from './context.js';

/** A file of a diff as the API describes it. */
interface DiffEntry {
  readonly sha: string | null;
  readonly filename: string;
  readonly status: string;
  readonly changes: number;
  readonly patch?: string | undefined;
  readonly previous_filename?: string | undefined;
}

/** A changed file and, where it exists at the head, its blob. */
export type ListedChange = Change & { readonly id?: string };

export interface ChangeList {
  readonly changes: readonly ListedChange[];
  /** Whether GitHub listed all of them. */
  readonly complete: boolean;
}

export interface Compared extends ChangeList {
  readonly mergeBase: string;
}

/** GitHub lists no more files of a pull request, and none after the first 300 of a comparison. */
const mostFiles = { pullRequest: 3000, comparison: 300 };

/** Merge base and changes of a range, in one request. */
export async function compareCommits(
  octokit: Octokit,
  { owner, repo }: RepositoryName,
  base: string,
  head: string,
): Promise<Compared> {
  const { data } = await octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead: `${base}...${head}` });
  const files = data.files ?? [];
  return {
    mergeBase: data.merge_base_commit.sha,
    changes: files.map(changeOf),
    // A comparison drops patches earlier than a pull request does, and so does not replace its list then.
    complete: data.files !== undefined && files.length < mostFiles.comparison && files.every(hasPatch),
  };
}

/** @param expected how many files the pull request says it has */
export async function pullRequestChanges(
  octokit: Octokit,
  { owner, repo }: RepositoryName,
  number: number,
  expected: number | undefined,
): Promise<ChangeList> {
  const files: DiffEntry[] = [];
  const pages = octokit.paginate.iterator(octokit.rest.pulls.listFiles, {
    owner,
    repo,
    pull_number: number,
    per_page: 100,
  });
  for await (const { data } of pages) {
    files.push(...data);
    if (files.length >= mostFiles.pullRequest) break;
  }
  const complete = expected === undefined ? files.length < mostFiles.pullRequest : files.length >= expected;
  return { changes: files.map(changeOf), complete };
}

/** Changes by blob ids, for when GitHub lists none: what differs is known then, but no line of it. */
export function changesBetween(base: readonly TreeEntry[], head: readonly TreeEntry[]): readonly Change[] {
  const before = new Map(base.map((entry) => [entry.path, entry]));
  const after = new Map(head.map((entry) => [entry.path, entry]));
  const differs = ({ path, identity, kind }: TreeEntry): boolean => {
    const old = before.get(path);
    return old?.identity !== identity || old?.kind !== kind;
  };
  return [
    ...head
      .filter(differs)
      .map(({ path }): Change => ({ path, status: before.has(path) ? 'modified' : 'added', hunks: undefined })),
    ...base
      .filter(({ path }) => !after.has(path))
      .map(({ path }): Change => ({ path, status: 'removed', hunks: undefined })),
  ];
}

function changeOf(entry: DiffEntry): ListedChange {
  const { filename: path, previous_filename: previous } = entry;
  const status = statusOf(entry.status);
  return {
    path,
    // A copy is a new file: what it was copied from is still there.
    ...(status === 'renamed' && previous !== undefined ? { previousPath: previous } : {}),
    status,
    hunks: entry.patch !== undefined ? parseHunks(entry.patch) : entry.changes === 0 ? [] : undefined,
    ...(status === 'removed' || entry.sha === null ? {} : { id: entry.sha }),
  };
}

function hasPatch({ patch, changes }: DiffEntry): boolean {
  return patch !== undefined || changes === 0;
}

function statusOf(status: string): Change['status'] {
  switch (status) {
    case 'added':
    case 'copied':
      return 'added';
    case 'removed':
      return 'removed';
    case 'renamed':
      return 'renamed';
    default:
      return 'modified';
  }
}
