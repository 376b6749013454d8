import { isNull, list, scalar, type List, type Undetermined, type Value } from '../../../syntax/value.js';
import { equal } from '../equality.js';
import { Fault } from '../fault.js';
import type { Decided } from '../lift.js';
import { truth } from '../operators.js';
import { asSet, compareText, distinct, identity, unify } from '../sets.js';
import { spend } from '../session.js';
import { carry, computed, open } from '../values.js';
import {
  argument,
  given,
  numberIn,
  opened,
  result,
  structural,
  textIn,
  weighing,
  type Call,
  type Functions,
} from './definition.js';

export const listFunctions: Functions = {
  alltrue: (call) => quantified(call, false),
  anytrue: (call) => quantified(call, true),
  chunklist: structural((args, call) => chunks(listIn(args[0]), numberIn(args[1]), call)),
  coalescelist: structural((args, call) => {
    const found = args.find((one) => one.kind === 'list' && (one.items.length > 0 || one.rest));
    if (!found) throw new Fault('coalescelist needs a list that is not empty');
    return found.kind === 'list' && found.items.length === 0 ? opened(call) : found;
  }),
  compact: structural(([value], call) => {
    const kept = listIn(value).items.filter((item) => !isNull(item) && !(item.kind === 'scalar' && item.value === ''));
    // An open text may be empty.
    const certain = kept.filter((item) => item.kind !== 'undetermined' || item.parts);
    const first = kept.find((item) => item.kind === 'undetermined' && !item.parts);
    return made(call, certain, listIn(value).rest ?? (first && open(call.source, call.span, [first])));
  }),
  concat,
  contains: weighing(structural(([value, wanted], call) => contains(listIn(value), given(wanted), call))),
  distinct: weighing(
    structural(([value], call) => made(call, distinct(unify(listIn(value).items)), listIn(value).rest)),
  ),
  element: structural(([value, index], call) => {
    const { items, rest, origin } = listIn(value);
    if (rest) return opened(call);
    const wanted = Math.trunc(numberIn(index));
    const item = items[((wanted % items.length) + items.length) % items.length];
    if (!item) throw new Fault('element needs a list that is not empty');
    return carry(item, origin);
  }),
  flatten,
  index: structural(([value, wanted], call) => {
    const items = listIn(value).items;
    const answers = items.map((item) => equal(item, given(wanted)));
    const at = answers.indexOf(true);
    if (answers.slice(0, at < 0 ? undefined : at).includes(undefined) || (at < 0 && listIn(value).rest))
      return opened(call);
    if (at < 0) throw new Fault('the list does not hold the value');
    return result(call, at);
  }),
  list: (call) => list(call.args, computed(call.span, [])),
  one: structural(([value], call) => {
    if (value?.kind === 'scalar' && isNull(value)) return result(call, null);
    const { items, rest, origin } = listIn(value);
    if (rest) return opened(call);
    if (items.length > 1) throw new Fault('one needs a list of at most one element');
    return items[0] ? carry(items[0], origin) : result(call, null);
  }),
  range: scalarList(range),
  reverse: structural(([value], call) => {
    const { items, rest } = listIn(value);
    return made(call, items.map((item) => carry(item, listIn(value).origin)).reverse(), rest);
  }),
  setproduct: structural((args, call) => product(args, call)),
  setintersection: sets((first, others) =>
    first.filter((item) => others.every((other) => other.some((one) => one.key === item.key))),
  ),
  setsubtract: sets((first, others) =>
    first.filter((item) => !others.some((other) => other.some((one) => one.key === item.key))),
  ),
  setunion: structural((args, call) => {
    const items = args.flatMap((one) => listIn(one).items);
    return asSet(
      made(
        call,
        items,
        args.map((one) => listIn(one).rest).find((rest) => rest !== undefined),
      ),
    );
  }),
  slice: structural(([value, from, to], call) => {
    const { items, rest, origin } = listIn(value);
    if (rest) return opened(call);
    const [start, end] = [numberIn(from), numberIn(to)];
    if (start < 0 || end > items.length || end < start) throw new Fault('the slice is out of range');
    return made(
      call,
      items.slice(start, end).map((item) => carry(item, origin)),
      undefined,
    );
  }),
  sort: structural(([value], call) => {
    const { items, rest } = listIn(value);
    if (rest || items.some((item) => item.kind !== 'scalar')) return opened(call);
    return made(
      call,
      [...items].sort((a, b) => compareText(textIn(a), textIn(b))).map((item) => scalar(textIn(item), item.origin)),
      undefined,
    );
  }),
};

/** @throws Fault for what is no list */
export function listIn(value: Value | undefined): List {
  if (value?.kind !== 'list') throw new Fault('a list or set is required');
  return value;
}

