import type { Report } from '../../report/report.js';
import { isComparison } from '../../report/selection.js';
import { dimensions } from '../../scoring/ladder.js';

/**
 * Whether a pull request deserves a comment: something got worse, better or stayed undecided because of it, or it could not be
 * read. What was there before is no reason.
 * @param changed paths that the pull request changes
 */
export function isNoteworthy(report: Report, changed: ReadonlySet<string>): boolean {
  if (!isComparison(report)) return false;
  return (
    report.verdict === 'fail' ||
    report.findings.some(
      ({ status, regression }) =>
        status === 'introduced' || status === 'fixed' || (status === 'suppressed' && regression),
    ) ||
    dimensions.some((dimension) => {
      const result = report.dimensions[dimension];
      return result !== null && result.baseLevel !== null && result.level !== result.baseLevel;
    }) ||
    report.problems.some(({ path }) => changed.has(path))
  );
}
