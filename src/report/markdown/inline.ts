/** One finding at its line: what becomes reachable, by which value, how it got there, how to mend it, how to accept it. */
import type { PhrasingContent } from 'mdast';
import type { Lines } from '../lines.js';
import { noLines } from '../lines.js';
import type { Finding, ReportedSubject, Step } from '../report.js';
import { suppressionComment } from '../suppression-comment.js';
import { dimensionName, firstSentence } from '../words.js';
import { diffBlock, suggestibleEdit, suggestionBlock } from './change-block.js';
import type { Part } from './fit.js';
import { fit } from './fit.js';
import type { Links } from './links.js';
import { docsLink, fileLink } from './links.js';
import { code, html, names as codes, paragraph, serialize, strong, text } from './nodes.js';
import { prose } from './prose.js';

export interface InlineOptions extends Links {
  /** The subject of the finding, for the level at the base. */
  readonly subject?: ReportedSubject;
  /** Whether the comment is anchored to exactly the lines of `suggestibleEdit(finding)`. */
  readonly suggestion?: boolean;
  /** Lines of the head, for a diff where no suggestion is possible. */
  readonly lines?: Lines;
  /** ISO date that is proposed as the end of a suppression: see `proposedEnd`. */
  readonly until?: string;
  /** Names of what the finding holds for besides its subject. */
  readonly also?: readonly string[];
  /** What may be posted, in bytes of UTF-8, without what the caller adds to it. */
  readonly limit?: number;
}

/** GitHub takes 65,536 characters; counted in bytes, and with room for a marker. */
export const inlineLimit = 65_000;

/** A way of more steps is told by its ends. */
const mostSteps = 8;

export function inlineBody(finding: Finding, options: InlineOptions = {}): string {
  const { first, rest } = firstSentence(finding.message);
  const names = options.subject ? [options.subject.name] : [];
  const parts: Part[] = [
    serialize(paragraph(...levels(finding, options.subject), text(' · '), ...prose(first, names))),
    optional(rest === '' ? [] : prose(rest, names), 40),
    optional(alsoFor(options.also ?? []), 35),
    optional(wayOf(finding.way, options), 30),
    ...change(finding, options),
    { text: footer(finding, options), weight: 50 },
  ];
  return fit(parts, options.limit ?? inlineLimit);
}

function optional(nodes: readonly PhrasingContent[], weight: number): Part {
  return { text: nodes.length === 0 ? '' : serialize(paragraph(...nodes)), weight };
}

function alsoFor(also: readonly string[]): readonly PhrasingContent[] {
  return also.length === 0 ? [] : [text('The same for '), ...codes(also), text('.')];
}

function levels({ dimension, level, severity }: Finding, subject?: ReportedSubject): readonly PhrasingContent[] {
  const name = dimensionName[dimension];
  if (level === null) return [strong(text(`${name}: ${severity}`))];
  const before = subject?.base?.[dimension]?.level;
  const now: PhrasingContent = { type: 'inlineCode', value: level };
  if (before === undefined || before === level) return [strong(text(`${name}: `), now)];
  return [strong(text(`${name}: `), { type: 'inlineCode', value: before }, text(' → '), now)];
}

function wayOf(way: readonly Step[], links: Links): readonly PhrasingContent[] {
  if (way.length < 2) return [];
  const half = mostSteps / 2;
  const left = way.length - mostSteps;
  const arrow = text(' → ');
  const told = (steps: readonly Step[]): PhrasingContent[][] =>
    steps.map(({ path, line, name }) => [
      ...fileLink(links, path, line),
      ...(name === '' ? [] : [text(' '), code(name, 80)]),
    ]);
  const steps =
    left > 0 ? [...told(way.slice(0, half)), [text(`… ${left} more …`)], ...told(way.slice(-half))] : told(way);
  return steps.flatMap((step, index) => (index === 0 ? step : [arrow, ...step]));
}

function change(finding: Finding, options: InlineOptions): readonly Part[] {
  const { fix, remedy } = finding;
  const edit = options.suggestion === true ? suggestibleEdit(finding) : undefined;
  const block = edit ? suggestionBlock(edit) : fix ? diffBlock(fix, options.lines ?? noLines) : '';
  const sentence = fix && block !== '' ? [...prose(fix.description), text(':')] : prose(remedy);
  return [optional(sentence, 60), { text: block, weight: 20 }];
}

function footer({ rule, docs, path }: Finding, options: InlineOptions): string {
  const comment = suppressionComment(path, rule, options.until);
  const accept = comment === undefined ? [text('in '), code('.github/aks-privacy.yml')] : [code(comment, 200)];
  return serialize(
    paragraph(
      html('<sub>'),
      ...docsLink(options, docs, text(rule)),
      text(comment === undefined ? ' · accept it ' : ' · accept it: '),
      ...accept,
      html('</sub>'),
    ),
  );
}
