/** Short ways to the fields of an object. */
import { entry, isNull, lookup } from '../../syntax/value.js';
import type { Entry, Mapping, Value } from '../../syntax/value.js';

/** A text (or a number or boolean as one) that the files decide. */
export function textAt(value: Value | undefined, ...path: readonly string[]): string | undefined {
  const found = lookup(value, path);
  if (found?.kind !== 'scalar' || found.value === null || found.value === '') return undefined;
  return String(found.value);
}

export function itemsAt(value: Value | undefined, ...path: readonly string[]): readonly Value[] {
  const found = lookup(value, path);
  return found?.kind === 'list' ? found.items : [];
}

export function entriesAt(value: Value | undefined, ...path: readonly string[]): readonly Entry[] {
  const found = lookup(value, path);
  return found?.kind === 'map' ? [...found.entries.values()] : [];
}

export function isTrue(value: Value | undefined, ...path: readonly string[]): boolean {
  return textAt(value, ...path)?.toLowerCase() === 'true';
}

/** Whether a key is there with anything but null. */
export function has(value: Value | undefined, key: string): boolean {
  const found = value?.kind === 'map' ? entry(value, key) : undefined;
  return found !== undefined && !isNull(found.value);
}

/** The entries of an object under some keys. */
export function only(value: Value | undefined, keys: readonly string[]): readonly Entry[] {
  return entriesAt(value).filter(({ key, value: each }) => keys.includes(key) && !isNull(each));
}

export function asMapping(value: Value | undefined): Mapping | undefined {
  return value?.kind === 'map' ? value : undefined;
}
