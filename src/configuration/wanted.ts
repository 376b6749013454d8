/** Which level a subject must reach: what is said about it, else about its environment, else about all. */
import type { Required } from '../comparison/regression.js';
import type { Dimension, KnownLevel } from '../scoring/ladder.js';
import type { Configuration, Environment } from './configuration.js';
import type { Named } from './patterns.js';
import { bySpecificity, isIn, means } from './patterns.js';

export interface Reason {
  readonly level: KnownLevel;
  /** What says so: `subjects: shop/*`, `environment production`, `required`, or `default`. */
  readonly because: string;
}

/** Each dimension goes its own way: a pattern that says nothing about one leaves it to the next. */
export function wantedOf(
  { required, environments, subjects }: Configuration,
  subject: Named,
): Readonly<Record<Dimension, Reason>> {
  const own = bySpecificity(
    subjects.filter(({ pattern }) => means(pattern, subject)),
    ({ pattern }) => pattern,
  ).map(({ pattern, levels }) => ({ levels, because: `subjects: ${pattern}` }));
  const around = environmentsOf(environments, subject).map(({ name, levels }) => ({
    levels,
    because: `environment ${name}`,
  }));
  const said = [...own, ...around, { levels: required, because: 'required' }];
  const first = (dimension: Dimension): Reason => {
    const found = said.find(({ levels }) => levels[dimension] !== undefined);
    return { level: found?.levels[dimension] ?? required[dimension], because: found?.because ?? 'required' };
  };
  return { api: first('api'), ingress: first('ingress'), egress: first('egress') };
}

export function requiredOf(configuration: Configuration, subject: Named): Required {
  const { api, ingress, egress } = wantedOf(configuration, subject);
  return { api: api.level, ingress: ingress.level, egress: egress.level };
}

/** The environments that a subject is in, the one with the most telling path first. */
export function environmentsOf(environments: readonly Environment[], subject: Named): readonly Environment[] {
  const found = environments.flatMap((environment) =>
    environment.patterns.filter((pattern) => isIn(pattern, subject)).map((pattern) => ({ environment, pattern })),
  );
  return [...new Set(bySpecificity(found, ({ pattern }) => pattern).map(({ environment }) => environment))];
}
