/** Positioned values as templates see them, and back as far as choices need it. */
import { scalar, undetermined } from '../../../../syntax/value.js';
import type { Origin, Value } from '../../../../syntax/value.js';
import type { Data, Item } from './data.js';
import { NIL, open } from './data.js';
import { clean } from './holes.js';
import { text } from './text.js';

/** Values nest as deep as YAML may: bounded by its parser. What travelled further than this is cut off as undetermined. */
const DEPTH = 600;

/** Numbers are float64, as Helm reads values. */
export function fromValue(value: Value, depth = 0): Data {
  if (depth > DEPTH) return open(undetermined('values that nest too deep', [], value.origin));
  switch (value.kind) {
    case 'undetermined':
      return open(
        value,
        value.candidates?.map((candidate) => fromValue(candidate, depth + 1)),
      );
    case 'list':
      return {
        kind: 'list',
        items: value.items.map((item) => fromValue(item, depth + 1)),
        ...(value.rest ? { rest: value.rest } : {}),
        origin: value.origin,
      };
    case 'map': {
      const entries = new Map<string, Item>();
      for (const { key, keySpan, value: inner } of value.entries.values()) {
        entries.set(clean(key), { value: fromValue(inner, depth + 1), origin: { span: keySpan, from: [] } });
      }
      return { kind: 'dict', entries, ...(value.rest ? { rest: value.rest } : {}), origin: value.origin };
    }
    case 'scalar': {
      const { value: plain, origin } = value;
      if (plain === null) return { ...NIL, origin };
      if (typeof plain === 'string') return text(clean(plain), origin);
      return typeof plain === 'boolean'
        ? { kind: 'bool', value: plain, origin }
        : { kind: 'float64', value: plain, origin };
    }
  }
}

/** A scalar as a value, for the candidates of a choice; `undefined` for anything else. */
export function toScalar(data: Data, origin: Origin): Value | undefined {
  switch (data.kind) {
    case 'nil':
      return scalar(null, data.origin ?? origin);
    case 'bool':
    case 'int':
    case 'int64':
    case 'float64':
      return scalar(data.value, data.origin ?? origin);
    case 'string':
      return scalar(data.value, data.marks[0]?.origin ?? origin);
    case 'list':
    case 'dict':
    case 'object':
    case 'open':
      return undefined;
  }
}
