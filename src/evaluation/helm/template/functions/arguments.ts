/** Arguments as the Go functions take them: a wrong type is an error, as it is in Helm. */
import type { Data, Dict, Sequence, Text } from '../data/data.js';
import { isNumber } from '../data/data.js';
import { fault } from '../execute/fault.js';

export function argument(args: readonly Data[], index: number): Data {
  return args[index] ?? fault('wrong number of args');
}

export function textAt(args: readonly Data[], index: number): Text {
  const data = argument(args, index);
  return data.kind === 'string' ? data : wrong(data, 'string');
}

export function stringAt(args: readonly Data[], index: number): string {
  return textAt(args, index).value;
}

/** An int: a constant or the result of a function, not a number of values. */
export function intAt(args: readonly Data[], index: number): number {
  const data = argument(args, index);
  // text/template hands an int64 to an int parameter only in constants; Helm 3 and 4 convert between integer kinds.
  if (data.kind === 'int' || data.kind === 'int64') return data.value;
  return wrong(data, 'int');
}

export function dictAt(args: readonly Data[], index: number): Dict {
  const data = argument(args, index);
  if (isNilOf(data)) return { kind: 'dict', entries: new Map() };
  return data.kind === 'dict' ? data : wrong(data, 'map[string]interface {}');
}

export function listAt(args: readonly Data[], index: number): Sequence {
  const data = argument(args, index);
  return data.kind === 'list' ? data : wrong(data, '[]interface {}');
}

/** Nothing that a pipeline gives is a nil map or list to Go (text/template, validateType); what a map lacks is of a wrong type. */
function isNilOf(data: Data): boolean {
  return data.kind === 'nil' && data.held !== true;
}

export function typeName(data: Data): string {
  switch (data.kind) {
    case 'nil':
      return '<nil>';
    case 'list':
      return '[]interface {}';
    case 'dict':
      return 'map[string]interface {}';
    case 'object':
      return data.type;
    case 'bool':
    case 'int':
    case 'int64':
    case 'float64':
    case 'string':
    case 'open':
      return data.kind;
  }
}

/** `cast.ToInt64`: never an error. */
export function toInteger(data: Data): number {
  if (isNumber(data)) return Math.trunc(data.value);
  if (data.kind === 'bool') return data.value ? 1 : 0;
  if (data.kind !== 'string') return 0;
  const trimmed = data.value.replace(/^([+-]?\d+)\.0*$/, '$1');
  if (!/^[+-]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]*|[1-9]\d*)$/.test(trimmed)) return 0;
  const unsigned = trimmed.replace(/^[+-]/, '');
  const size = Number(/^0[0-7]+$/.test(unsigned) ? `0o${unsigned}` : unsigned);
  return trimmed.startsWith('-') ? -size : size;
}

/** `cast.ToFloat64`: never an error. */
export function toFloat(data: Data): number {
  if (isNumber(data)) return data.value;
  if (data.kind === 'bool') return data.value ? 1 : 0;
  if (data.kind !== 'string' || !/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(data.value)) return 0;
  return Number(data.value);
}

function wrong(data: Data, expected: string): never {
  return fault(
    data.kind === 'nil' && data.held !== true
      ? `invalid value; expected ${expected}`
      : `wrong type for value; expected ${expected}; got ${data.kind === 'nil' ? 'interface {}' : typeName(data)}`,
  );
}
