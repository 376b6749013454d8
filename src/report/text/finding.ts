/** One finding on a terminal: what, where, the line of code, how the value travelled, what to change. */
import { editDiff } from '../fix-diff.js';
import type { Lines } from '../lines.js';
import type { Finding, Fix, ReportedSubject, Step } from '../report.js';
import { name, visible } from '../visible.js';
import { firstSentence, joined } from '../words.js';
import { spread, wrap } from './layout.js';
import type { Paint } from './paint.js';
import { severityStyle } from './paint.js';
import { code, snippet } from './snippet.js';

export interface TextContext {
  readonly lines: Lines;
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
}

/** A fix of more lines is cut: the rest is in the JSON report. */
const mostFixLines = 30;
const longestMessage = 600;
const indent = '    ';

/** @param also names of what the finding holds for besides its subject */
export function findingText(
  finding: Finding,
  subject: ReportedSubject | undefined,
  context: TextContext,
  also: readonly string[] = [],
): readonly string[] {
  const { lines, paint, width } = context;
  const mark = severityStyle(paint, finding.severity);
  const { first, rest } = firstSentence(finding.message);
  const inner = width - indent.length;
  return [
    ...heading(finding, first, context),
    where(finding, subject, context),
    ...snippet(finding, lines, paint, mark).map((line) => `${indent}  ${line}`),
    ...wayText(finding.way, inner).map((line) => indent + paint.dim(line)),
    ...wrap(visible(rest, longestMessage), inner).map((line) => indent + line),
    ...alsoText(also, inner).map((line) => indent + line),
    ...change(finding, context),
  ];
}

function heading(finding: Finding, sentence: string, { paint, width }: TextContext): readonly string[] {
  const mark = severityStyle(paint, finding.severity);
  const under = ' '.repeat(finding.severity.length + 4);
  return wrap(visible(sentence, longestMessage), width - under.length).map(
    (line, index) => (index === 0 ? `  ${mark(finding.severity)}  ` : under) + paint.bold(line),
  );
}

export function place(path: string, line: number): string {
  return `${name(path)}:${line}`;
}

/** Place and levels at the left, the rule at the right. */
function where(finding: Finding, subject: ReportedSubject | undefined, { paint, width }: TextContext): string {
  const at = indent + place(finding.path, finding.startLine);
  const line = spread(`${at}${levels(finding, subject)}`, finding.rule, width);
  return at + paint.dim(line.slice(at.length));
}

function levels({ level, status, dimension }: Finding, subject: ReportedSubject | undefined): string {
  if (level === null || status === 'fixed') return '';
  const before = subject?.base?.[dimension]?.level;
  return before === undefined || before === level ? `  ${level}` : `  ${before} → ${level}`;
}

/** More names than these are counted. */
const mostNames = 5;

function alsoText(also: readonly string[], width: number): readonly string[] {
  if (also.length === 0) return [];
  const left = also.length - mostNames;
  const names = also.slice(0, mostNames).map((one) => visible(one, 120));
  return wrap(`The same for ${joined(left > 0 ? [...names, `${left} more`] : names)}.`, width);
}

function wayText(way: readonly Step[], width: number): readonly string[] {
  const [, ...travelled] = way;
  if (travelled.length === 0) return [];
  // A step is kept in one piece when the line is wrapped.
  const steps = travelled.map((step) => `→ ${place(step.path, step.line)} ${name(step.name)}`.trimEnd());
  const lines: string[] = [];
  for (const step of steps) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + step.length <= width) lines[lines.length - 1] = `${last} ${step}`;
    else lines.push(step);
  }
  return lines;
}

function change({ fix, remedy, status }: Finding, context: TextContext): readonly string[] {
  const { paint, width } = context;
  if (status === 'fixed' || status === 'suppressed') return [];
  const listing = fix ? fixListing(fix, context) : [];
  const sentence = fix && listing.length > 0 ? fix.description : remedy;
  const [first = '', ...rest] = wrap(visible(sentence, longestMessage), width - 9);
  return [
    `${indent}${paint.bold('fix')}  ${first}`,
    ...rest.map((line) => `${indent}     ${line}`),
    ...listing.map((line) => `${indent}     ${line}`),
  ];
}

function fixListing(fix: Fix, { lines, paint }: TextContext): readonly string[] {
  const several = new Set(fix.edits.map(({ path }) => path)).size > 1;
  const listing = fix.edits.flatMap((edit) => [
    ...(several ? [paint.dim(place(edit.path, edit.startLine))] : []),
    ...editDiff(edit, lines).map(({ kind, text }) => {
      switch (kind) {
        case 'kept':
          return paint.dim(`  ${code(text)}`);
        case 'removed':
          return paint.red(`- ${code(text)}`);
        case 'added':
          return paint.green(`+ ${code(text)}`);
      }
    }),
  ]);
  const left = listing.length - mostFixLines;
  return left > 0 ? [...listing.slice(0, mostFixLines), paint.dim(`… and ${left} more lines`)] : listing;
}
