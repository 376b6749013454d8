/** Subjects that one revision has and the other has not, although what they are about is in both. */
import type { Subject } from '../posture/model.js';
import type { History } from './compare.js';
import { matchSubjects } from './match.js';
import type { Observation } from './observation.js';

/** What a subject of one revision is in the other; undefined when it is not there at all. */
export type Elsewhere = (subject: Subject) => Subject | undefined;

/**
 * What to compare the subjects with that have no counterpart.
 * @param atHead what subjects of the base become
 * @param atBase what subjects of the head were
 */
export function continued(
  base: readonly Observation[],
  head: readonly Observation[],
  history: History,
  { atHead, atBase }: { readonly atHead: Elsewhere; readonly atBase: Elsewhere },
  observed: (subject: Subject) => Observation,
): { readonly base: readonly Observation[]; readonly head: readonly Observation[] } {
  const matches = matchSubjects(base, head, history);
  const matched = new Set(matches.values());
  const found = (observations: readonly Observation[], become: Elsewhere): readonly Observation[] =>
    observations.flatMap(({ judged }) => {
      const subject = become(judged.subject);
      return subject ? [observed(subject)] : [];
    });
  return {
    base: found(
      head.filter((observation) => !matches.has(observation)),
      atBase,
    ),
    head: found(
      base.filter((observation) => !matched.has(observation)),
      atHead,
    ),
  };
}
