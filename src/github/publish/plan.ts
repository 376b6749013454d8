/** What has to be written so that a pull request shows this report: pure, from what is there and what should be. */
import type { Finding, Status } from '../../report/report.js';
import type { Conversation, InlineComment } from './conversation.js';
import { bodyLimit, withLast } from './limits.js';
import { keyOf, markerText } from './marker.js';
import type { FileAnchor, LineAnchor, Placement } from './placement.js';
import { withinLimits } from './placement.js';
import type { Retirement } from './words.js';
import { retiredBody } from './words.js';

export interface NewComment<A> {
  readonly finding: Finding;
  readonly anchor: A;
  readonly body: string;
}

export interface Rewrite {
  readonly id: number;
  readonly nodeId: string;
  readonly body: string;
  /** Whether the comment should be folded away, shown again, or left as it is. */
  readonly fold: 'hide' | 'show' | 'keep';
}

export interface InlinePlan {
  readonly lines: readonly NewComment<LineAnchor>[];
  readonly files: readonly NewComment<FileAnchor>[];
  readonly rewrites: readonly Rewrite[];
  /** Ids of comments that say what an older one says too. */
  readonly doubles: readonly number[];
}

export interface PlanRequest {
  readonly placements: readonly Placement[];
  readonly findings: readonly Finding[];
  /** Paths about which nothing is known in this run: nothing there counts as resolved. */
  readonly unread: ReadonlySet<string>;
  readonly head: string;
  readonly scope: string;
  readonly body: (finding: Finding, suggestion: boolean) => string;
}

/** Comments to change in one run; the others wait for the next. Each is a request, a second apart. */
const mostRewrites = 40;

export function planInline(conversation: Conversation, request: PlanRequest): InlinePlan {
  const { oldest, doubles } = distinct(conversation.inline);
  const wanted = new Map(request.placements.map((placement) => [keyOf(placement.finding.fingerprint), placement]));
  // Comments that are there count against the limits, so that a second run does not go on where the first one stopped.
  const fresh = withinLimits([...wanted.values()]).filter(({ finding }) => !oldest.has(keyOf(finding.fingerprint)));
  const written = (finding: Finding, suggestion: boolean): string =>
    withMarker(request.body(finding, suggestion), finding.fingerprint, false, request.scope);
  const rewrites = [...oldest.values()].flatMap((comment): Rewrite[] => {
    const placement = wanted.get(comment.fingerprint);
    if (!placement) return retirement(comment, request);
    const { finding, anchor } = placement;
    const suggestion = anchor?.kind === 'lines' && anchor.suggestion && standsAt(comment, anchor);
    return rewrite(comment, written(finding, suggestion), comment.resolved ? 'show' : 'keep');
  });
  return {
    lines: fresh.flatMap(({ finding, anchor }) =>
      anchor?.kind === 'lines' ? [{ finding, anchor, body: written(finding, anchor.suggestion) }] : [],
    ),
    files: fresh.flatMap(({ finding, anchor }) =>
      anchor?.kind === 'file' ? [{ finding, anchor, body: written(finding, false) }] : [],
    ),
    rewrites: rewrites.slice(0, mostRewrites),
    doubles,
  };
}

/** The oldest comment of each finding, and the younger ones that nobody answered. */
export function distinct(comments: readonly InlineComment[]): {
  readonly oldest: ReadonlyMap<string, InlineComment>;
  readonly doubles: readonly number[];
} {
  const oldest = new Map<string, InlineComment>();
  const doubles: number[] = [];
  for (const comment of [...comments].sort((a, b) => a.id - b.id)) {
    if (!oldest.has(comment.fingerprint)) oldest.set(comment.fingerprint, comment);
    else if (!comment.answered) doubles.push(comment.id);
  }
  return { oldest, doubles };
}

function retirementOf(status: Status): Retirement | undefined {
  switch (status) {
    case 'introduced':
      return undefined;
    case 'existing':
      return 'in the base';
    case 'fixed':
      return 'resolved';
    case 'suppressed':
      return 'accepted';
  }
}

/** Nothing when the pull request still introduces the finding, or was retired before, or nobody knows. */
function retirement(comment: InlineComment, { findings, unread, head, scope }: PlanRequest): Rewrite[] {
  if (comment.resolved || unread.has(comment.path) || unread.has('')) return [];
  const now = findings.find(({ fingerprint }) => keyOf(fingerprint) === comment.fingerprint);
  const how = retirementOf(now?.status ?? 'fixed');
  if (!how) return [];
  const said = comment.body.split('\n').slice(0, -1).join('\n');
  return rewrite(comment, withMarker(retiredBody(said, head, how), comment.fingerprint, true, scope), 'hide');
}

function rewrite({ id, nodeId, body: before }: InlineComment, body: string, fold: Rewrite['fold']): Rewrite[] {
  return same(before, body) ? [] : [{ id, nodeId, body, fold }];
}

/**
 * Whether two texts say the same. GitHub may give a text back with other line breaks, or trimmed; links to an older commit and
 * an older proposal for the end of a suppression are no reason to touch a comment.
 */
export function same(a: string, b: string): boolean {
  const plain = (text: string): string =>
    text
      .replace(/\r\n?/g, '\n')
      .replace(/\/blob\/[0-9a-f]{40,64}\//g, '/blob/')
      .replace(/ until \d{4}-\d{2}-\d{2} -- /g, ' until -- ')
      .trim();
  return plain(a) === plain(b);
}

/** A suggestion replaces the lines that its comment stands on, wherever those have moved. */
function standsAt({ startLine, endLine, path }: InlineComment, anchor: LineAnchor): boolean {
  return path === anchor.path && startLine === anchor.startLine && endLine === anchor.endLine;
}

function withMarker(body: string, fingerprint: string, resolved: boolean, scope: string): string {
  const marker = markerText({ kind: 'finding', fingerprint, resolved }, scope);
  return withLast(body, bodyLimit, marker);
}
