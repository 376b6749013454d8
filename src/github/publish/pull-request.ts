/** The comments of a pull request: what is there, what should be, and the writes in between. */
import type { Finding, Report } from '../../report/report.js';
import type { Change } from '../../tree/change.js';
import { isForbidden, refusal } from '../errors.js';
import { postFileComments, postReview } from './comments.js';
import type { Author, Conversation, PullRequestApi, SummaryComment } from './conversation.js';
import { readInlineComments, readSummaries } from './conversation.js';
import { bodyLimit, withLast } from './limits.js';
import { markerText } from './marker.js';
import { isNoteworthy } from './noteworthy.js';
import { placements } from './placement.js';
import type { InlinePlan } from './plan.js';
import { distinct, planInline, same } from './plan.js';
import { deleteComments, rewriteComments } from './rewrites.js';
import type { Turn } from './sticky.js';
import { writeSummary } from './sticky.js';
import { movedOn, nothingLeft, nothingLeftTitle, refused } from './words.js';

export interface CommentRequest {
  readonly api: PullRequestApi;
  readonly conversation: Conversation;
  readonly author: Author;
  readonly report: Report;
  readonly changes: readonly Change[];
  readonly head: string;
  readonly fork: boolean;
  readonly scope: string;
  /** Comments on lines and files too, or only the summary. */
  readonly inline: boolean;
  /** Markdown of the summary. */
  readonly summary: string;
  readonly inlineBody: (finding: Finding, suggestion: boolean) => string;
}

export interface CommentPlan {
  readonly inline: InlinePlan;
  /** The whole summary comment; undefined when there is nothing to say. */
  readonly summary: string | undefined;
  /** Whether anything differs from what is there. */
  readonly writes: boolean;
}

const nothing: InlinePlan = { lines: [], files: [], rewrites: [], doubles: [] };

export function planComments(request: CommentRequest): CommentPlan {
  const { conversation, report, changes, head, scope } = request;
  const unread = new Set(report.problems.map(({ path }) => path));
  const inline = request.inline
    ? planInline(conversation, {
        placements: placements(report.findings, changes),
        findings: report.findings,
        unread,
        head: head.slice(0, 7),
        scope,
        body: request.inlineBody,
      })
    : nothing;
  const summary = summaryBody(request);
  const [oldest, ...younger] = conversation.summaries;
  const writes =
    [inline.lines, inline.files, inline.rewrites, inline.doubles, younger].some((all) => all.length > 0) ||
    (summary !== undefined && (oldest === undefined || !same(oldest.body, summary)));
  return { inline, summary, writes };
}

function summaryBody({ conversation, report, changes, head, scope, summary }: CommentRequest): string | undefined {
  const marker = markerText({ kind: 'summary', head }, scope);
  const changed = new Set(changes.map(({ path }) => path));
  if (isNoteworthy(report, changed)) return withLast(summary, bodyLimit, marker);
  const [oldest] = conversation.summaries;
  if (!oldest || oldest.body.startsWith(nothingLeftTitle)) return undefined;
  return `${nothingLeft(head.slice(0, 7))}\n${marker}`;
}

/** What a run may still do after it has tried to say its summary. */
export type Claim = 'ours' | 'another run has it' | 'the head has moved';

/**
 * Writes the summary comment, and so settles which run speaks when several start at once: whoever wrote it first.
 * @param problems what could not be done, a sentence each
 */
export async function claim(request: CommentRequest, plan: CommentPlan, problems: string[]): Promise<Claim> {
  if (!plan.writes) return 'ours';
  const { api, head, fork } = request;
  const current = await attempt(problems, 'Comments', fork, () =>
    api.octokit.rest.pulls.get({ ...api.repository, pull_number: api.number }),
  );
  if (current && current.data.head.sha !== head) {
    problems.push(movedOn(head, current.data.head.sha));
    return 'the head has moved';
  }
  return (await attempt(problems, 'The summary comment', fork, () => writeSummaryOf(request, plan))) ?? 'ours';
}

/** Writes the comments on lines and files, and brings earlier ones up to date. */
export async function writeComments(request: CommentRequest, plan: CommentPlan, problems: string[]): Promise<void> {
  if (plan.writes) await attempt(problems, 'Comments', request.fork, () => writeInline(request, plan, problems));
}

async function writeSummaryOf(request: CommentRequest, { summary }: CommentPlan): Promise<Turn> {
  const { api, scope, author, conversation, head } = request;
  if (summary === undefined) return 'ours';
  const reread = (): Promise<readonly SummaryComment[]> => readSummaries(api, scope, author);
  return writeSummary(api, summary, head, conversation.summaries, author, reread);
}

async function writeInline(request: CommentRequest, { inline }: CommentPlan, problems: string[]): Promise<void> {
  const { api, scope, author, conversation, head } = request;
  const reread = (): ReturnType<typeof readInlineComments> => readInlineComments(api, scope, author);
  const results = [await postReview(api, head, inline.lines, reread), await postFileComments(api, head, inline.files)];
  for (const { refused: count, because } of results) {
    if (count > 0)
      problems.push(
        `GitHub refused ${String(count)} ${count === 1 ? 'comment' : 'comments'} (${because}): the summary has them.`,
      );
  }
  // A first summary comment was the turn that settled who comments; later runs may still have met here.
  const mayHaveMet = conversation.summaries.length > 0 && inline.lines.length + inline.files.length > 0;
  const { doubles } = mayHaveMet ? distinct(await reread()) : inline;
  await deleteComments(api, doubles);
  await rewriteComments(api, inline.rewrites);
}

async function attempt<T>(
  problems: string[],
  what: string,
  fork: boolean,
  action: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await action();
  } catch (error) {
    const answer = refusal(error);
    const reason = refused(isForbidden(answer) ? 'Comments' : what, 'pull-requests: write', answer, fork);
    // One missing permission is one reason.
    if (!problems.includes(reason)) problems.push(reason);
    return undefined;
  }
}
