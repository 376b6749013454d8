import { list, mapping, scalar, undetermined } from '../../../syntax/value.js';
import type { Entry, List, Mapping, Undetermined, Value } from '../../../syntax/value.js';
import { truth } from '../choice.js';
import { waiting } from '../inspect.js';
import { plainText } from '../partial.js';
import type { Argument, Call, Lambda, LambdaFunction } from './function.js';
import { restOf } from './array.js';

/** Functions that take a lambda. Items whose answer is open make the result's `rest`. */
export const lambdaFunctions: Readonly<Record<string, LambdaFunction>> = {
  map: {
    arity: [2, 2],
    applyLambda: ([source, each], call) =>
      over(source, each, call, (items, apply, rest) =>
        list(
          items.map((item, i) => apply(item, i)),
          call.origin,
          rest,
        ),
      ),
  },
  filter: {
    arity: [2, 2],
    applyLambda: ([source, each], call) => over(source, each, call, (...all) => filter(...all, call)),
  },
  reduce: { arity: [3, 3], applyLambda: reduce },
  sort: { arity: [2, 2], applyLambda: sort },
  toobject: { arity: [2, 3], applyLambda: (operands, call) => keyed(operands, call, false) },
  groupby: { arity: [2, 3], applyLambda: (operands, call) => keyed(operands, call, true) },
  mapvalues: { arity: [2, 2], applyLambda: mapValues },
};

type Apply = (item: Value, index: number) => Value;

function lambdaOf(argument: Argument | undefined): Lambda | undefined {
  return argument?.kind === 'lambda' ? argument : undefined;
}

/** Applies a lambda with the item, and with its index when it takes two. */
function applier(lambda: Lambda, call: Call): Apply {
  return (item, index) => lambda.apply([item, scalar(index, call.origin)].slice(0, Math.max(1, lambda.parameters)));
}

function over(
  source: Argument | undefined,
  each: Argument | undefined,
  call: Call,
  body: (items: readonly Value[], apply: Apply, rest: Undetermined | undefined) => Value,
): Value | undefined {
  const lambda = lambdaOf(each);
  if (source?.kind !== 'list' || !lambda || !call.session.spend(source.items.length, call.span)) return undefined;
  return body(source.items, applier(lambda, call), source.rest);
}

function filter(items: readonly Value[], apply: Apply, rest: Undetermined | undefined, call: Call): List {
  const kept: Value[] = [];
  const doubtful: Undetermined[] = rest ? [rest] : [];
  items.forEach((item, index) => {
    const answer = apply(item, index);
    const decided = truth(answer);
    if (decided === true) kept.push(item);
    else if (decided === undefined) doubtful.push(undetermined('filter(…)', waiting([answer]), call.origin));
  });
  return list(kept, call.origin, restOf(doubtful, call));
}

function reduce([source, initial, each]: readonly Argument[], call: Call): Value | undefined {
  const lambda = lambdaOf(each);
  if (source?.kind !== 'list' || source.rest || !initial || initial.kind === 'lambda' || !lambda) return undefined;
  let current: Value = initial;
  for (const [index, item] of source.items.entries()) {
    if (!call.session.spend(1, call.span)) return undefined;
    const operands = [current, item, scalar(index, call.origin)];
    current = lambda.apply(operands.slice(0, Math.max(2, lambda.parameters)));
  }
  return current;
}

/** Sorts by insertion, so that a comparison that contradicts itself can't loop; an open comparison leaves it undetermined. */
function sort([source, each]: readonly Argument[], call: Call): Value | undefined {
  const lambda = lambdaOf(each);
  if (source?.kind !== 'list' || source.rest || !lambda) return undefined;
  const sorted: Value[] = [];
  for (const item of source.items) {
    let at = sorted.length;
    for (; at > 0; at -= 1) {
      const before = sorted[at - 1];
      if (!before || !call.session.spend(1, call.span)) return undefined;
      const goesFirst = truth(lambda.apply([item, before]));
      if (goesFirst === undefined) return undefined;
      if (!goesFirst) break;
    }
    sorted.splice(at, 0, item);
  }
  return list(sorted, call.origin);
}

function keyed([source, byKey, byValue]: readonly Argument[], call: Call, grouped: boolean): Value | undefined {
  const key = lambdaOf(byKey);
  const value = lambdaOf(byValue);
  if (source?.kind !== 'list' || !key || !call.session.spend(source.items.length, call.span)) return undefined;
  const entries = new Map<string, Value[]>();
  const open: Undetermined[] = source.rest ? [source.rest] : [];
  source.items.forEach((item, index) => {
    const name = applier(key, call)(item, index);
    const content = value ? applier(value, call)(item, index) : item;
    if (name.kind !== 'scalar') open.push(undetermined('toObject(…)', waiting([name]), call.origin));
    else entries.set(plainText(name), [...(grouped ? (entries.get(plainText(name)) ?? []) : []), content]);
  });
  const made: Entry[] = [...entries].map(([name, values]) => {
    const [last] = values.slice(-1);
    const single = last ?? scalar(null, call.origin);
    return { key: name, keySpan: call.span, value: grouped ? list(values, call.origin) : single };
  });
  return mapping(made, call.origin, restOf(open, call));
}

function mapValues([source, each]: readonly Argument[], call: Call): Mapping | undefined {
  const lambda = lambdaOf(each);
  if (source?.kind !== 'map' || !lambda || !call.session.spend(source.entries.size, call.span)) return undefined;
  const entries = [...source.entries.values()].map((entry) => ({ ...entry, value: lambda.apply([entry.value]) }));
  return mapping(entries, call.origin, source.rest);
}
