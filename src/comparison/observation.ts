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
  /** What only shows against the same subject at the base. */
  readonly since: (before: Judged) => readonly Discovered[];
}

export interface Discovered extends Discovery {
  readonly rule: Rule;
  readonly docs: string;
}

export function observe(subject: Subject, rules: readonly Rule[]): Observation {
  return observeJudged(judge(subject), rules);
}

export function observeJudged(judged: Judged, rules: readonly Rule[]): Observation {
  const each = (find: (rule: Rule) => readonly Discovery[]): readonly Discovered[] =>
    rules.flatMap((rule) => find(rule).map((discovery) => ({ ...discovery, rule, docs: docsOf(rule.id) })));
  return {
    judged,
    discoveries: each((rule) => rule.check(judged)),
    since: (before) => each((rule) => rule.compare?.(before, judged) ?? []),
  };
}

export function judgementOf(judged: Judged, dimension: Dimension): Judgement | null {
  return judged[dimension];
}
