/** Findings as annotations, for the check run and for workflow commands. */
import { compareFindings, isComparison } from '../../report/selection.js';
import type { Finding, Report, Severity } from '../../report/report.js';
import { alsoFor, together } from '../../report/together.js';
import { visible } from '../../report/visible.js';
import { joined } from '../../report/words.js';
import { annotationLimits, clip } from './limits.js';

export interface Annotation {
  readonly severity: Severity;
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  /** Only where the finding stands on one line. */
  readonly columns: { readonly start: number; readonly end: number } | undefined;
  /** Plain text. */
  readonly title: string;
  readonly message: string;
  /** Whether this is why the verdict is a failure. */
  readonly blocking: boolean;
}

/** What the pull request introduced, or in an audit all there is; what blocks first. */
export function annotationsOf(report: Report): readonly Annotation[] {
  const status = isComparison(report) ? 'introduced' : 'existing';
  const told = report.findings.filter((finding) => finding.status === status).sort(compareFindings);
  return together(told).map((one) => annotationOf(one.finding, alsoFor(one, report)));
}

function annotationOf(finding: Finding, also: readonly string[]): Annotation {
  const { startLine, endLine, startColumn, endColumn } = finding;
  const oneLine = startLine === endLine && startColumn >= 1 && endColumn >= startColumn;
  const steps = finding.way.map(({ path, line, name }) => `${path}:${String(line)}${name === '' ? '' : ` ${name}`}`);
  const same = also.length > 0 ? `The same for ${joined(also.slice(0, 20))}.` : '';
  const parts = [finding.message, same, steps.length > 1 ? steps.join(' → ') : '', finding.remedy, finding.rule];
  return {
    severity: finding.severity,
    path: finding.path,
    startLine: Math.max(1, startLine),
    endLine: Math.max(1, startLine, endLine),
    columns: oneLine ? { start: startColumn, end: endColumn } : undefined,
    title: clip(visible(finding.title), annotationLimits.title),
    message: clip(
      parts
        .filter((part) => part !== '')
        .map((part) => visible(part, annotationLimits.message))
        .join('\n'),
      annotationLimits.message,
    ),
    blocking: finding.regression,
  };
}
