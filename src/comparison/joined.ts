/** Subjects in files that nobody changed, which a changed file decides from afar: the settings of a Gateway. */
import type { Observation } from './observation.js';

/** What one side shows: in what is reviewed, and in what surrounds it. */
export interface Observed {
  readonly reviewed: readonly Observation[];
  readonly around: readonly Observation[];
}

/**
 * Those that both sides have and that differ; the others are as they were, and no business of a pull request. A subject of several
 * files can begin in a changed one on one side only: it is then reviewed on both.
 */
export function decidedFromAfar(
  base: Observed,
  head: Observed,
): { readonly base: readonly Observation[]; readonly head: readonly Observation[] } {
  const reviewed = { base: byId(base.reviewed), head: byId(head.reviewed) };
  const before = without(byId(base.around), reviewed.base);
  const now = without(byId(head.around), reviewed.head);
  const differing = [...now].filter(([id, observation]) => {
    const then = before.get(id);
    return then && then.judged.subject.digest() !== observation.judged.subject.digest();
  });
  const only = (one: ReadonlyMap<string, Observation>, other: ReadonlyMap<string, Observation>): readonly string[] =>
    [...one.keys()].filter((id) => other.has(id));
  const pick = (from: ReadonlyMap<string, Observation>, ids: readonly string[]): readonly Observation[] =>
    ids.flatMap((id) => from.get(id) ?? []);
  const ids = differing.map(([id]) => id);
  return {
    base: pick(before, [...ids, ...only(before, reviewed.head)]),
    head: pick(now, [...ids, ...only(now, reviewed.base)]),
  };
}

/** What is reviewed itself may be around something else as well. */
function without(
  around: ReadonlyMap<string, Observation>,
  reviewed: ReadonlyMap<string, Observation>,
): ReadonlyMap<string, Observation> {
  return new Map([...around].filter(([id]) => !reviewed.has(id)));
}

function byId(observations: readonly Observation[]): ReadonlyMap<string, Observation> {
  return new Map(observations.map((observation) => [observation.judged.subject.id, observation]));
}
