/** Decided values as plain data and back, for functions that need no positions. */
import type { Plain } from '../../syntax/edit.js';
import { list, mapping, scalar, type Origin, type Value } from '../../syntax/value.js';
import { Fault } from './fault.js';

/** @throws Fault for what is open; keys come in the order that Terraform gives them */
export function plainOf(value: Value): Plain {
  switch (value.kind) {
    case 'scalar':
      return value.value;
    case 'list':
      return value.items.map(plainOf);
    case 'map': {
      // A null prototype: keys come from the text.
      const result = Object.create(null) as Record<string, Plain>;
      for (const key of [...value.entries.keys()].sort()) {
        const entry = value.entries.get(key);
        if (entry) result[key] = plainOf(entry.value);
      }
      return result;
    }
    case 'undetermined':
      throw new Fault('the value is not known');
  }
}

/** Plain data as a value that comes from one place as a whole. */
export function valueOf(plain: Plain, origin: Origin): Value {
  if (plain === null || typeof plain !== 'object') return scalar(plain, origin);
  if (isList(plain))
    return list(
      plain.map((item) => valueOf(item, origin)),
      origin,
    );
  const entries = Object.entries(plain).map(([key, value]) => ({
    key,
    keySpan: origin.span,
    value: valueOf(value, origin),
  }));
  return mapping(entries, origin);
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
