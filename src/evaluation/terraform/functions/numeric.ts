import { Fault } from '../fault.js';
import { numberIn, plain, scalars, structural, result, type Functions } from './definition.js';

export const numericFunctions: Functions = {
  abs: scalars(['number'], Math.abs),
  ceil: scalars(['number'], Math.ceil),
  floor: scalars(['number'], Math.floor),
  log: scalars(['number', 'number'], (number, base) => Math.log(number) / Math.log(base)),
  pow: scalars(['number', 'number'], (base, power) => base ** power),
  signum: scalars(['number'], Math.sign),
  parseint: scalars(['string', 'number'], parseInteger),
  max: structural((args, call) =>
    result(
      call,
      some(args)
        .map(numberIn)
        .reduce((a, b) => Math.max(a, b)),
    ),
  ),
  min: structural((args, call) =>
    result(
      call,
      some(args)
        .map(numberIn)
        .reduce((a, b) => Math.min(a, b)),
    ),
  ),
  sum: plain(([list]) => {
    if (!Array.isArray(list) || list.length === 0) throw new Fault('sum needs a list that is not empty');
    return list.reduce<number>((total, item) => total + Number(item), 0);
  }),
};

function some<T>(args: readonly T[]): readonly T[] {
  if (args.length === 0) throw new Fault('at least one argument is required');
  return args;
}

function parseInteger(text: string, base: number): number {
  const digits = '0123456789abcdefghijklmnopqrstuvwxyz'.slice(0, base);
  const bare = text.replace(/^[+-]/, '').toLowerCase();
  if (base < 2 || base > 36 || bare === '' || !Array.from(bare).every((digit) => digits.includes(digit))) {
    throw new Fault(`"${text.slice(0, 60)}" is no integer of base ${String(base)}`);
  }
  return Number.parseInt(text, base);
}
