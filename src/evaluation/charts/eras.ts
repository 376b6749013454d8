/** The stretches of versions in which nothing changes that we know of a chart. */
import { compareVersions, contains, parseRange, spelled } from '../modules/versions.js';
import type { Interval, Version } from '../modules/versions.js';
import type { PublishedChart } from './definition.js';

/** The oldest first. */
export function erasOf(chart: PublishedChart): readonly Interval[] {
  const published = parseRange(chart.versions ?? '') ?? { from: [0, 0, 0] };
  const marks = new Map<string, Version>([[spelled(published.from), published.from]]);
  for (const versions of rangesOf(chart)) {
    const range = parseRange(versions);
    for (const mark of [range?.from, range?.to]) {
      if (mark && contains(published, mark)) marks.set(spelled(mark), mark);
    }
  }
  const sorted = [...marks.values()].sort(compareVersions);
  return sorted.map((from, index) => {
    const to = sorted[index + 1] ?? published.to;
    return to ? { from, to } : { from };
  });
}

/** Every range of versions in the data of a chart but its own. */
export function rangesOf({ current, objects, ignored = [], refused = [] }: PublishedChart): readonly string[] {
  const versioned = [
    ...objects,
    ...objects.flatMap(({ when = [] }) => when),
    ...objects.flatMap(({ settings }) => settings),
    ...objects.flatMap(({ settings }) => settings.flatMap(({ when = [] }) => when)),
    ...ignored,
    ...refused,
  ];
  const ranges = versioned.flatMap(({ versions }) => versions ?? []);
  return current === undefined ? ranges : [...ranges, current];
}

/** Whether a version is among those that a part of the data is about. */
export function isIn(version: Version, versions: string | undefined): boolean {
  const range = versions === undefined ? undefined : parseRange(versions);
  return versions === undefined || (range !== undefined && contains(range, version));
}
