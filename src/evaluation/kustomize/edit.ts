/** Changes of values, which stay as they are: each gives a new one. */
import type { Span } from '../../syntax/source.js';
import { literal, scalar } from '../../syntax/value.js';
import type { Entry, List, Mapping, Value } from '../../syntax/value.js';

/** With an entry set; one that is there keeps its place. */
export function withEntry(map: Mapping, { key, keySpan, value }: Entry): Mapping {
  return { ...map, entries: new Map(map.entries).set(key, { key, keySpan, value }) };
}

/** With several entries set, in one copy of the map. */
export function withEntries(map: Mapping, entries: readonly Entry[]): Mapping {
  if (entries.length === 0) return map;
  return { ...map, entries: new Map([...map.entries, ...entries.map((entry) => [entry.key, entry] as const)]) };
}

export function withoutEntry(map: Mapping, key: string): Mapping {
  if (!map.entries.has(key)) return map;
  const entries = new Map(map.entries);
  entries.delete(key);
  return { ...map, entries };
}

export function withItems(list: List, items: readonly Value[]): List {
  return { ...list, items };
}

export function emptyMap(span: Span): Mapping {
  return { kind: 'map', entries: new Map(), origin: literal(span) };
}

/** A text that a directive gives, at the place of the directive. */
export function textFrom(text: string, giver: Value): Value {
  return scalar(text, giver.origin);
}

/** What stands at a path of keys, changed; maps on the way are made where they are missing and `span` is given. */
export function changeAt(
  map: Mapping,
  path: readonly string[],
  change: (value: Value | undefined) => Value | undefined,
  span?: Span,
): Mapping {
  const [key, ...rest] = path;
  if (key === undefined) return map;
  const found = map.entries.get(key);
  const inner = found && !isNull(found.value) ? found.value : undefined;
  let value: Value | undefined;
  if (rest.length === 0) value = change(found?.value);
  else if (inner?.kind === 'map') value = changeAt(inner, rest, change, span);
  else if (!inner && span) value = changeAt(emptyMap(span), rest, change, span);
  else return map;
  if (value === found?.value) return map;
  if (value === undefined) return withoutEntry(map, key);
  return withEntry(map, { key, keySpan: found?.keySpan ?? span ?? value.origin.span, value });
}

function isNull(value: Value): boolean {
  return value.kind === 'scalar' && value.value === null;
}
