/** Subjects in files that nobody changed, which a changed file decides from afar: the settings of a Gateway. */
import type { Observation } from './observation.js';

/** Those of either side that both have and that differ; the others are as they were, and no business of a pull request. */
export function decidedFromAfar(
  base: readonly Observation[],
  head: readonly Observation[],
): { readonly base: readonly Observation[]; readonly head: readonly Observation[] } {
  const before = new Map(base.map((observation) => [observation.judged.subject.id, observation]));
  const differing = head.flatMap((now) => {
    const then = before.get(now.judged.subject.id);
    return then && then.judged.subject.digest() !== now.judged.subject.digest() ? [{ then, now }] : [];
  });
  return { base: differing.map(({ then }) => then), head: differing.map(({ now }) => now) };
}
