/** What earlier runs have posted on a pull request, told from everybody else's comments by marker and author. */
import type { Octokit } from '@octokit/rest';
import type { RepositoryName } from '../context.js';
import { markerOf } from './marker.js';

export interface PullRequestApi {
  readonly octokit: Octokit;
  readonly repository: RepositoryName;
  readonly number: number;
}

/** An earlier comment on a line or file. */
export interface InlineComment {
  readonly id: number;
  readonly nodeId: string;
  readonly fingerprint: string;
  readonly resolved: boolean;
  readonly body: string;
  readonly path: string;
  /** At the head; null when the line is no longer in the diff. */
  readonly startLine: number | null;
  readonly endLine: number | null;
  readonly answered: boolean;
}

export interface SummaryComment {
  readonly id: number;
  readonly body: string;
  /** The commit that it speaks about. */
  readonly head: string;
}

/** Oldest first. */
export interface Conversation {
  readonly inline: readonly InlineComment[];
  readonly summaries: readonly SummaryComment[];
}

/** Who writes with this token. Asked only when there is something that could be its own. */
export interface Author {
  readonly login: () => Promise<string>;
  /** GitHub has named the author of something that was just written. */
  readonly learn: (login: string) => void;
}

/** Comments beyond these are not searched: 30 requests. */
const mostPages = 30;

export async function readConversation(api: PullRequestApi, scope: string, author: Author): Promise<Conversation> {
  const [inline, summaries] = await Promise.all([
    readInlineComments(api, scope, author),
    readSummaries(api, scope, author),
  ]);
  return { inline, summaries };
}

export async function readInlineComments(
  { octokit, repository, number }: PullRequestApi,
  scope: string,
  author: Author,
): Promise<readonly InlineComment[]> {
  const all = await firstPages(
    octokit.paginate.iterator(octokit.rest.pulls.listReviewComments, {
      ...repository,
      pull_number: number,
      per_page: 100,
    }),
  );
  const answered = new Set(all.map(({ in_reply_to_id }) => in_reply_to_id));
  const marked = all.flatMap((comment) => {
    const marker = markerOf(comment.body, scope);
    return marker?.kind === 'finding' && comment.in_reply_to_id === undefined ? [{ comment, marker }] : [];
  });
  const own = await byAuthor(marked, ({ comment }) => comment.user, author);
  return own.map(({ comment, marker }) => ({
    id: comment.id,
    nodeId: comment.node_id,
    fingerprint: marker.fingerprint,
    resolved: marker.resolved,
    body: comment.body,
    path: comment.path,
    startLine: comment.start_line ?? comment.line ?? null,
    endLine: comment.line ?? null,
    answered: answered.has(comment.id),
  }));
}

export async function readSummaries(
  { octokit, repository, number }: PullRequestApi,
  scope: string,
  author: Author,
): Promise<readonly SummaryComment[]> {
  const all = await firstPages(
    octokit.paginate.iterator(octokit.rest.issues.listComments, {
      ...repository,
      issue_number: number,
      per_page: 100,
    }),
  );
  const marked = all.flatMap(({ id, body = '', user }) => {
    const marker = markerOf(body, scope);
    return marker?.kind === 'summary' ? [{ id, body, user, head: marker.head }] : [];
  });
  const own = await byAuthor(marked, ({ user }) => user, author);
  return own.map(({ id, body, head }) => ({ id, body, head })).sort((a, b) => a.id - b.id);
}

/**
 * The login of the token's owner. An Actions token may not ask REST for its user, but GraphQL tells; where neither answers,
 * it is the usual one.
 */
export function authorOf(octokit: Octokit): Author {
  const ask = async (): Promise<string> => {
    const viewer = await octokit
      .graphql<{ viewer?: { login?: string } }>('query { viewer { login } }')
      .catch(() => null);
    if (viewer?.viewer?.login) return viewer.viewer.login;
    const user = await octokit.rest.users.getAuthenticated().catch(() => null);
    return user?.data.login ?? 'github-actions[bot]';
  };
  let login: Promise<string> | undefined;
  return {
    login: () => (login ??= ask()),
    learn: (found) => {
      login = Promise.resolve(found);
    },
  };
}

interface User {
  readonly login: string;
}

async function byAuthor<T>(
  marked: readonly T[],
  userOf: (one: T) => User | null | undefined,
  author: Author,
): Promise<T[]> {
  if (marked.length === 0) return [];
  const login = bare(await author.login());
  return marked.filter((one) => bare(userOf(one)?.login ?? '') === login);
}

/** GraphQL leaves out the suffix that REST gives to the names of apps. */
function bare(login: string): string {
  return login.toLowerCase().replace(/\[bot\]$/, '');
}

async function firstPages<T>(pages: AsyncIterable<{ readonly data: readonly T[] }>): Promise<T[]> {
  const all: T[] = [];
  let count = 0;
  for await (const { data } of pages) {
    all.push(...data);
    count++;
    if (count >= mostPages) break;
  }
  return all;
}
