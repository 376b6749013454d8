/** Values of a release, merged as Helm merges them: maps deeply, lists and scalars replaced, null kept (it deletes a default). */
import { literal, mapping, undetermined } from '../../syntax/value.js';
import type { Entry, Mapping, Origin, Undetermined, Value } from '../../syntax/value.js';

/** Deeper values are taken whole. */
const DEEPEST = 200;

/**
 * @param over what takes precedence. Where it is not known, everything below it may be something else; where it is `base` that is
 *   not known, everything that is not said above it may be there.
 */
export function mergeValues(base: Value, over: Value, depth = 0): Value {
  if (over.kind === 'undetermined') return opened(base, over);
  if (over.kind !== 'map' || depth > DEEPEST) return over;
  if (base.kind === 'undetermined') return withRest(over, base);
  if (base.kind !== 'map') return over;
  const entries = new Map<string, Entry>();
  for (const [key, entry] of base.entries) {
    const unlisted = over.rest && !over.entries.has(key);
    entries.set(key, unlisted ? { ...entry, value: opened(entry.value, over.rest) } : entry);
  }
  for (const [key, entry] of over.entries) {
    const below = base.entries.get(key)?.value ?? base.rest;
    entries.set(key, below ? { ...entry, value: mergeValues(below, entry.value, depth + 1) } : entry);
  }
  const rest = over.rest ?? base.rest;
  return mapping(entries.values(), mergedOrigin(base, over), rest);
}

/** All in order, the later over the earlier; `origin` is where an empty result stands. */
export function mergeAll(values: readonly Value[], origin: Origin): Value {
  return values.reduce((merged, value) => mergeValues(merged, value), mapping([], origin));
}

/** A mapping to which an unknown source may have added, at every depth. */
export function withRest(map: Mapping, rest: Undetermined, depth = 0): Mapping {
  if (depth > DEEPEST) return map;
  const entries = [...map.entries.values()].map((entry) =>
    entry.value.kind === 'map' ? { ...entry, value: withRest(entry.value, rest, depth + 1) } : entry,
  );
  return mapping(entries, map.origin, map.rest ?? rest);
}

/** A value that an unknown source may replace: its shape is likely, nothing of it is certain. */
function opened(value: Value, by: Undetermined, depth = 0): Value {
  if (value.kind !== 'map' || depth > DEEPEST) return undetermined(by.expression, by.waitsFor, value.origin);
  const entries = [...value.entries.values()].map((entry) => ({ ...entry, value: opened(entry.value, by, depth + 1) }));
  return mapping(entries, value.origin, by);
}

/** An empty side has no say in where the result stands. */
function mergedOrigin(base: Mapping, over: Mapping): Origin {
  if (base.entries.size === 0) return over.origin;
  if (over.entries.size === 0) return base.origin;
  return over.origin.from.length === 0 ? { ...literal(over.origin.span) } : over.origin;
}
