/** JSON merge patches (RFC 7396) over positioned values. What a patch sets stands where the patch does. */
import type { Entry, Mapping, Origin, Value } from '../../syntax/value.js';
import { isNull, list, mapping, scalar } from '../../syntax/value.js';

/** Deeper patches are no settings of a cluster. */
const deepest = 30;

/**
 * @param patch what `JSON.parse` gave
 * @param origin the text of the patch
 */
export function mergePatched(target: Value | undefined, patch: unknown, origin: Origin, depth = deepest): Value {
  if (!isRecord(patch) || depth === 0) return valueOf(patch, origin, depth);
  const base: Mapping =
    target?.kind === 'map' ? target : mapping([], target && !isNull(target) ? target.origin : origin);
  const entries = new Map<string, Entry>(base.entries);
  for (const [key, value] of Object.entries(patch)) {
    const earlier = entries.get(key);
    if (value === null) entries.delete(key);
    else {
      const merged = mergePatched(earlier?.value, value, origin, depth - 1);
      entries.set(key, { key, keySpan: earlier?.keySpan ?? origin.span, value: merged });
    }
  }
  return { ...base, entries };
}

function valueOf(plain: unknown, origin: Origin, depth: number): Value {
  if (Array.isArray(plain) && depth > 0) {
    return list(
      plain.map((item) => mergePatched(undefined, item, origin, depth - 1)),
      origin,
    );
  }
  const isScalar = typeof plain === 'string' || typeof plain === 'number' || typeof plain === 'boolean';
  return scalar(isScalar ? plain : null, origin);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