function made(call: Call, items: readonly Value[], rest: Undetermined | undefined): List {
  return list(items, computed(call.span, call.args), rest);
}

function contains(value: List, wanted: Decided, call: Call): Value {
  const answers = value.items.map((item) => equal(item, wanted));
  if (answers.includes(true)) return result(call, true);
  return answers.includes(undefined) || value.rest ? opened(call) : result(call, false);
}

/** Decided as soon as one element decides. */
function quantified(call: Call, decisive: boolean): Value {
  const value = argument(call.args, 0);
  if (value.kind === 'undetermined') return opened(call);
  const answers = listIn(value).items.map((item) => (isNull(item) ? false : truth(item)));
  if (answers.includes(decisive)) return result(call, decisive);
  return answers.includes(undefined) || listIn(value).rest ? opened(call) : result(call, !decisive);
}

/** What is known of the lists stays known when others are open. */
function concat(call: Call): Value {
  const items: Value[] = [];
  const opens: Value[] = [];
  for (const one of call.args) {
    if (one.kind === 'undetermined') opens.push(one);
    else {
      spend(call.scope.session, call.span, listIn(one).items.length);
      for (const item of listIn(one).items) items.push(carry(item, one.origin));
      if (one.kind === 'list' && one.rest) opens.push(one.rest);
    }
  }
  return made(call, items, opens.length > 0 ? open(call.source, call.span, opens) : undefined);
}

function flatten(call: Call): Value {
  const value = argument(call.args, 0);
  if (value.kind === 'undetermined') return opened(call);
  const items: Value[] = [];
  const opens: Value[] = [];
  const add = (one: Value): void => {
    spend(call.scope.session, call.span);
    if (one.kind === 'list') {
      one.items.forEach((item) => add(carry(item, one.origin)));
      if (one.rest) opens.push(one.rest);
      // What is open may be a list itself.
    } else if (one.kind === 'undetermined' && !one.parts) opens.push(one);
    else items.push(one);
  };
  add(listIn(value));
  return made(call, items, opens.length > 0 ? open(call.source, call.span, opens) : undefined);
}

function chunks(value: List, size: number, call: Call): Value {
  if (value.rest) return opened(call);
  const length = size > 0 ? Math.trunc(size) : Math.max(1, value.items.length);
  const count = Math.ceil(value.items.length / length);
  return made(
    call,
    Array.from({ length: count }, (_, index) =>
      made(call, value.items.slice(index * length, (index + 1) * length), undefined),
    ),
    undefined,
  );
}

function product(args: readonly Decided[], call: Call): Value {
  const lists = args.map(listIn);
  if (lists.some(({ rest }) => rest)) return opened(call);
  spend(
    call.scope.session,
    call.span,
    lists.reduce((size, { items }) => size * items.length, lists.length),
  );
  const rows = lists.reduce<Value[][]>(
    (before, { items }) => before.flatMap((row) => items.map((item) => [...row, item])),
    [[]],
  );
  return made(
    call,
    rows.map((row) => made(call, row, undefined)),
    undefined,
  );
}

/** Sets are compared by identity: with an open element nothing is certain. */
function sets(
  combine: (
    first: readonly { key: string; item: Value }[],
    others: readonly (readonly { key: string; item: Value }[])[],
  ) => readonly { key: string; item: Value }[],
): Functions[string] {
  return structural((args, call) => {
    const keyed = args.map((one) => listIn(one).items.map((item) => ({ key: identity(item) ?? '', item })));
    if (keyed.flat().some(({ key }) => key === '') || args.some((one) => listIn(one).rest)) return opened(call);
    spend(
      call.scope.session,
      call.span,
      keyed.reduce((size, { length }) => size * (length + 1), 1),
    );
    const [first = [], ...others] = keyed;
    return asSet(
      made(
        call,
        combine(first, others).map(({ item }) => item),
        undefined,
      ),
    );
  });
}

/** Terraform itself stops at 1,024 elements. */
const MAX_RANGE = 1024;

function range(numbers: readonly number[]): number[] {
  const [first = 0, second, third] = numbers;
  const start = second === undefined ? 0 : first;
  const end = second ?? first;
  const step = third ?? (end < start ? -1 : 1);
  if (step === 0 || (end - start) * step < 0) throw new Fault('the step of range leads away from its end');
  if ((end - start) / step > MAX_RANGE) throw new Fault(`range makes more than ${String(MAX_RANGE)} elements`);
  const items: number[] = [];
  for (let at = start; step > 0 ? at < end : at > end; at += step) items.push(at);
  return items;
}

function scalarList(make: (numbers: readonly number[]) => readonly number[]): Functions[string] {
  return structural((args, call) => {
    const origin = computed(call.span, call.args);
    return list(
      make(args.map(numberIn)).map((item) => scalar(item, origin)),
      origin,
    );
  });
}
