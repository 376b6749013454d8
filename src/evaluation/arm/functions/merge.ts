/** `union` of objects and of arrays, and the shallow merge behind Bicep's spread. */
import { isNull, mapping, scalar, undetermined } from '../../../syntax/value.js';
import type { Entry, Mapping, Undetermined, Value } from '../../../syntax/value.js';
import { oneOf } from '../choice.js';
import { distinct, restOf } from './array.js';
import type { Call } from './function.js';

/**
 * Later objects win, objects inside objects are merged as well, arrays inside objects are replaced; of arrays the union
 * without repeats. ("Template functions - object: union".) An open operand leaves a `rest`, and what it may overwrite.
 */
export function union(operands: readonly Value[], call: Call): Value | undefined {
  const known = operands.filter((operand) => !isNull(operand));
  if (known.some((operand) => operand.kind === 'list')) {
    const items = known.flatMap((operand) => (operand.kind === 'list' ? operand.items : []));
    const open = known.flatMap((o) => (o.kind === 'undetermined' ? [o] : o.kind === 'list' && o.rest ? [o.rest] : []));
    if (known.some((operand) => operand.kind === 'map' || operand.kind === 'scalar')) return undefined;
    return distinct(items, call, restOf(open, call));
  }
  if (!known.some((operand) => operand.kind === 'map'))
    return known.length === 0 ? scalar(null, call.origin) : undefined;
  return mergeAll(known, call, true);
}

/** Merges objects from the first to the last; nothing when one of them is no object. */
export function mergeAll(operands: readonly Value[], call: Call, deep: boolean): Mapping | undefined {
  let merged: Mapping = mapping([], call.origin);
  for (const operand of operands) {
    if (isNull(operand)) continue;
    const next = merge(merged, operand, call, deep);
    if (!next) return undefined;
    merged = next;
  }
  return { ...merged, origin: call.origin };
}

function merge(left: Mapping, right: Value, call: Call, deep: boolean): Mapping | undefined {
  switch (right.kind) {
    case 'map':
      return mergeMaps(left, right, call, deep);
    case 'undetermined':
      return mergeOpen(left, right, call, deep);
    case 'scalar':
    case 'list':
      return undefined;
  }
}

function mergeMaps(left: Mapping, right: Mapping, call: Call, deep: boolean): Mapping | undefined {
  if (!call.session.spend(left.entries.size + right.entries.size, call.span)) return undefined;
  const entries = new Map<string, Entry>();
  const names = new Map<string, string>();
  for (const entry of left.entries.values()) {
    names.set(entry.key.toLowerCase(), entry.key);
    entries.set(entry.key, right.rest && !right.entries.has(entry.key) ? overwritable(entry, right.rest) : entry);
  }
  for (const entry of right.entries.values()) {
    const name = names.get(entry.key.toLowerCase()) ?? entry.key;
    const earlier = entries.get(name)?.value;
    const nested = deep && earlier?.kind === 'map' ? merge(earlier, entry.value, call, deep) : undefined;
    entries.set(name, nested ? { ...entry, key: name, value: nested } : { ...entry, key: name });
    names.set(entry.key.toLowerCase(), name);
  }
  const rest = restOf(
    [left.rest, right.rest].filter((each) => each !== undefined),
    call,
  );
  return mapping(entries.values(), call.origin, rest);
}

/** A choice of objects decides key by key; anything else may overwrite every key and add others. */
function mergeOpen(left: Mapping, right: Undetermined, call: Call, deep: boolean): Mapping {
  const choices = right.candidates?.map((candidate) => (isNull(candidate) ? mapping([], call.origin) : candidate));
  const merged = choices?.map((choice) => (choice.kind === 'map' ? mergeMaps(left, choice, call, deep) : undefined));
  if (!merged || merged.length === 0 || merged.some((each) => !each || each.rest)) {
    const entries = [...left.entries.values()].map((entry) => overwritable(entry, right));
    return mapping(entries, call.origin, restOf([...(left.rest ? [left.rest] : []), right], call));
  }
  const maps = merged.filter((each) => each !== undefined);
  return combine(maps, right, call);
}

/** One object for several that it may be: keys that differ are open, and one that may be absent may be null. */
function combine(maps: readonly Mapping[], choice: Undetermined, call: Call): Mapping {
  const keys = new Set(maps.flatMap((map) => [...map.entries.keys()]));
  const entries: Entry[] = [];
  for (const key of keys) {
    const found = maps.map((map) => map.entries.get(key));
    const sample = found.find((entry) => entry !== undefined);
    if (!sample) continue;
    const values = found.map((entry) => entry?.value ?? scalar(null, call.origin));
    const first = values[0];
    const same = first && values.every((value) => value === first);
    const objects = values.filter((value) => value.kind === 'map');
    if (same) entries.push({ ...sample, value: first });
    else if (objects.length === values.length) entries.push({ ...sample, value: combine(objects, choice, call) });
    else {
      const value = oneOf(values, `(${choice.expression}).${key}`, choice.waitsFor, [choice, ...values], call.span);
      entries.push({ ...sample, value });
    }
  }
  return mapping(entries, call.origin);
}

function overwritable(entry: Entry, by: Undetermined): Entry {
  const other = undetermined(`${by.expression}.${entry.key}`, by.waitsFor, by.origin);
  const origin = { span: entry.value.origin.span, from: [entry.value.origin, by.origin] };
  const candidates = [entry.value, other];
  return { ...entry, value: undetermined(`${by.expression}.${entry.key}`, by.waitsFor, origin, candidates) };
}
