/** Objects put together from parts of others, for resources that are seen as those of another vocabulary. */
import type { Resource } from '../../evaluation/resource.js';
import type { Origin, Entry, Mapping, Value } from '../../syntax/value.js';
import { entry, isNull, literal, mapping, undetermined } from '../../syntax/value.js';

/** @param parts those without a value are left out; the place of a key is that of the value */
export function objectOf(parts: Readonly<Record<string, Value | undefined>>, origin: Origin): Mapping {
  const entries = Object.entries(parts).flatMap(([key, value]): Entry[] =>
    value ? [{ key, keySpan: value.origin.span, value }] : [],
  );
  return mapping(entries, origin);
}

/** A mapping with entries put in or replaced. */
export function withEntries(map: Mapping, parts: Readonly<Record<string, Value | undefined>>): Mapping {
  const added = objectOf(parts, map.origin);
  return { ...map, entries: new Map([...map.entries, ...added.entries]) };
}

/** The value under a key, none where null stands. */
export function at(value: Value | undefined, ...path: readonly string[]): Value | undefined {
  let found = value;
  for (const key of path) found = found?.kind === 'map' ? entry(found, key)?.value : undefined;
  return found && isNull(found) ? undefined : found;
}

export function mapAt(value: Value | undefined, ...path: readonly string[]): Mapping | undefined {
  const found = at(value, ...path);
  return found?.kind === 'map' ? found : undefined;
}

export function itemsAt(value: Value | undefined, ...path: readonly string[]): readonly Value[] {
  const found = at(value, ...path);
  return found?.kind === 'list' ? found.items : [];
}

/** `ManagedCluster` of `containerservice.azure.com/v1api20240901/ManagedCluster`; undefined for other groups. */
export function kindIn(type: string, group: RegExp): string | undefined {
  const [name = '', , kind] = type.split('/');
  return kind !== undefined && group.test(name) ? kind : undefined;
}

/** What something that is made elsewhere decides. */
export function madeBy(what: string, { heading }: Pick<Resource, 'heading'>): Value {
  return undetermined(what, [what], literal(heading));
}
