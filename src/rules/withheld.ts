/** Changes that the text itself keeps from being applied to a cluster that is there. */
import type { Lifecycle } from '../evaluation/resource.js';
import type { Fact } from '../posture/fact.js';
import type { Cluster } from '../posture/model.js';

/** A cluster after a deployment that leaves out what is not applied: those settings stay as they were. */
export function withheld(before: Cluster, after: Cluster): Cluster {
  const { lifecycle } = after;
  if (!lifecycle || lifecycle.ignored.length === 0) return after;
  const keep = <T>(was: Fact<T> | undefined, now: Fact<T>): Fact<T> =>
    was && isWithheld(lifecycle, now.name, was.name) ? was : now;
  const { pools, ...egress } = after.egress;
  return {
    ...after,
    api: kept(before.api, after.api, keep),
    egress: { ...kept(before.egress, egress, keep), pools },
    openings: after.openings.map((opening) => ({
      ...opening,
      exposure: keep(before.openings.find(({ via }) => via === opening.via)?.exposure, opening.exposure),
    })),
    creation: {
      ...after.creation,
      settings: after.creation.settings.map((setting) => ({
        ...setting,
        fact: keep(before.creation.settings.find(({ fact }) => fact.name === setting.fact.name)?.fact, setting.fact),
      })),
    },
  };
}

type Keep = <T>(was: Fact<T> | undefined, now: Fact<T>) => Fact<T>;

function kept<T extends Readonly<Record<keyof T, Fact<unknown>>>>(before: Readonly<T>, after: T, keep: Keep): T {
  const names = Object.keys(after) as (keyof T)[];
  return Object.fromEntries(names.map((name) => [name, keep<unknown>(before[name], after[name])])) as T;
}

/** @param names of a setting, as the text calls it in the one revision or the other */
export function isWithheld({ ignored }: Lifecycle, ...names: readonly string[]): boolean {
  if (ignored === 'all') return true;
  return ignored.some((path) => names.some((name) => name === path || name.startsWith(`${path}.`)));
}
