/** The lines of code of a finding, with what it is about underlined. */
import type { Finding } from '../report.js';
import type { Lines } from '../lines.js';
import { visible } from '../visible.js';
import { displayWidth } from './layout.js';
import type { Paint, Style } from './paint.js';

/** A longer passage is shown by its first lines. */
const mostLines = 3;
const widestLine = 160;

export function snippet(finding: Finding, lines: Lines, paint: Paint, mark: Style): readonly string[] {
  const last = Math.min(finding.endLine, finding.startLine + mostLines - 1);
  const gutter = String(last).length;
  const shown: string[] = [];
  for (let line = finding.startLine; line <= last; line++) {
    const text = lines(finding.path, line);
    if (text === undefined) continue;
    shown.push(`${paint.dim(`${String(line).padStart(gutter)} │`)} ${code(text)}`.trimEnd());
    const underlined = finding.startLine === finding.endLine ? underline(text, finding) : '';
    if (underlined !== '') shown.push(`${' '.repeat(gutter)} ${paint.dim('│')} ${mark(underlined)}`);
  }
  return shown;
}

/** A line of code as it is shown: tabs as two spaces, nothing hidden. */
export function code(text: string): string {
  return visible(text.slice(0, 4 * widestLine).replaceAll('\t', '  '), widestLine);
}

function underline(text: string, { startColumn, endColumn }: Finding): string {
  const from = displayWidth(code(text.slice(0, startColumn - 1)));
  const to = displayWidth(code(text.slice(0, endColumn).trimEnd()));
  return to > from ? ' '.repeat(from) + '^'.repeat(to - from) : '';
}
