/** Which level a subject must reach: what is said about it, else about its environment, else about all. */
import type { Required } from '../comparison/regression.js';
import type { Dimension, KnownLevel } from '../scoring/ladder.js';
import type { Configuration } from './configuration.js';
import type { Named } from './patterns.js';
import { bySpecificity, isIn, matcher, means } from './patterns.js';

export interface Reason {
  readonly level: KnownLevel;
  /** What says so: `subjects: shop/*`, `environment production`, `required`. */
  readonly because: string;
}

export type Wanting = (subject: Named) => Readonly<Record<Dimension, Reason>>;

/** One thing that is said of some subjects. */
interface Saying {
  readonly applies: (subject: Named) => boolean;
  readonly levels: Partial<Required>;
  readonly because: string;
}

/** Each dimension goes its own way: a pattern that says nothing about one leaves it to the next. */
export function wantingOf(configuration: Configuration): Wanting {
  const { required } = configuration;
  const sayings = sayingsOf(configuration);
  return (subject) => {
    const said = sayings.filter(({ applies }) => applies(subject));
    const first = (dimension: Dimension): Reason => {
      const found = said.find(({ levels }) => levels[dimension] !== undefined);
      return { level: found?.levels[dimension] ?? required[dimension], because: found?.because ?? 'required' };
    };
    return { api: first('api'), ingress: first('ingress'), egress: first('egress') };
  };
}

export function requiredIn(configuration: Configuration): (subject: Named) => Required {
  const wanting = wantingOf(configuration);
  return (subject) => {
    const { api, ingress, egress } = wanting(subject);
    return { api: api.level, ingress: ingress.level, egress: egress.level };
  };
}

/** In the order in which they are asked. */
function sayingsOf({ environments, subjects }: Configuration): readonly Saying[] {
  const own = bySpecificity(subjects, ({ pattern }) => pattern).map(({ pattern, levels }): Saying => {
    const matches = matcher(pattern);
    return { applies: (subject) => means(matches, subject), levels, because: `subjects: ${pattern}` };
  });
  const paths = environments.flatMap((environment) =>
    environment.patterns.map((pattern) => ({ environment, pattern })),
  );
  const around = bySpecificity(paths, ({ pattern }) => pattern).map(({ environment, pattern }): Saying => {
    const matches = matcher(pattern);
    const { name, levels } = environment;
    return { applies: (subject) => isIn(matches, subject), levels, because: `environment ${name}` };
  });
  return [...own, ...around];
}
