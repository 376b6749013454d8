/** The report as one page that stands alone: no script, no request to anywhere. */
import { dimensions } from '../scoring/ladder.js';
import { headline } from './headline.js';
import { findingArticle } from './html/finding.js';
import type { Markup } from './html/markup.js';
import { markup } from './html/markup.js';
import { style } from './html/style.js';
import type { Lines } from './lines.js';
import type { DimensionResult, Report, Status } from './report.js';
import { findingsOf, isComparison, subjectOf, untoldUnknowns, weakestPoint } from './selection.js';
import { alsoFor, together } from './together.js';
import { placeName, waysOf } from './ways.js';
import { arrow, aspect, before, count, dimensionName, levelAndScore, trend } from './words.js';

export interface HtmlOptions {
  readonly lines: Lines;
  /** How the change is called. */
  readonly change?: string;
}

export function htmlReport(report: Report, options: HtmlOptions): string {
  const title = `AKS privacy: ${headline(report, options.change)}`;
  const { base, head } = report.comparison;
  const section = (status: Status, name: string): Markup | undefined => {
    const findings = findingsOf(report, status);
    if (findings.length === 0) return undefined;
    const articles = together(findings).map((told) =>
      findingArticle(told.finding, subjectOf(report, told.finding), options.lines, alsoFor(told, report)),
    );
    return markup`<h2>${name} (${findings.length})</h2>\n${articles}`;
  };
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>
<h1>${title}</h1>
<p class="${report.verdict}">${verdict(report)}</p>
${report.failures.length > 0 ? markup`<ul>${report.failures.map((failure) => markup`<li>${failure}</li>\n`)}</ul>` : undefined}
${levels(report)}
${ways(report)}
${section('introduced', 'Introduced')}
${section('existing', isComparison(report) ? 'There before' : 'Found')}
${unknown(report)}
${problems(report)}
${section('fixed', 'Fixed')}
${section('suppressed', 'Accepted by a suppression')}
<footer><p>${head === null ? '' : `${head.slice(0, 7)}${base === null ? '' : ` against ${base.slice(0, 7)}`} · `}${count(report.statistics.files, 'file')} read · ${report.tool.name} ${report.tool.version}</p></footer>
</body>
</html>
`;
  return page.html;
}

function verdict({ verdict: result }: Report): string {
  switch (result) {
    case 'pass':
      return 'Passed';
    case 'fail':
      return 'Failed';
    case 'neutral':
      return 'Nothing to judge';
  }
}

function levels(report: Report): Markup {
  const compared = isComparison(report);
  const rows = dimensions.map((dimension) => {
    const result = report.dimensions[dimension];
    const point = weakestPoint(report, dimension);
    const weakest = point ? markup`<code>${point.subject.name}</code>: ${point.assessment.because}` : undefined;
    return markup`<tr><th>${dimensionName[dimension]}</th>${compared ? markup`<td>${result ? was(result) : '–'}</td>` : undefined}<td>${result ? now(result) : '–'}</td><td>${weakest}</td></tr>\n`;
  });
  return markup`<table><tr><th></th>${compared ? markup`<th>before</th>` : undefined}<th>now</th><th>weakest point now</th></tr>\n${rows}</table>`;
}

function was(result: DimensionResult): string {
  const old = before(result);
  return old ? levelAndScore(old.level, old.score) : 'new';
}

function now(result: DimensionResult): Markup {
  const sign = arrow(trend(before(result), result));
  return markup`<span class="${result.level}">${levelAndScore(result.level, result.score)} ${sign}</span>`;
}

function ways(report: Report): Markup | undefined {
  const { ways: drawn, left } = waysOf(report, 40);
  if (drawn.length === 0) return undefined;
  const items = drawn.map(({ dimension, subject, place, state }) => {
    const what = markup`${aspect(subject, dimension)} <code>${subject.name}</code>`;
    const ends = dimension === 'egress' ? markup`${what} → ${placeName[place]}` : markup`${placeName[place]} → ${what}`;
    return markup`<li>${ends}${state === 'unchanged' ? '' : ` (${state})`}</li>\n`;
  });
  return markup`<h2>Ways in and out</h2>\n<ul>${items}${left > 0 ? markup`<li>… and ${left} more</li>` : undefined}</ul>`;
}

function unknown(report: Report): Markup | undefined {
  const points = untoldUnknowns(report);
  if (points.length === 0) return undefined;
  const items = points.map(
    ({ subject, dimension, assessment }) =>
      markup`<li>${aspect(subject, dimension)} <code>${subject.name}</code>: ${assessment.because}</li>\n`,
  );
  return markup`<h2>Not decided by the text (${points.length})</h2>\n<ul>${items}</ul>`;
}

function problems(report: Report): Markup | undefined {
  if (report.problems.length === 0) return undefined;
  const items = report.problems.map(
    ({ path, line, message }) =>
      markup`<li><code>${path}${line === undefined ? '' : `:${String(line)}`}</code> ${message}</li>\n`,
  );
  return markup`<h2>Problems (${report.problems.length})</h2>\n<ul>${items}</ul>`;
}
