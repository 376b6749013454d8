/** Numbers. */
import type { Data } from '../data/data.js';
import { float, int, int64 } from '../data/data.js';
import { text } from '../data/text.js';
import { fault } from '../execute/fault.js';
import { argument, intAt, stringAt, toFloat, toInteger } from './arguments.js';
import type { Fn, Functions } from './function.js';
import { strict } from './function.js';

const integers = (compute: (a: number, b: number) => number): Fn =>
  strict((args) =>
    int64(args.slice(1).reduce((sum, arg) => compute(sum, toInteger(arg)), toInteger(argument(args, 0)))),
  );
const floats = (compute: (a: number, b: number) => number): Fn =>
  strict((args) => float(args.slice(1).reduce((sum, arg) => compute(sum, toFloat(arg)), toFloat(argument(args, 0)))));

const largest = integers((a, b) => Math.max(a, b));

export const MATH: Functions = {
  int: strict((args) => int(toInteger(argument(args, 0)))),
  int64: strict((args) => int64(toInteger(argument(args, 0)))),
  float64: strict((args) => float(toFloat(argument(args, 0)))),
  atoi: strict((args) => int(/^[+-]?\d+$/.test(stringAt(args, 0)) ? Number(stringAt(args, 0)) : 0)),
  toDecimal: strict((args) => int64(Number.parseInt(print(argument(args, 0)), 8) || 0)),
  add: strict((args) => int64(args.reduce((sum, arg) => sum + toInteger(arg), 0))),
  add1: strict((args) => int64(toInteger(argument(args, 0)) + 1)),
  sub: integers((a, b) => a - b),
  mul: integers((a, b) => a * b),
  div: integers((a, b) => (b === 0 ? fault('integer divide by zero') : Math.trunc(a / b))),
  mod: integers((a, b) => (b === 0 ? fault('integer divide by zero') : a % b)),
  max: largest,
  biggest: largest,
  min: integers((a, b) => Math.min(a, b)),
  addf: floats((a, b) => a + b),
  add1f: strict((args) => float(toFloat(argument(args, 0)) + 1)),
  subf: floats((a, b) => a - b),
  mulf: floats((a, b) => a * b),
  divf: floats((a, b) => a / b),
  maxf: floats((a, b) => Math.max(a, b)),
  minf: floats((a, b) => Math.min(a, b)),
  floor: strict((args) => float(Math.floor(toFloat(argument(args, 0))))),
  ceil: strict((args) => float(Math.ceil(toFloat(argument(args, 0))))),
  round: strict((args) => {
    const power = 10 ** intAt(args, 1);
    const digit = toFloat(argument(args, 0)) * power;
    const threshold = args.length > 2 ? toFloat(argument(args, 2)) : 0.5;
    return float((digit % 1 >= threshold ? Math.ceil(digit) : Math.floor(digit)) / power);
  }),
  seq: strict((args, { work }) => {
    const numbers = args.map((_, index) => intAt(args, index));
    const [start = 1, step, end] = numbers.length === 1 ? [1, undefined, numbers[0]] : bounds(numbers);
    const by = step ?? ((end ?? start) < start ? -1 : 1);
    const found: number[] = [];
    if (by !== 0 && numbers.length > 0) {
      for (let at = start; by > 0 ? at <= (end ?? start) : at >= (end ?? start); at += by) {
        work(1);
        found.push(at);
      }
    }
    return text(found.join(' '));
  }),
};

function bounds(numbers: readonly number[]): readonly (number | undefined)[] {
  return numbers.length === 2 ? [numbers[0], undefined, numbers[1]] : numbers;
}

function print(data: Data): string {
  return data.kind === 'string' ? data.value : String(toInteger(data));
}
