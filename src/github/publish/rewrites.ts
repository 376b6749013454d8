/** Brings earlier comments up to date: their text, and whether they are folded away. */
import { refusal } from '../errors.js';
import type { PullRequestApi } from './conversation.js';
import type { Rewrite } from './plan.js';

/** More than these are changed in one GraphQL request, which takes one second instead of one for each. */
const mostSingle = 2;

export async function rewriteComments(api: PullRequestApi, rewrites: readonly Rewrite[]): Promise<void> {
  const left = rewrites.length > mostSingle ? await updateTogether(api, rewrites) : rewrites;
  for (const { id, body } of left) {
    await ignoreMissing(api.octokit.rest.pulls.updateReviewComment({ ...api.repository, comment_id: id, body }));
  }
  await mutate(api, rewrites.map(folding));
}

export async function deleteComments(api: PullRequestApi, ids: readonly number[]): Promise<void> {
  for (const id of ids) {
    await ignoreMissing(api.octokit.rest.pulls.deleteReviewComment({ ...api.repository, comment_id: id }));
  }
}

/** @returns what could not be changed this way */
async function updateTogether(api: PullRequestApi, rewrites: readonly Rewrite[]): Promise<readonly Rewrite[]> {
  const done = await mutate(
    api,
    rewrites.map(
      ({ nodeId, body }) =>
        `updatePullRequestReviewComment(input: {pullRequestReviewCommentId: ${literal(nodeId)}, body: ${literal(body)}}) { pullRequestReviewComment { id } }`,
    ),
  );
  return rewrites.filter((_, index) => !done.has(index));
}

/** A courtesy: it may need more rights than commenting does. */
function folding({ nodeId, fold }: Rewrite): string | undefined {
  const id = literal(nodeId);
  switch (fold) {
    case 'hide':
      return `minimizeComment(input: {subjectId: ${id}, classifier: RESOLVED}) { minimizedComment { isMinimized } }`;
    case 'show':
      return `unminimizeComment(input: {subjectId: ${id}}) { unminimizedComment { isMinimized } }`;
    case 'keep':
      return undefined;
  }
}

/**
 * Several mutations in one request.
 * @returns the indices of those that succeeded
 */
async function mutate(
  { octokit }: PullRequestApi,
  mutations: readonly (string | undefined)[],
): Promise<ReadonlySet<number>> {
  const fields = mutations.flatMap((mutation, index) =>
    mutation === undefined ? [] : [`m${String(index)}: ${mutation}`],
  );
  if (fields.length === 0) return new Set();
  const data = await octokit.graphql<unknown>(`mutation { ${fields.join(' ')} }`).catch(answered);
  const found = typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : {};
  return new Set(mutations.flatMap((_, index) => (found[`m${String(index)}`] ? [index] : [])));
}

/** What succeeded, when something else did not. */
function answered(error: unknown): unknown {
  return error instanceof Error && error.name === 'GraphqlResponseError' && 'data' in error ? error.data : undefined;
}

/** The escapes of a JSON string are escapes of a GraphQL string too. */
function literal(text: string): string {
  return JSON.stringify(text);
}

/** A comment that somebody deleted in the meantime needs no change. */
async function ignoreMissing(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (refusal(error).status !== 404) throw error;
  }
}
