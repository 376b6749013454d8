/** Arguments that a version of a module does not read: refused when they are parameters, dropped when they are keys of an object. */
import { isNull, member } from '../../syntax/value.js';
import type { Mapping, Value } from '../../syntax/value.js';
import type { LostSetting } from '../resource.js';
import type { PublishedModule, Setting } from './definition.js';
import { isIn } from './release.js';
import type { Version } from './versions.js';

/** Names of given parameters that other versions have and this one does not: the deployment fails on them. */
export function refusedParameters(module: PublishedModule, version: Version, args: Mapping): readonly string[] {
  const names = (isActive: (setting: Setting, versions: string | undefined) => boolean): ReadonlySet<string> =>
    new Set(
      module.deployments.flatMap(({ versions, within, settings }) =>
        within === undefined
          ? settings.flatMap((setting) => (isActive(setting, versions) ? (setting.from?.split('.')[0] ?? []) : []))
          : [],
      ),
    );
  const read = names((setting, versions) => isIn(version, versions) && isIn(version, setting.versions));
  return [...names(() => true)].filter((name) => !read.has(name) && args.entries.has(name));
}

/** @param args the arguments that the settings start at */
export function lostSettings(module: PublishedModule, version: Version, args: Value): readonly LostSetting[] {
  const all = module.deployments.flatMap(({ versions, settings }) => rated(settings, version, isIn(version, versions)));
  const isUntyped = module.deployments.some(({ within }) => within !== undefined);
  return lostAmong(all, version, args, '', isUntyped);
}

/** A setting of any version, and whether the version in question reads it. */
type Rated = Setting & { readonly isRead: boolean };

function rated(settings: readonly Setting[], version: Version, isRead: boolean): readonly Rated[] {
  return settings.map((setting) => ({ ...setting, isRead: isRead && isIn(version, setting.versions) }));
}

/** @param isDropped what becomes of a key that is not read: a parameter is refused, a key of an object dropped */
function lostAmong(
  settings: readonly Rated[],
  version: Version,
  args: Value,
  prefix: string,
  isDropped: boolean,
): readonly LostSetting[] {
  const names = new Set(settings.flatMap(({ from }) => from ?? []));
  return [...names].flatMap((from) => {
    const given = written(args, from);
    if (!given || isNull(given)) return [];
    const name = prefix + from;
    const same = settings.filter((setting) => setting.from === from);
    const read = same.filter(({ isRead }) => isRead);
    if (read.length === 0) return isDropped ? loss(same, name, given) : [];
    if (read.every(isUseless)) return loss(read, name, given);
    const inner = same.flatMap(({ members, items, isRead }) => rated(members ?? items ?? [], version, isRead));
    const objects = same.some(({ items }) => items) ? itemsOf(given) : [given];
    return inner.length > 0 ? objects.flatMap((each) => lostAmong(inner, version, each, `${name}.`, true)) : [];
  });
}

/** Taken, and not handed on. */
function isUseless({ to, members, items }: Setting): boolean {
  return to === undefined && !members && !items;
}

function loss(settings: readonly Setting[], name: string, given: Value): readonly LostSetting[] {
  const { about, harmless, note } = settings.find((setting) => setting.about !== undefined) ?? {};
  if (!about) return [];
  if (given.kind === 'scalar' && harmless?.some((value) => value === given.value)) return [];
  const versions = settings.flatMap((setting) => setting.versions ?? []);
  const reason = note ?? (versions.length > 0 ? `only versions ${versions.join(' and ')} read it` : 'it has no effect');
  return [{ about, name, origin: given.origin, reason }];
}

/** What is certainly given: inside a value that the text does not decide, nothing is. */
function written(args: Value, path: string): Value | undefined {
  let at: Value | undefined = args;
  for (const key of path.split('.')) at = at?.kind === 'map' && at.entries.has(key) ? member(at, key) : undefined;
  return at;
}

function itemsOf(value: Value): readonly Value[] {
  if (value.kind === 'map') return [...value.entries.values()].map((entry) => entry.value);
  return value.kind === 'list' ? value.items : [];
}
