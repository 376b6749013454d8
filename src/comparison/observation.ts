/** What one revision shows: its subjects, judged, with what the rules found in each. */
import { docsOf } from '../rules/rule.js';
import type { Discovery, Rule } from '../rules/rule.js';
import type { Judged } from '../scoring/judge.js';
import { judge } from '../scoring/judge.js';
import type { Judgement } from '../scoring/judgement.js';
import type { Dimension } from '../scoring/ladder.js';
import type { Subject } from '../posture/model.js';

export interface Observation {
  readonly judged: Judged;
  readonly discoveries: readonly Discovered[];
}

export interface Discovered extends Discovery {
  readonly rule: Rule;
  readonly docs: string;
}

export function observe(subject: Subject, rules: readonly Rule[]): Observation {
  const judged = judge(subject);
  return {
    judged,
    discoveries: rules.flatMap((rule) =>
      rule.check(judged).map((discovery) => ({ ...discovery, rule, docs: docsOf(rule.id) })),
    ),
  };
}

export function judgementOf(judged: Judged, dimension: Dimension): Judgement | null {
  return judged[dimension];
}
