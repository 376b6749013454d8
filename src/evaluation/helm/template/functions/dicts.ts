/** Maps. `set`, `unset` and `merge` change them in place. */
import type { Data, Dict, Item } from '../data/data.js';
import { bool, open, sequence } from '../data/data.js';
import { print, sortedKeys } from '../data/format.js';
import { isOpen } from '../data/holes.js';
import { EMPTY, text } from '../data/text.js';
import { undetermined } from '../../../../syntax/value.js';
import { fault } from '../execute/fault.js';
import { argument, dictAt, stringAt, textAt } from './arguments.js';
import type { Call, Functions } from './function.js';
import { lenient, strict, unknown } from './function.js';

export const DICTS: Functions = {
  dict: lenient((args, call) => {
    const entries = new Map<string, Item>();
    for (let at = 0; at < args.length; at += 2) {
      const key = argument(args, at);
      if (isOpen(key)) return unknown(call);
      entries.set(print(key, call.holes).value, { value: args[at + 1] ?? EMPTY });
    }
    return { kind: 'dict', entries };
  }),
  get: strict((args, call) => found(dictAt(args, 0), stringAt(args, 1), call) ?? EMPTY),
  set: lenient((args, call) => {
    const whole = argument(args, 0);
    if (whole.kind === 'open' || isOpen(argument(args, 1))) return unknown(call);
    const key = textAt(args, 1);
    const origin = key.marks[0]?.origin;
    dictAt(args, 0).entries.set(key.value, { value: argument(args, 2), ...(origin ? { origin } : {}) });
    return whole;
  }),
  unset: strict((args) => {
    dictAt(args, 0).entries.delete(stringAt(args, 1));
    return dictAt(args, 0);
  }),
  hasKey: strict((args, call) => {
    const whole = dictAt(args, 0);
    if (whole.entries.has(stringAt(args, 1))) return bool(true);
    return whole.rest ? unknown(call, whole.rest.waitsFor) : bool(false);
  }),
  pluck: strict((args) =>
    sequence(args.slice(1).flatMap((_, index) => dictAt(args, index + 1).entries.get(stringAt(args, 0))?.value ?? [])),
  ),
  keys: strict((args) => {
    const dicts = args.map((_, index) => dictAt(args, index));
    return sequence(
      dicts.flatMap(({ entries }) => sortedKeys(entries).map((key) => text(key, entries.get(key)?.origin))),
      dicts.find(({ rest }) => rest)?.rest,
    );
  }),
  values: strict((args) => {
    const { entries, rest } = dictAt(args, 0);
    return sequence(
      sortedKeys(entries).flatMap((key) => entries.get(key)?.value ?? []),
      rest,
    );
  }),
  pick: strict((args) => filtered(args, (isListed) => isListed)),
  omit: strict((args) => filtered(args, (isListed) => !isListed)),
  dig: lenient((args, call) => {
    if (args.length < 3) return fault('dig needs at least three arguments');
    let at: Data = argument(args, args.length - 1);
    for (let index = 0; index < args.length - 2; index++) {
      if (at.kind === 'open') return open(undetermined(call.expression, at.value.waitsFor, at.value.origin));
      if (at.kind !== 'dict')
        return fault(`interface conversion: interface {} is ${at.kind}, not map[string]interface {}`);
      const next = found(at, stringAt(args, index), call);
      if (!next) return argument(args, args.length - 2);
      at = next;
    }
    return at;
  }),
  deepCopy: lenient((args) => copied(argument(args, 0))),
  mustDeepCopy: lenient((args) => copied(argument(args, 0))),
};

function found({ entries, rest }: Dict, key: string, call: Call): Data | undefined {
  return entries.get(key)?.value ?? (rest && unknown(call, rest.waitsFor));
}

function filtered(args: readonly Data[], keeps: (isListed: boolean) => boolean): Dict {
  const whole = dictAt(args, 0);
  const keys = new Set(args.slice(1).map((_, index) => stringAt(args, index + 1)));
  return { ...whole, entries: new Map([...whole.entries].filter(([key]) => keeps(keys.has(key)))) };
}

/** The same data, with maps of its own; a map that stands in several places, or in itself, stays one. */
export function copied(data: Data, known = new Map<Data, Data>()): Data {
  if (data.kind !== 'list' && data.kind !== 'dict') return data;
  const copy = known.get(data);
  if (copy) return copy;
  if (data.kind === 'list') {
    const list: Data = { ...data, items: data.items.map((item) => copied(item, known)) };
    known.set(data, list);
    return list;
  }
  const entries = new Map<string, Item>();
  const dict: Data = { ...data, entries };
  known.set(data, dict);
  for (const [key, item] of data.entries) entries.set(key, { ...item, value: copied(item.value, known) });
  return dict;
}
