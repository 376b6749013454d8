import type { Dimension, KnownLevel } from '../scoring/ladder.js';
import { compareLevels } from '../scoring/ladder.js';
import { judgementOf } from './observation.js';
import type { Observation } from './observation.js';

export type Required = Readonly<Record<Dimension, KnownLevel>>;

/**
 * Whether a touched subject gets worse in a dimension: its level drops, or it is new there and below the required level, or below
 * what holds without it. A drop to `unknown` is none.
 */
export function isRegression(
  head: Observation,
  base: Observation | undefined,
  dimension: Dimension,
  required: Required,
): boolean {
  const now = judgementOf(head.judged, dimension);
  if (!now || now.level === 'unknown') return false;
  const before = base && judgementOf(base.judged, dimension);
  return compareLevels(now.level, before ? before.level : (now.withoutIt ?? required[dimension])) < 0;
}

/** Whether a level that the base decided is decided no more. */
export function becomesUnknown(head: Observation, base: Observation | undefined, dimension: Dimension): boolean {
  const before = base && judgementOf(base.judged, dimension);
  return (
    judgementOf(head.judged, dimension)?.level === 'unknown' &&
    before !== undefined &&
    before !== null &&
    before.level !== 'unknown'
  );
}

/** Positive when a level rose or its dimension is gone, negative when it dropped, be it to `unknown`; 0 when it stayed. */
export function trend(head: Observation, base: Observation, dimension: Dimension): number {
  const before = judgementOf(base.judged, dimension);
  const now = judgementOf(head.judged, dimension);
  if (!before || !now) return 1;
  if (now.level === 'unknown' && before.level !== 'unknown') return -1;
  return compareLevels(now.level, before.level);
}
