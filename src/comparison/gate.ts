import type { DimensionResult, Finding, Severity, Verdict } from '../report/report.js';
import type { Dimension } from '../scoring/ladder.js';
import { dimensions } from '../scoring/ladder.js';

export type FailOn = 'regression' | 'warning' | 'error' | 'never';

export interface GateOptions {
  readonly failOn: FailOn;
  /** Lowest score that passes, 0 to 100. An unknown level has none and so is below any minimum but 0. */
  readonly minimumScores: Readonly<Partial<Record<Dimension, number>>>;
}

export interface Gate {
  readonly verdict: Verdict;
  /** Why it failed, a sentence each. */
  readonly failures: readonly string[];
}

const weight: Readonly<Record<Severity, number>> = { notice: 0, warning: 1, error: 2 };

/**
 * @param audit without a base every finding is `existing`, and they are what the gate judges
 */
export function gate(
  findings: readonly Finding[],
  results: Readonly<Record<Dimension, DimensionResult | null>>,
  options: GateOptions,
  audit: boolean,
): Gate {
  if (dimensions.every((dimension) => results[dimension] === null) && findings.length === 0) {
    return { verdict: 'neutral', failures: [] };
  }
  const failures =
    options.failOn === 'never' ? [] : [...blocking(findings, options.failOn, audit), ...tooLow(results, options)];
  return { verdict: failures.length > 0 ? 'fail' : 'pass', failures };
}

function blocking(findings: readonly Finding[], failOn: Exclude<FailOn, 'never'>, audit: boolean): readonly string[] {
  const judged = findings.filter(({ status }) => status === (audit ? 'existing' : 'introduced'));
  const regressions = judged.filter((finding) => finding.regression);
  if (failOn === 'regression') {
    return regressions.map((finding) => `${finding.dimension} privacy gets worse: ${finding.title} (${finding.rule})`);
  }
  return judged
    .filter((finding) => weight[finding.severity] >= weight[failOn])
    .map((finding) => `${finding.severity}: ${finding.title} (${finding.rule})`);
}

function tooLow(
  results: Readonly<Record<Dimension, DimensionResult | null>>,
  { minimumScores }: GateOptions,
): readonly string[] {
  return dimensions.flatMap((dimension) => {
    const minimum = minimumScores[dimension];
    const result = results[dimension];
    if (minimum === undefined || result === null || (result.score ?? -1) >= minimum || minimum === 0) return [];
    return [
      `${dimension} scores ${result.score === null ? 'nothing (unknown)' : String(result.score)}, below the minimum of ${String(minimum)}`,
    ];
  });
}
