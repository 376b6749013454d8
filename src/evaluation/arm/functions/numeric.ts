import type { Value } from '../../../syntax/value.js';
import { pure } from './function.js';
import type { Call, Family } from './function.js';
import { booleanOf, integerOf, numberOf, result, stringOf } from './operand.js';

/** Functions of whole numbers. Division cuts off towards zero, the remainder has the sign of the dividend. */
export const numericFunctions: Family = {
  add: binary((a, b) => a + b),
  sub: binary((a, b) => a - b),
  mul: binary((a, b) => a * b),
  div: binary((a, b) => (b === 0 ? undefined : Math.trunc(a / b))),
  mod: binary((a, b) => (b === 0 ? undefined : a % b)),
  min: pure(1, 10_000, (operands, call) => extreme(operands, call, (a, b) => Math.min(a, b))),
  max: pure(1, 10_000, (operands, call) => extreme(operands, call, (a, b) => Math.max(a, b))),
  int: pure(1, 1, ([value], call) => result(integer(value), call), { characters: true }),
  float: pure(1, 1, ([value], call) => result(numberOf(value) ?? decimal(stringOf(value)), call), { characters: true }),
  bool: pure(1, 1, ([value], call) => result(boolean(value), call)),
};

function binary(apply: (a: number, b: number) => number | undefined): Family[string] {
  return pure(2, 2, ([left, right], call) => {
    const [a, b] = [numberOf(left), numberOf(right)];
    return a === undefined || b === undefined ? undefined : result(apply(a, b), call);
  });
}

function extreme(operands: readonly Value[], call: Call, pick: (a: number, b: number) => number): Value | undefined {
  const [first] = operands;
  const items = first?.kind === 'list' ? (first.rest ? [] : first.items) : operands;
  const numbers = items.map((item) => integerOf(item)).filter((number) => number !== undefined);
  if (numbers.length === 0 || numbers.length !== items.length) return undefined;
  return result(numbers.reduce(pick), call);
}

function integer(value: Value | undefined): number | undefined {
  const number = numberOf(value);
  if (number !== undefined) return Math.trunc(number);
  const text = stringOf(value)?.trim();
  return text !== undefined && /^[+-]?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function decimal(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*[+-]?\d+(\.\d+)?([eE][+-]?\d+)?\s*$/.test(text) ? Number(text) : undefined;
}

/** Texts `true` and `false` in any case, and numbers: zero is false ("Template functions - logical: bool"). */
function boolean(value: Value | undefined): boolean | undefined {
  const number = numberOf(value);
  if (number !== undefined) return number !== 0;
  const text = stringOf(value)?.toLowerCase();
  return booleanOf(value) ?? (text === 'true' ? true : text === 'false' ? false : undefined);
}
