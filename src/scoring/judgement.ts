import type { Fact } from '../posture/fact.js';
import type { Origin } from '../syntax/value.js';
import type { KnownLevel, Level, Modifier } from './ladder.js';

/**
 * The level of one subject in one dimension, and why. `cause` is what rules go by: one cause has one deciding rule, so
 * that a level and the sentence about it can't disagree.
 */
export interface Judgement<Cause extends string = string> {
  readonly level: Level;
  readonly cause: Cause;
  readonly modifiers: readonly Modifier[];
  /** One sentence, no markup. Says "by default" where a default decides. */
  readonly because: string;
  /** The places that decide, the most telling first; never empty. */
  readonly evidence: readonly Origin[];
  /** For `unknown`: what would decide it. */
  readonly dependsOn: readonly string[];
  /**
   * What holds without the subject, where that is known: a new filter is compared with it, and not with the required level, since
   * it makes nothing worse.
   */
  readonly withoutIt?: KnownLevel;
  /** Set where nothing in the text asks for the level. It counts as a step back from a better one, and else not at all. */
  readonly implied?: true;
}

/** ` by default` when the text omits a fact; with the module that decides it where that is a published one. */
export function byDefault(fact: Fact<unknown>): string {
  if (!fact.known || !fact.byDefault) return '';
  const { published } = fact.origin;
  if (!published) return ' by default';
  const { by, fixed, other } = published;
  if (fixed) return ` by default (${by} has no parameter for it)`;
  return ` by default of ${by}${other === undefined ? '' : ` (${other}, which that admits as well)`}`;
}

/** ` by default of …` when a published module decides a fact: worth a word also where it is the good case. */
export function byModule(fact: Fact<unknown>): string {
  return fact.known && fact.origin.published ? byDefault(fact) : '';
}

/** The judgement of a dimension that waits for facts that the text does not decide. */
export function undecided(what: string, facts: readonly Fact<unknown>[]): Judgement<'undetermined'> {
  const open = facts.flatMap((fact) => (fact.known ? [] : [fact]));
  const dependsOn = [
    ...new Set(open.flatMap((fact) => (fact.dependsOn.length > 0 ? fact.dependsOn : [fact.expression]))),
  ];
  return {
    level: 'unknown',
    cause: 'undetermined',
    modifiers: [],
    because: `${what} depends on ${dependsOn.join(', ') || 'what the text does not decide'}`,
    evidence: open.map((fact) => fact.origin),
    dependsOn,
  };
}
