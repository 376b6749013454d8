/** Levels that nothing in the text asks for: they count as a step back from a better one, and else not at all. */
import { compareLevels, dimensions } from '../scoring/ladder.js';
import type { Judged } from '../scoring/judge.js';
import type { Observation } from './observation.js';
import { judgementOf } from './observation.js';

/** The same observation without levels that are only implied, and without what decides them. */
export function stated(head: Observation, base: Observation | undefined): Observation {
  const dropped = dimensions.filter((dimension) => {
    const now = judgementOf(head.judged, dimension);
    const before = base && judgementOf(base.judged, dimension);
    return now?.implied === true && !(before && compareLevels(now.level, before.level) < 0);
  });
  if (dropped.length === 0) return head;
  const judged = Object.assign({}, head.judged, ...dropped.map((dimension) => ({ [dimension]: null }))) as Judged;
  const decides = ({ rule, level }: Observation['discoveries'][number]): boolean =>
    level !== undefined && dropped.includes(rule.dimension);
  return { ...head, judged, discoveries: head.discoveries.filter((discovered) => !decides(discovered)) };
}
