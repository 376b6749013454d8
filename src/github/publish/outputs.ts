import type { Report } from '../../report/report.js';
import { dimensions } from '../../scoring/ladder.js';

/** The outputs of the action that later steps read; empty where there is no answer. */
export function outputsOf(report: Report): Readonly<Record<string, string>> {
  const count = (status: 'introduced' | 'fixed'): string =>
    String(report.findings.filter((finding) => finding.status === status).length);
  const perDimension = dimensions.flatMap((dimension): [string, string][] => {
    const result = report.dimensions[dimension];
    const score = result?.score ?? null;
    return [
      [`${dimension}-score`, score === null ? '' : String(score)],
      [`${dimension}-level`, result?.level ?? ''],
    ];
  });
  return {
    verdict: report.verdict,
    ...Object.fromEntries(perDimension),
    introduced: count('introduced'),
    fixed: count('fixed'),
  };
}
