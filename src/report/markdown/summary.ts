/** The review as a whole, for a comment, a job summary or a check: what happens, the levels, a picture, the lists. */
import type { Finding, Report } from '../report.js';
import { headline } from '../headline.js';
import { findingsOf, isComparison, subjectOf, untoldUnknowns } from '../selection.js';
import type { Told } from '../together.js';
import { alsoFor, together } from '../together.js';
import { count } from '../words.js';
import { waysOf } from '../ways.js';
import type { ListPart, Part } from './fit.js';
import { fit } from './fit.js';
import { findingItem, problemItem, suppressedItem, unknownItem } from './items.js';
import { levelTable } from './levels.js';
import type { Links } from './links.js';
import { docsLink } from './links.js';
import { code, heading, html, item, paragraph, serialize, strong, text } from './nodes.js';
import { inWords, mermaid } from './picture.js';
import { prose } from './prose.js';

export interface SummaryOptions extends Links {
  /** What may be posted, in bytes of UTF-8, without what the caller adds to it. */
  readonly limit?: number;
  /** How the change is called: `this pull request`. */
  readonly change?: string;
  /** Name of the base branch. */
  readonly baseName?: string;
  /** Whether Mermaid is drawn where this goes. Default: yes. */
  readonly picture?: boolean;
  /** Whether the lists are unfolded from the start: where nothing else shows the findings. */
  readonly unfolded?: boolean;
  /** Remarks about the run, one sentence each: what could not be posted, and which permission would change that. */
  readonly notes?: readonly string[];
}

/** GitHub takes 65,536 characters; counted in bytes, and with room for a marker. */
export const summaryLimit = 65_000;

export function summaryMarkdown(report: Report, options: SummaryOptions = {}): string {
  const ways = waysOf(report);
  const drawing = options.picture === false ? '' : mermaid(ways);
  const parts: Part[] = [
    serialize(heading(3, text(`AKS privacy: ${headline(report, options.change)}`)), levelTable(report, options)),
    ...list('', failures(report), 90),
    { text: drawing, weight: 30 },
    ...folded(report, inWords(ways), options),
    ...list('', (options.notes ?? []).map(noteItem), 80),
    footer(report, options),
  ];
  return fit(
    parts.filter((part) => part !== ''),
    options.limit ?? summaryLimit,
  );
}

/** The first reasons are enough here: every finding stands in the lists below. */
const mostFailures = 3;

function failures(report: Report): readonly string[] {
  const distinct = [...new Set(report.failures)];
  const shown = distinct
    .slice(0, mostFailures)
    .map((failure) => item(strong(text('Failed')), text(': '), ...prose(failure)));
  const left = distinct.length - shown.length;
  return left > 0 ? [...shown, `- … and ${left} more`] : shown;
}

function noteItem(note: string): string {
  return item(...prose(note));
}

function folded(report: Report, words: readonly string[], options: SummaryOptions): readonly Part[] {
  const compared = isComparison(report);
  const room = roomFor(options.limit ?? summaryLimit);
  const line = (told: Told): string =>
    findingItem(told.finding, subjectOf(report, told.finding), options, alsoFor(told, report));
  const accepted = (finding: Finding): string => suppressedItem(finding, subjectOf(report, finding), options);
  const existing = findingsOf(report, 'existing');
  const unknown = untoldUnknowns(report);
  const lists = [
    ...written('Introduced', together(findingsOf(report, 'introduced')), line, room, 70),
    ...written('Found', together(compared ? [] : existing), line, room, 60),
    ...written('Not decided by the text', unknown, (point) => unknownItem(point, options), room, 50),
    ...written('Problems', report.problems, (problem) => problemItem(problem, options), room, 40),
    ...written('Fixed', together(findingsOf(report, 'fixed')), line, room, 25),
    ...written('Accepted by a suppression', findingsOf(report, 'suppressed'), accepted, room, 20),
    ...list('Ways in and out', words, 15),
  ];
  return [
    ...details(counts(report, compared, unknown.length), lists, options.unfolded === true),
    ...details(
      `${existing.length} there before`,
      written('', together(compared ? existing : []), line, room, 10),
      false,
    ),
  ];
}

function counts(report: Report, compared: boolean, open: number): string {
  const number = (status: 'introduced' | 'existing' | 'fixed' | 'suppressed'): number =>
    findingsOf(report, status).length;
  return [
    ...(compared
      ? [`${number('introduced')} introduced`, `${number('fixed')} fixed`]
      : [count(number('existing'), 'finding')]),
    ...(open > 0 ? [`${open} unknown`] : []),
    ...(number('suppressed') > 0 ? [`${number('suppressed')} suppressed`] : []),
    ...(report.problems.length > 0 ? [count(report.problems.length, 'problem')] : []),
  ].join(' · ');
}

/** A folded part; its summary is our own words and numbers. */
function details(summary: string, content: readonly Part[], open: boolean): readonly Part[] {
  if (content.length === 0) return [];
  return [`<details${open ? ' open' : ''}><summary>${summary}</summary>`, ...content, '</details>'];
}

/** @param title our own words */
function list(title: string, items: readonly string[], weight: number): readonly ListPart[] {
  return items.length === 0 ? [] : [{ title, items, weight }];
}

/** A list of which only as much is written as could ever find room: a review may have thousands of findings. */
function written<T>(
  title: string,
  all: readonly T[],
  write: (one: T) => string,
  room: number,
  weight: number,
): readonly ListPart[] {
  const items = all.slice(0, room).map(write);
  return items.length === 0 ? [] : [{ title, items, weight, further: all.length - items.length }];
}

/** No item is shorter than this many bytes. */
const shortestItem = 60;

function roomFor(limit: number): number {
  return Math.max(1, Math.ceil(limit / shortestItem));
}

function footer(report: Report, options: SummaryOptions): string {
  const { base, head } = report.comparison;
  // As code, because `@` followed by a commit would be a mention.
  const against = [options.baseName, base?.slice(0, 7)].filter((part) => part !== undefined).join('@');
  const commits =
    head === null
      ? []
      : [text(head.slice(0, 7)), ...(against === '' ? [] : [text(' against '), code(against, 80)]), text(' · ')];
  return serialize(
    paragraph(
      html('<sub>'),
      ...commits,
      text(`${count(report.statistics.files, 'file')} read · `),
      ...docsLink(options, 'docs/scoring.md', text('how scores work')),
      html('</sub>'),
    ),
  );
}
