/** Writes inline comments: one review, without the anchors that GitHub refuses, and never twice. */
import { inWords, isForbidden, isUncertain, refusal } from '../errors.js';
import type { InlineComment, PullRequestApi } from './conversation.js';
import type { NewComment } from './plan.js';
import { keyOf } from './marker.js';
import type { FileAnchor, LineAnchor } from './placement.js';
import { reviewBody } from './words.js';

export interface Written {
  /** Findings whose comment GitHub refused: the summary has them. */
  readonly refused: number;
  /** Why, when something was refused. */
  readonly because: string;
}

/** Single tries after GitHub has refused a whole review, which does not say which comment is to blame. */
const mostSingleTries = 5;

/**
 * @param reread own comments as they are now, for when an answer got lost
 * @throws what the client throws when the token may not comment at all
 */
export async function postReview(
  api: PullRequestApi,
  head: string,
  comments: readonly NewComment<LineAnchor>[],
  reread: () => Promise<readonly InlineComment[]>,
): Promise<Written> {
  if (comments.length === 0) return { refused: 0, because: '' };
  try {
    await create(api, head, comments);
    return { refused: 0, because: '' };
  } catch (error) {
    const answer = refusal(error);
    if (isUncertain(answer)) {
      const there = new Set((await reread()).map(({ fingerprint }) => fingerprint));
      const missing = comments.filter(({ finding }) => !there.has(keyOf(finding.fingerprint)));
      if (missing.length > 0) await create(api, head, missing);
      return { refused: 0, because: '' };
    }
    if (answer.status !== 422) throw error;
    return oneByOne(api, head, comments, inWords(answer));
  }
}

async function oneByOne(
  api: PullRequestApi,
  head: string,
  comments: readonly NewComment<LineAnchor>[],
  because: string,
): Promise<Written> {
  let written = 0;
  for (const { anchor, body } of comments.slice(0, mostSingleTries)) {
    try {
      await api.octokit.rest.pulls.createReviewComment({
        ...api.repository,
        pull_number: api.number,
        commit_id: head,
        body,
        ...position(anchor),
        request: { retries: 0 },
      });
      written++;
    } catch (error) {
      const answer = refusal(error);
      if (isForbidden(answer)) throw error;
      if (answer.status !== 422) break;
    }
  }
  return { refused: comments.length - written, because };
}

/** Comments on files: a review can't carry them. */
export async function postFileComments(
  api: PullRequestApi,
  head: string,
  comments: readonly NewComment<FileAnchor>[],
): Promise<Written> {
  let refused = 0;
  let because = '';
  for (const { anchor, body } of comments) {
    try {
      await api.octokit.rest.pulls.createReviewComment({
        ...api.repository,
        pull_number: api.number,
        commit_id: head,
        path: anchor.path,
        subject_type: 'file',
        body,
        request: { retries: 0 },
      });
    } catch (error) {
      const answer = refusal(error);
      if (isForbidden(answer)) throw error;
      refused++;
      because = inWords(answer);
    }
  }
  return { refused, because };
}

async function create(api: PullRequestApi, head: string, comments: readonly NewComment<LineAnchor>[]): Promise<void> {
  await api.octokit.rest.pulls.createReview({
    ...api.repository,
    pull_number: api.number,
    commit_id: head,
    event: 'COMMENT',
    body: reviewBody(comments.length),
    comments: comments.map(({ anchor, body }) => ({ body, ...position(anchor) })),
    // Repeating it blindly could say everything twice.
    request: { retries: 0 },
  });
}

/** GitHub wants `start_line` only where it is smaller than `line`. */
function position({ path, startLine, endLine }: LineAnchor): {
  path: string;
  line: number;
  side: 'RIGHT';
  start_line?: number;
  start_side?: 'RIGHT';
} {
  const end = { path, line: endLine, side: 'RIGHT' as const };
  return startLine < endLine ? { ...end, start_line: startLine, start_side: 'RIGHT' } : end;
}
