/** Sets are lists without repetition, in the order in which Terraform visits them. */
import type { Entry, List, Value } from '../../syntax/value.js';
import { list, scalar } from '../../syntax/value.js';
import { toText } from './primitives.js';
import { plainOf } from './plain.js';
import { referenceOf } from './references.js';
import { isDecided } from './values.js';

/** Strings come in the order of their bytes, numbers by size; other values keep theirs. Open items are never merged. */
export function asSet(value: List): List {
  return list(distinct(value.items).sort(compare), value.origin, value.rest);
}

/** Elements of a list or set have one type: where there are strings among numbers and booleans, all become strings. */
export function unify(items: readonly Value[]): readonly Value[] {
  const kinds = new Set(
    items.map((item) => (item.kind === 'scalar' && item.value !== null ? typeof item.value : 'other')),
  );
  if (!kinds.has('string') || kinds.size === 1) return items;
  return items.map((item) =>
    item.kind === 'scalar' && item.value !== null ? scalar(toText(item.value), item.origin) : item,
  );
}

/** The same for the values of a map. */
export function unifyEntries(entries: readonly Entry[]): Entry[] {
  const values = unify(entries.map(({ value }) => value));
  return entries.map((entry, index) => ({ ...entry, value: values[index] ?? entry.value }));
}

export function distinct(items: readonly Value[]): Value[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = identity(item);
    if (key === undefined) return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Equal for equal values; `undefined` when something in the value is open, unless it is one and the same reference. */
export function identity(value: Value): string | undefined {
  const reference = referenceOf(value);
  if (reference) return `reference ${reference.address} ${reference.path}`;
  return isDecided(value) ? JSON.stringify(plainOf(value)) : undefined;
}

function compare(a: Value, b: Value): number {
  if (a.kind !== 'scalar' || b.kind !== 'scalar') return 0;
  if (typeof a.value === 'number' && typeof b.value === 'number') return a.value - b.value;
  if (typeof a.value !== 'string' || typeof b.value !== 'string') return 0;
  return compareText(a.value, b.value);
}

/** By code point, which is the order of UTF-8 bytes. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  for (let at = 0; at < a.length && at < b.length; at += 1) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left === right) continue;
    // Surrogates stand for code points above all others of the basic plane.
    const isLeftHigh = left >= 0xd800 && left <= 0xdfff;
    const isRightHigh = right >= 0xd800 && right <= 0xdfff;
    return isLeftHigh === isRightHigh ? left - right : isLeftHigh ? 1 : -1;
  }
  return a.length - b.length;
}
