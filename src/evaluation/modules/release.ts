/** Which version of a published module a call gets, and what can be said of it. */
import type { ModuleCall } from './call.js';
import type { PublishedModule, Setting } from './definition.js';
import { compareVersions, contains, overlap, parseRange, parseVersion, spelled } from './versions.js';
import type { Interval, Version } from './versions.js';

export type Release =
  | {
      readonly kind: 'known';
      /** For people: `Azure/aks/azurerm 9.4.1`, with a remark where it is not just that. */
      readonly label: string;
      readonly version: Version;
      /** Versions with other settings that the call admits as well, the newest first. */
      readonly others: readonly Version[];
    }
  /** The text does not say which; `why` completes "depends on". */
  | { readonly kind: 'open'; readonly label: string; readonly why: string };

/**
 * The newest version that satisfies what the call asks for, as installers choose it; a version newer than all that is known
 * counts as the newest known.
 */
export function releaseOf({ wanted, submodule }: ModuleCall, module: PublishedModule): Release {
  const name = submodule === undefined ? module.source : `${module.source}//${submodule}`;
  const range = wanted.kind === 'range' ? parseRange(wanted.text) : undefined;
  if (!range) return { kind: 'open', label: name, why: `the version of ${name} (${wanted.text})` };
  const label = `${name} ${wanted.text}`.trim();
  const published = parseRange(module.versions ?? '');
  if (published && !overlap(published, range)) return { kind: 'open', label, why: `${label}, which does not exist` };
  const newest = parseVersion(module.newest);
  if (newest && !contains(range, newest) && compareVersions(range.from, newest) > 0) {
    const remark = `judged as ${module.newest}, the newest known`;
    return { kind: 'known', label: `${label} (${remark})`, version: newest, others: [] };
  }
  const admitted = eras(module)
    .filter((era) => overlap(era, range))
    .map((era) => (contains(range, era.from) ? era.from : range.from))
    .reverse();
  const [version, ...others] = admitted;
  if (!version) return { kind: 'open', label, why: `${label}, which does not exist` };
  const remark = wanted.text === '' ? ' (without a version, judged as the newest known)' : '';
  return { kind: 'known', label: label + remark, version, others };
}

/** The stretches of versions in which nothing that we know changes, the oldest first. */
export function eras(module: PublishedModule): readonly Interval[] {
  const published = parseRange(module.versions ?? '') ?? { from: [0, 0, 0] };
  const marks = new Map<string, Version>();
  const mark = (version: Version | undefined): void => {
    if (version && contains(published, version)) marks.set(spelled(version), version);
  };
  mark(published.from);
  for (const versions of rangesIn(module)) {
    const range = parseRange(versions);
    mark(range?.from);
    mark(range?.to);
  }
  const sorted = [...marks.values()].sort(compareVersions);
  return sorted.map((from, index) => {
    const to = sorted[index + 1] ?? published.to;
    return to ? { from, to } : { from };
  });
}

function rangesIn({ deployments }: PublishedModule): readonly string[] {
  const ofSettings = (settings: readonly Setting[]): readonly string[] =>
    settings.flatMap(({ versions, members = [], items = [] }) => [
      ...(versions === undefined ? [] : [versions]),
      ...ofSettings(members),
      ...ofSettings(items),
    ]);
  return deployments.flatMap(({ versions, settings }) => [
    ...(versions === undefined ? [] : [versions]),
    ...ofSettings(settings),
  ]);
}

/** Whether a version is among those that a part of a definition is about. */
export function isIn(version: Version, versions: string | undefined): boolean {
  const range = versions === undefined ? undefined : parseRange(versions);
  return versions === undefined || (range !== undefined && contains(range, version));
}
