import { list, scalar, undetermined } from '../../../syntax/value.js';
import type { List, Undetermined, Value } from '../../../syntax/value.js';
import { computed, equal, renderCall, waiting } from '../inspect.js';
import { arrive } from '../access.js';
import { partial, pure } from './function.js';
import type { Call, Family } from './function.js';
import { integerOf, result, stringOf } from './operand.js';

/** Functions that make or change arrays. Those that also take texts treat them by their characters. */
export const arrayFunctions: Family = {
  array: pure(1, 1, ([value], call) => (value?.kind === 'list' ? value : value && list([value], call.origin))),
  createarray: partial(0, 10_000, (items, call) => list(items, call.origin)),
  first: pure(1, 1, ([value], call) => end(value, call, 0), { characters: true }),
  last: pure(1, 1, ([value], call) => end(value, call, -1), { characters: true }),
  take: pure(2, 2, ([value, count], call) => slice(value, count, call, (n) => [0, Math.max(0, n)])),
  skip: pure(2, 2, ([value, count], call) => slice(value, count, call, (n) => [Math.max(0, n), undefined])),
  range: pure(2, 2, range),
  flatten: pure(1, 1, ([value], call) => flatten(value, call)),
  distinct: pure(1, 1, ([value], call) =>
    value?.kind === 'list' ? distinct(value.items, call, value.rest) : undefined,
  ),
  indexof: pure(2, 2, ([where, what], call) => position(where, what, call, false), { characters: true }),
  lastindexof: pure(2, 2, ([where, what], call) => position(where, what, call, true), { characters: true }),
};

/** `concat` of arrays: an open operand leaves the number of items open. */
export function concatLists(operands: readonly Value[], call: Call): List | undefined {
  const items: Value[] = [];
  const open: Undetermined[] = [];
  for (const operand of operands) {
    if (operand.kind === 'list') {
      items.push(...operand.items);
      if (operand.rest) open.push(operand.rest);
    } else if (operand.kind === 'undetermined') {
      open.push(operand);
    } else {
      return undefined;
    }
  }
  if (!call.session.spend(items.length, call.span)) return undefined;
  return list(items, call.origin, restOf(open, call));
}

/** What an open part of a collection stands for. */
export function restOf(open: readonly Undetermined[], call: Call): Undetermined | undefined {
  const [first] = open;
  if (!first) return undefined;
  if (open.length === 1) return first;
  return undetermined(renderCall(call.name, open), waiting(open), call.origin);
}

/** The items without repeats; an item that may repeat another is kept. */
export function distinct(items: readonly Value[], call: Call, rest?: Undetermined): List | undefined {
  const kept: Value[] = [];
  for (const item of items) {
    if (!call.session.spend(kept.length + 1, call.span)) return undefined;
    if (!kept.some((known) => equal(known, item) === true)) kept.push(item);
  }
  return list(kept, call.origin, rest);
}

function end(value: Value | undefined, call: Call, at: 0 | -1): Value | undefined {
  const text = stringOf(value);
  if (text !== undefined) return result(text.at(at) ?? '', call);
  if (value?.kind !== 'list' || value.rest) return undefined;
  const item = value.items.at(at);
  return item ? arrive(item, value, call.span) : scalar(null, call.origin);
}

function slice(
  value: Value | undefined,
  count: Value | undefined,
  call: Call,
  bounds: (count: number) => readonly [number, number | undefined],
): Value | undefined {
  const number = integerOf(count);
  if (number === undefined || !value) return undefined;
  const [from, to] = bounds(number);
  const text = stringOf(value);
  if (text !== undefined) return result(text.slice(from, to), call);
  if (value.kind !== 'list' || value.rest) return undefined;
  return list(value.items.slice(from, to), call.origin);
}

/** Resource Manager refuses more than 10,000 numbers in one call ("Template functions - arrays: range"). */
function range([start, count]: readonly Value[], call: Call): Value | undefined {
  const first = integerOf(start);
  const length = integerOf(count);
  if (first === undefined || length === undefined || length < 0) return undefined;
  if (length > 10_000) {
    call.session.problem(call.span, `range of ${length} numbers: at most 10000 are allowed`);
    return undetermined(
      renderCall(
        call.name,
        [start, count].filter((v) => v !== undefined),
      ),
      ['range'],
      call.origin,
    );
  }
  if (!call.session.spend(length, call.span)) return undefined;
  const items = Array.from({ length }, (_, index) => scalar(first + index, call.origin));
  return list(items, call.origin);
}

function flatten(value: Value | undefined, call: Call): Value | undefined {
  if (value?.kind !== 'list') return undefined;
  const flat = concatLists(value.items, call);
  if (!flat || !value.rest) return flat;
  return list(flat.items, call.origin, restOf([value.rest, ...(flat.rest ? [flat.rest] : [])], call));
}

/** Texts are searched without regard to case, arrays by equality ("Template functions - string: indexOf"). */
function position(where: Value | undefined, what: Value | undefined, call: Call, last: boolean): Value | undefined {
  if (!where || !what) return undefined;
  const text = stringOf(where)?.toLowerCase();
  const wanted = stringOf(what)?.toLowerCase();
  if (text !== undefined && wanted !== undefined) {
    return result(last ? text.lastIndexOf(wanted) : text.indexOf(wanted), call);
  }
  if (where.kind !== 'list' || where.rest) return undefined;
  const answers = where.items.map((item) => equal(item, what));
  const found = last ? answers.lastIndexOf(true) : answers.indexOf(true);
  const doubtful = last ? answers.lastIndexOf(undefined) : answers.indexOf(undefined);
  const decides = doubtful < 0 || (found >= 0 && (last ? doubtful < found : doubtful > found));
  return decides ? scalar(found, computed(call.span, [where, what])) : undefined;
}
