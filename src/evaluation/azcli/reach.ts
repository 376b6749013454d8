/** Which assignments of a variable reach a place of a script, as far as its conditions tell. */
import type { Arm } from '../../syntax/shell/blocks.js';

/** `excluded`: never runs together with the place. `covers`: always ran before it. */
export type Relation = 'covers' | 'maybe' | 'excluded';

export function relationOf(earlier: readonly Arm[], place: readonly Arm[]): Relation {
  let result: Relation = 'covers';
  for (const { block, arm } of earlier) {
    const same = place.find((each) => each.block === block);
    if (same && same.arm !== arm) return 'excluded';
    if (!same && block.kind === 'condition') result = 'maybe';
  }
  return result;
}

export interface Reaching<T> {
  /** In the order of the text. */
  readonly all: readonly T[];
  /** Whether one of them took place. */
  readonly isComplete: boolean;
}

export function reaching<T extends { readonly scope: readonly Arm[] }>(
  assignments: readonly T[],
  place: readonly Arm[],
): Reaching<T> {
  const all: T[] = [];
  for (const each of [...assignments].reverse()) {
    const relation = relationOf(each.scope, place);
    if (relation === 'excluded') continue;
    all.unshift(each);
    if (relation === 'covers' || isOnEveryWay(each, all, place)) return { all, isComplete: true };
  }
  return { all, isComplete: false };
}

/** Whether every arm of the innermost block of an assignment has one, so that it does not matter which is taken. */
function isOnEveryWay<T extends { readonly scope: readonly Arm[] }>(
  { scope }: T,
  found: readonly T[],
  place: readonly Arm[],
): boolean {
  const block = scope.at(-1)?.block;
  if (!block?.isExhaustive || relationOf(scope.slice(0, -1), place) !== 'covers') return false;
  const arms = found.flatMap((each) => each.scope.filter((arm, at) => arm.block === block && at === scope.length - 1));
  return new Set(arms.map(({ arm }) => arm)).size === block.arms;
}
