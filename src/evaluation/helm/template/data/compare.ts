/** Comparisons of `eq`, `lt` …, which are strict about types, and deep equality. */
import type { Data } from './data.js';
import { isNumber } from './data.js';
import { byBytes } from './format.js';
import { fault } from '../execute/fault.js';

type Basic = 'bool' | 'int' | 'float' | 'string';

function basicKind(data: Data): Basic | undefined {
  switch (data.kind) {
    case 'bool':
      return 'bool';
    case 'int':
    case 'int64':
      return 'int';
    case 'float64':
      return 'float';
    case 'string':
      return 'string';
    case 'nil':
    case 'list':
    case 'dict':
    case 'object':
    case 'open':
      return undefined;
  }
}

/** `eq` of two values; a text is why Go refuses. */
export function equal(a: Data, b: Data): boolean | string {
  if (a.kind === 'nil' || b.kind === 'nil') return a.kind === b.kind;
  const kind = basicKind(a);
  if (!kind || !basicKind(b)) return 'non-comparable type';
  if (kind !== basicKind(b)) return 'incompatible types for comparison';
  return 'value' in a && 'value' in b && a.value === b.value;
}

/** Negative, zero or positive; a text is why Go refuses. */
export function order(a: Data, b: Data): number | string {
  const kind = basicKind(a);
  if (!kind || kind === 'bool' || !basicKind(b)) return 'invalid type for comparison';
  if (kind !== basicKind(b)) return 'incompatible types for comparison';
  if (isNumber(a) && isNumber(b)) return a.value - b.value;
  return a.kind === 'string' && b.kind === 'string' ? byBytes(a.value, b.value) : 0;
}

const MAX_COMPARED = 100_000;

/** `reflect.DeepEqual`; open values equal themselves only. */
export function sameData(a: Data, b: Data, budget = { values: MAX_COMPARED }): boolean {
  if (a === b) return true;
  if (--budget.values < 0) return fault('values are too large to compare');
  if (a.kind !== b.kind) return false;
  if (a.kind === 'list' && b.kind === 'list') {
    if (a.items.length !== b.items.length || a.rest !== b.rest) return false;
    return a.items.every((item, index) => {
      const other = b.items[index];
      return other !== undefined && sameData(item, other, budget);
    });
  }
  if (a.kind === 'dict' && b.kind === 'dict') {
    if (a.entries.size !== b.entries.size || a.rest !== b.rest) return false;
    return [...a.entries].every(([key, { value }]) => {
      const other = b.entries.get(key);
      return other !== undefined && sameData(value, other.value, budget);
    });
  }
  if (a.kind === 'object' || b.kind === 'object') return false;
  if (a.kind === 'open' && b.kind === 'open') return a.value === b.value;
  if (a.kind === 'nil') return true;
  return 'value' in a && 'value' in b && a.value === b.value;
}
