/** One finding on the page. */
import { editDiff } from '../fix-diff.js';
import type { Lines } from '../lines.js';
import type { Finding, ReportedSubject } from '../report.js';
import { joined } from '../words.js';
import type { Markup } from './markup.js';
import { markup } from './markup.js';

const mostLines = 5;
const mostFixLines = 60;

/** @param also names of what the finding holds for besides its subject */
export function findingArticle(
  finding: Finding,
  subject: ReportedSubject | undefined,
  lines: Lines,
  also: readonly string[] = [],
): Markup {
  const before = subject?.base?.[finding.dimension]?.level;
  const levels =
    finding.level === null || finding.status === 'fixed'
      ? undefined
      : markup` · ${before === undefined || before === finding.level ? '' : `${before} → `}<span class="${finding.level}">${finding.level}</span>`;
  const { suppression } = finding;
  return markup`<article>
<p><strong class="${finding.severity}">${finding.severity}</strong> ${finding.message}</p>
<p class="place"><code>${finding.path}:${finding.startLine}</code>${levels} · <code>${finding.rule}</code></p>
${code(finding, lines)}${way(finding)}
${also.length > 0 ? markup`<p>The same for ${joined(also)}.</p>` : undefined}
${suppression ? markup`<p>Accepted${suppression.until === null ? '' : ` until ${suppression.until}`}: ${suppression.reason}</p>` : undefined}
${finding.status === 'introduced' || finding.status === 'existing' ? change(finding, lines) : undefined}
</article>
`;
}

function code({ status, path, startLine, endLine }: Finding, lines: Lines): Markup | undefined {
  if (status === 'fixed') return undefined;
  const shown: Markup[] = [];
  for (let line = startLine; line <= Math.min(endLine, startLine + mostLines - 1); line++) {
    const text = lines(path, line);
    if (text !== undefined) shown.push(markup`${line} │ ${text.replaceAll('\t', '  ')}\n`);
  }
  return shown.length > 0 ? markup`<pre>${shown}</pre>` : undefined;
}

function way(finding: Finding): Markup | undefined {
  if (finding.way.length < 2) return undefined;
  const steps = finding.way.map(({ path, line, name }) => markup`<li><code>${path}:${line}</code> ${name}</li>\n`);
  return markup`<ol>${steps}</ol>`;
}

function change({ fix, remedy }: Finding, lines: Lines): Markup {
  const listing = (fix?.edits ?? []).flatMap((edit) => editDiff(edit, lines)).slice(0, mostFixLines);
  if (!fix || listing.length === 0) return markup`<p>${remedy}</p>`;
  const rows = listing.map(({ kind, text }) => {
    const sign = kind === 'added' ? '+' : kind === 'removed' ? '-' : ' ';
    return markup`<span class="${kind}">${sign} ${text.replaceAll('\t', '  ')}</span>\n`;
  });
  return markup`<p>${fix.description}:</p><pre>${rows}</pre>`;
}
