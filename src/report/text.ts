/** The report for a terminal: levels, findings with code, what is unknown, problems, and one line that sums it up. */
import { dimensions } from '../scoring/ladder.js';
import type { Finding, Report } from './report.js';
import { findingsOf, isComparison, subjectOf, untoldUnknowns } from './selection.js';
import { alsoFor, together } from './together.js';
import type { TextContext } from './text/finding.js';
import { findingText, place } from './text/finding.js';
import { spread, wrap } from './text/layout.js';
import type { Paint } from './text/paint.js';
import { levelStyle } from './text/paint.js';
import { name, visible, withoutCommands } from './visible.js';
import { arrow, aspect, before, count, dimensionName, trend } from './words.js';

export interface TextOptions extends TextContext {
  /** Also what was there before the change; an audit shows everything anyway. */
  readonly all: boolean;
}

/** Ends with a line feed. */
export function textReport(report: Report, options: TextOptions): string {
  const compared = isComparison(report);
  const shown = [
    ...findingsOf(report, 'introduced'),
    ...(compared && !options.all ? [] : findingsOf(report, 'existing')),
  ];
  const blocks = [
    levels(report, options.paint),
    ...together(shown).map((told) =>
      findingText(told.finding, subjectOf(report, told.finding), options, alsoFor(told, report)),
    ),
    unknownLines(report, options),
    [...findingsOf(report, 'fixed').map((finding) => brief(finding, 'fixed', options.paint.green, options))],
    [...findingsOf(report, 'suppressed').map((finding) => suppressed(finding, options))],
    report.problems.map(({ path, line, message }) => problem(path, line, message, options)),
    failures(report, options.paint),
    [summary(report, compared, options)],
  ];
  return withoutCommands(
    `\n${blocks
      .filter((block) => block.length > 0)
      .map((block) => `${block.join('\n')}\n`)
      .join('\n')}`,
  );
}

function levels(report: Report, paint: Paint): readonly string[] {
  return dimensions.map((dimension) => {
    const label = `  ${dimensionName[dimension].padEnd(7)}`;
    const result = report.dimensions[dimension];
    if (!result) return `${label}  ${paint.dim(isComparison(report) ? 'not touched' : 'nothing found')}`;
    const now = levelStyle(paint, result.level)(padded(result.level, result.score));
    if (!isComparison(report)) return `${label}  ${now}`.trimEnd();
    const old = before(result);
    const was = old ? padded(old.level, old.score) : 'new'.padEnd(14);
    const sign = arrow(trend(old, result));
    return `${label}  ${was} → ${now} ${levelStyle(paint, result.level)(sign)}`.trimEnd();
  });
}

/** `restricted  40`, as wide as the widest. */
function padded(level: string, score: number | null): string {
  return `${level.padEnd(10)} ${score === null ? '   ' : String(score).padStart(3)}`;
}

function unknownLines(report: Report, options: TextOptions): readonly string[] {
  return untoldUnknowns(report).flatMap(({ subject, dimension, assessment }) => {
    const [where] = assessment.evidence;
    const sentence = `${aspect(subject, dimension)} ${name(subject.name)}: ${visible(assessment.because, 400)}`;
    return lineWithPlace('unknown', sentence, where?.path ?? subject.path, where?.line ?? subject.line, options);
  });
}

function lineWithPlace(
  label: string,
  sentence: string,
  path: string,
  line: number,
  { paint, width }: TextOptions,
): readonly string[] {
  const at = place(path, line);
  const [first = '', ...rest] = wrap(sentence, width - label.length - 4);
  const whole = spread(`  ${label}  ${first}`, at, width);
  const styled = `  ${paint.yellow(label)}  `;
  if (rest.length === 0 && whole.length <= width) return [styled + whole.slice(label.length + 4)];
  const under = ' '.repeat(label.length + 4);
  return [styled + first, ...rest.map((more) => under + more), under + paint.dim(at)];
}

function brief(finding: Finding, label: string, style: (text: string) => string, { paint }: TextContext): string {
  const where = place(finding.path, finding.startLine);
  return `  ${style(label)}  ${visible(finding.title, 200)}  ${paint.dim(`${where}  ${finding.rule}`)}`;
}

function suppressed(finding: Finding, options: TextOptions): string {
  const { suppression } = finding;
  const until = suppression?.until ? ` (until ${visible(suppression.until, 20)})` : '';
  const reason = `    ${visible(suppression?.reason ?? '', 200)}${until}`;
  return `${brief(finding, 'suppressed', options.paint.cyan, options)}\n${reason}`;
}

function problem(path: string, line: number | undefined, message: string, { paint }: TextOptions): string {
  const where = line === undefined ? name(path) : place(path, line);
  return `  ${paint.yellow('problem')}  ${where === '' ? '' : `${where}  `}${visible(message, 400)}`;
}

/** The first reasons are enough: every finding is shown above. */
const mostFailures = 5;

function failures(report: Report, paint: Paint): readonly string[] {
  const distinct = [...new Set(report.failures)];
  const left = distinct.length - mostFailures;
  return [
    ...distinct.slice(0, mostFailures).map((failure) => `  ${paint.red('failed')}  ${visible(failure, 300)}`),
    ...(left > 0 ? [paint.dim(`          … and ${left} more reasons`)] : []),
  ];
}

function summary(report: Report, compared: boolean, { paint, all }: TextOptions): string {
  const numbers = counts(report, compared, all);
  const { files, milliseconds } = report.statistics;
  return `  ${numbers.join(', ')} · ${count(files, 'file')}, ${milliseconds} ms · ${verdict(report, paint)}`;
}

function counts(report: Report, compared: boolean, all: boolean): readonly string[] {
  const number = (status: Finding['status']): number => findingsOf(report, status).length;
  const existing = number('existing');
  const unknown = untoldUnknowns(report).length;
  const optional = [
    ...(unknown > 0 ? [`${unknown} unknown`] : []),
    ...(number('suppressed') > 0 ? [`${number('suppressed')} suppressed`] : []),
    ...(report.problems.length > 0 ? [count(report.problems.length, 'problem')] : []),
  ];
  if (!compared) return [count(existing, 'finding'), ...optional];
  const there = existing > 0 ? [`${existing} there before${all ? '' : ' (--all to see them)'}`] : [];
  return [`${number('introduced')} introduced`, `${number('fixed')} fixed`, ...there, ...optional];
}

function verdict(report: Report, paint: Paint): string {
  switch (report.verdict) {
    case 'fail': {
      const regressions = report.findings.filter((finding) => finding.status === 'introduced' && finding.regression);
      return paint.red(regressions.length > 0 ? `failed: ${count(regressions.length, 'regression')}` : 'failed');
    }
    case 'pass':
      return paint.green('passed');
    case 'neutral':
      return 'nothing to judge';
  }
}
