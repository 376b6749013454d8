/** Lists. Go's functions make new ones. */
import type { Data, Sequence } from '../data/data.js';
import { NIL, bool, int, sequence } from '../data/data.js';
import { sameData } from '../data/compare.js';
import { isOpen } from '../data/holes.js';
import { truth } from '../data/truth.js';
import { fault } from '../execute/fault.js';
import { argument, intAt, listAt, toInteger } from './arguments.js';
import type { Fn, Functions } from './function.js';
import { lenient, strict, unknown } from './function.js';

export const LISTS: Functions = {
  list: lenient((args) => sequence(args)),
  tuple: lenient((args) => sequence(args)),
  ...both(
    'Append',
    'append',
    adding((whole, item) => [...whole.items, item]),
  ),
  ...both(
    'Push',
    'push',
    adding((whole, item) => [...whole.items, item]),
  ),
  ...both(
    'Prepend',
    'prepend',
    adding((whole, item) => [item, ...whole.items]),
  ),
  ...both(
    'First',
    'first',
    taking((whole) => whole.items[0]),
  ),
  ...both(
    'Last',
    'last',
    taking((whole) => whole.items.at(-1)),
  ),
  ...both(
    'Rest',
    'rest',
    cutting((items) => items.slice(1)),
  ),
  ...both(
    'Initial',
    'initial',
    cutting((items) => items.slice(0, -1)),
  ),
  ...both(
    'Reverse',
    'reverse',
    cutting((items) => [...items].reverse()),
  ),
  ...both('Uniq', 'uniq', cutting(unique)),
  ...both(
    'Compact',
    'compact',
    cutting((items) => items.filter((item) => truth(item) !== false)),
  ),
  ...both(
    'Without',
    'without',
    strict((args) => {
      const whole = listAt(args, 0);
      return kept(
        whole,
        whole.items.filter((item) => !args.slice(1).some((other) => sameData(item, other))),
      );
    }),
  ),
  ...both(
    'Has',
    'has',
    strict((args, call) => {
      const whole = argument(args, 1);
      if (whole.kind === 'nil') return bool(false);
      if (whole.kind !== 'list') return fault(`cannot find has on type ${whole.kind}`);
      if (whole.items.some((item) => sameData(item, argument(args, 0)))) return bool(true);
      return whole.rest || whole.items.some(isOpen) ? unknown(call) : bool(false);
    }),
  ),
  ...both(
    'Slice',
    'slice',
    strict((args) => {
      const whole = listAt(args, 0);
      const end = args.length > 2 ? toInteger(argument(args, 2)) : whole.items.length;
      return sequence(whole.items.slice(args.length > 1 ? toInteger(argument(args, 1)) : 0, end));
    }),
  ),
  ...both(
    'Chunk',
    'chunk',
    strict((args) => {
      const [size, { items }] = [intAt(args, 0), listAt(args, 1)];
      if (size < 1) return fault('chunk size must be positive');
      const chunks: Data[] = [];
      for (let at = 0; at < items.length; at += size) chunks.push(sequence(items.slice(at, at + size)));
      return sequence(chunks);
    }),
  ),
  concat: strict((args) => {
    const lists = args.map((_, index) => listAt(args, index));
    return sequence(
      lists.flatMap(({ items }) => items),
      lists.find(({ rest }) => rest)?.rest,
    );
  }),
  until: strict((args, { work }) => {
    const count = intAt(args, 0);
    return counted(0, count, count < 0 ? -1 : 1, work);
  }),
  untilStep: strict((args, { work }) => counted(intAt(args, 0), intAt(args, 1), intAt(args, 2), work)),
};

/** A function and its `must` form. */
function both(suffix: string, name: string, fn: Fn): Functions {
  return { [name]: fn, [`must${suffix}`]: fn };
}

function adding(add: (whole: Sequence, item: Data) => readonly Data[]): Fn {
  return lenient((args, call) => {
    const whole = argument(args, 0);
    if (whole.kind === 'open') return unknown(call, whole.value.waitsFor);
    return kept(listAt(args, 0), add(listAt(args, 0), argument(args, 1)));
  });
}

function taking(take: (whole: Sequence) => Data | undefined): Fn {
  return strict((args, call) => take(listAt(args, 0)) ?? (listAt(args, 0).rest ? unknown(call) : NIL));
}

function cutting(cut: (items: readonly Data[]) => readonly Data[]): Fn {
  return strict((args) => {
    const whole = listAt(args, 0);
    return kept(whole, cut(whole.items));
  });
}

function kept(whole: Sequence, items: readonly Data[]): Sequence {
  return { ...whole, items };
}

function unique(items: readonly Data[]): readonly Data[] {
  return items.filter((item, index) => !items.slice(0, index).some((earlier) => sameData(earlier, item)));
}

function counted(start: number, stop: number, step: number, work: (steps: number) => void): Data {
  const items: Data[] = [];
  if (step === 0 || (stop < start && step > 0) || (stop > start && step < 0)) return sequence(items);
  for (let at = start; step > 0 ? at < stop : at > stop; at += step) {
    work(1);
    items.push(int(at));
  }
  return sequence(items);
}
