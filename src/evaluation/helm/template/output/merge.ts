/** One value from the values that several runs gave: where they differ it is not decided. */
import { list, mapping, scalar, undetermined } from '../../../../syntax/value.js';
import type { Entry, List, Mapping, Undetermined, Value } from '../../../../syntax/value.js';
import type { Met } from './variants.js';
import { conditionOf } from './variants.js';

/** @param mets the decisions of the runs, in the order of the values; nothing where a run has no such value */
export function mergeValues(values: readonly (Value | undefined)[], mets: readonly Met[]): Value | undefined {
  const present = values.flatMap((value) => value ?? []);
  const [first] = present;
  if (!first) return undefined;
  if (present.length < values.length) {
    const kept = mets.filter((_, index) => values[index] !== undefined);
    const merged = mergeValues(present, kept) ?? first;
    const condition = conditionOf(
      values.map((value) => value !== undefined),
      mets,
    );
    return condition ? open(condition, first, [merged, scalar(null, first.origin)]) : merged;
  }
  if (present.every((value) => same(value, first))) return first;
  if (present.every((value) => value.kind === 'map')) return mergeMaps(present, mets, first);
  if (present.every((value) => value.kind === 'list')) return mergeLists(present, mets, first);
  const condition = conditionOf(
    present.map((value) => same(value, first)),
    mets,
  );
  const distinct = present.filter((value, index) => present.findIndex((other) => same(other, value)) === index);
  return condition ? open(condition, first, distinct) : first;
}

function open(condition: Undetermined, { origin }: Value, candidates: readonly Value[]): Undetermined {
  const from = [...origin.from, condition.origin];
  return undetermined(condition.expression, condition.waitsFor, { ...origin, from }, candidates);
}

function mergeMaps(maps: readonly Mapping[], mets: readonly Met[], { origin }: Value): Mapping {
  const keys = new Set(maps.flatMap(({ entries }) => [...entries.keys()]));
  const entries: Entry[] = [];
  for (const key of keys) {
    const found = maps.map((map) => map.entries.get(key));
    const place = found.find((entry) => entry);
    const value = mergeValues(
      found.map((entry) => entry?.value),
      mets,
    );
    if (place && value) entries.push({ ...place, value });
  }
  return mapping(entries, origin, maps.find((map) => map.rest)?.rest);
}

/** Lists of one length differ in their items; else only what they begin with in common is certain. */
function mergeLists(lists: readonly List[], mets: readonly Met[], first: Value): List {
  const lengths = lists.map(({ items }) => items.length);
  const shortest = Math.min(...lengths);
  const rest = lists.find((value) => value.rest)?.rest;
  const at = (index: number): (Value | undefined)[] => lists.map(({ items }) => items[index]);
  const items: Value[] = [];
  if (shortest === Math.max(...lengths)) {
    for (let index = 0; index < shortest; index++) items.push(...[mergeValues(at(index), mets) ?? []].flat());
    return list(items, first.origin, rest);
  }
  for (let index = 0; index < shortest; index++) {
    const [item, ...others] = at(index);
    if (!item || !others.every((other) => sameItem(item, other))) break;
    items.push(item);
  }
  const isShort = lengths.map((length) => length === items.length);
  const condition = conditionOf(isShort, mets);
  return list(items, first.origin, rest ?? (condition && open(condition, first, [])));
}

function sameItem(a: Value | undefined, b: Value | undefined): boolean {
  return a !== undefined && b !== undefined && same(a, b);
}

/** Equal but for places. */
function same(a: Value, b: Value): boolean {
  if (a === b) return true;
  switch (a.kind) {
    case 'scalar':
      return b.kind === 'scalar' && a.value === b.value && a.raw === b.raw;
    case 'undetermined':
      return b.kind === 'undetermined' && a.expression === b.expression;
    case 'list':
      return (
        b.kind === 'list' &&
        a.items.length === b.items.length &&
        !a.rest === !b.rest &&
        a.items.every((item, at) => sameItem(item, b.items[at]))
      );
    case 'map':
      if (b.kind !== 'map' || a.entries.size !== b.entries.size || !a.rest !== !b.rest) return false;
      return [...a.entries].every(([key, { value }]) => sameItem(value, b.entries.get(key)?.value));
  }
}
