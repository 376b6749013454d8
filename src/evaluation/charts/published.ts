/** A release of a well-known chart becomes the objects that the chart makes. */
import { literal, undetermined } from '../../syntax/value.js';
import type { Mapping, Undetermined, Value } from '../../syntax/value.js';
import type { Problem } from '../../syntax/problem.js';
import { locate } from '../../syntax/source.js';
import type { Release } from '../helm/release.js';
import type { LostSetting, PublishedUse, Resource } from '../resource.js';
import { agreed } from './agree.js';
import { publishedCharts } from './catalogue.js';
import type { PublishedChart } from './definition.js';
import { matchingCharts } from './find.js';
import { lostSettings, refusals } from './lost.js';
import type { Made } from './objects.js';
import { objectsOf } from './objects.js';
import { resourceFor } from './resource.js';
import { variantsOf } from './variants.js';
import type { Variants } from './variants.js';
import type { Places } from './writer.js';

export interface Expansion {
  readonly resources: readonly Resource[];
  readonly problems: readonly Problem[];
}

/**
 * The objects of a release that open a way in or tell which controller does. Values decide where they are given, else the chart's own
 * of the version that the release gets: their origin is marked as published. Where the version, or which chart is meant, is not
 * decided, what all have in common counts.
 * @param charts what is known
 * @returns undefined when the chart is none that we know
 */
export function publishedResources(
  release: Release,
  charts: readonly PublishedChart[] = publishedCharts,
): Expansion | undefined {
  const { chart } = release;
  if (chart.kind !== 'published') return undefined;
  const match = matchingCharts(chart.name, chart.repository, charts);
  return match && expanded(release, variantsOf(match, chart.version));
}

/** The chart that a name most likely means, one that is still published first; undefined for a name that we do not know. */
export function chartByName(
  name: string,
  repository?: string,
  charts: readonly PublishedChart[] = publishedCharts,
): PublishedChart | undefined {
  const found = matchingCharts(name, repository, charts)?.charts;
  return found?.find(({ retired }) => retired !== true) ?? found?.[0];
}

function expanded(release: Release, { label, variants, why }: Variants): Expansion {
  const places: Places = new WeakMap();
  const [only] = variants;
  const failing = only && variants.length === 1 ? refusals(only, release.values) : [];
  const all = variants.map((variant) => objectsOf(variant, label, release, places));
  const made = all.length === 1 ? (all[0] ?? []) : common(all, why, release);
  const lost = commonLost(variants.map((variant) => lostSettings(variant, release.values)));
  const [refused] = failing;
  const failed = refused && `${refused.name}, with which ${label} can't be rendered`;
  const problems = failing.map(({ name, value, note }): Problem => {
    const { path, startLine } = locate(value.origin.span);
    return { path, line: startLine, message: `${label} can't be rendered with ${name}: ${note}` };
  });
  const resources = made.map((object, index) => {
    const published: PublishedUse = { label, lost: index === 0 ? lost : [] };
    const told = failed === undefined ? object : { ...object, body: opened(object.body, failed, release) };
    return resourceFor(told, release, published, places);
  });
  return { resources, problems };
}

/** Objects that only some of the possible charts or versions make are made on that condition. */
function common(all: readonly (readonly Made[])[], why: string, release: Release): readonly Made[] {
  const byName = new Map<string, Made[]>();
  for (const object of all.flat()) {
    const key = `${object.kind}/${object.name}`;
    const same = byName.get(key);
    if (same) same.push(object);
    else byName.set(key, [object]);
  }
  const origin = release.chartOrigin;
  return [...byName.values()].flatMap((same): readonly Made[] => {
    const [first] = same;
    if (!first) return [];
    const body = agreed(
      same.map((each) => each.body),
      why,
      origin,
    );
    const conditions = same.flatMap((each) => each.condition ?? []);
    const isEverywhere = same.length >= all.length;
    const condition: Undetermined | undefined =
      conditions[0] ?? (isEverywhere ? undefined : undetermined(why, [why], origin));
    return [{ kind: first.kind, name: first.name, body, ...(condition ? { condition } : {}) }];
  });
}

/** What is lost whichever version it is. */
function commonLost(all: readonly (readonly LostSetting[])[]): readonly LostSetting[] {
  const [first = [], ...others] = all;
  return first.filter(({ name }) => others.every((lost) => lost.some((each) => each.name === name)));
}

/** Nothing is deployed when rendering fails: what stands there now stays. */
function opened(body: Mapping, why: string, { heading }: Release): Mapping {
  const open = undetermined(why, [why], literal(heading));
  const keep = new Set(['apiVersion', 'kind', 'metadata']);
  const entries = [...body.entries.values()].map((entry) =>
    keep.has(entry.key) ? entry : { ...entry, value: open satisfies Value },
  );
  return { ...body, entries: new Map(entries.map((entry) => [entry.key, entry])) };
}
