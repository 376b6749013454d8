/** `default`, `coalesce`, `ternary`, `required`, `fail` and what asks for types. */
import type { Data, Open } from '../data/data.js';
import { NIL, bool, open } from '../data/data.js';
import { sameData } from '../data/compare.js';
import { print } from '../data/format.js';
import { isOpen, waitingOf } from '../data/holes.js';
import { text } from '../data/text.js';
import { truth } from '../data/truth.js';
import { undetermined } from '../../../../syntax/value.js';
import { toScalar } from '../data/from-value.js';
import { fault } from '../execute/fault.js';
import { argument, stringAt, typeName } from './arguments.js';
import type { Call, Functions } from './function.js';
import { lenient, strict, unknown } from './function.js';

export const DEFAULTS: Functions = {
  default: lenient((args, call) =>
    args.length < 2 ? argument(args, 0) : firstSet([argument(args, 1), argument(args, 0)], call, true),
  ),
  coalesce: lenient((args, call) => firstSet(args, call, false)),
  empty: lenient((args, call) => {
    const known = truth(argument(args, 0));
    return known === undefined ? unknown(call, waits(args, call)) : bool(!known);
  }),
  all: lenient((args, call) => {
    const truths = args.map(truth);
    if (truths.includes(false)) return bool(false);
    return truths.includes(undefined) ? unknown(call, waits(args, call)) : bool(true);
  }),
  any: lenient((args, call) => {
    const truths = args.map(truth);
    if (truths.includes(true)) return bool(true);
    return truths.includes(undefined) ? unknown(call, waits(args, call)) : bool(false);
  }),
  ternary: lenient((args, call) => {
    const condition = argument(args, 2);
    if (isOpen(condition)) return choice([argument(args, 0), argument(args, 1)], waits([condition], call), call);
    if (condition.kind !== 'bool') return fault(`wrong type for value; expected bool; got ${typeName(condition)}`);
    return argument(args, condition.value ? 0 : 1);
  }),
  required: lenient((args, call) => {
    const data = argument(args, 1);
    const isMissing = data.kind === 'nil' || (data.kind === 'string' && data.value === '');
    return isMissing ? fault(print(argument(args, 0), call.holes).value) : data;
  }),
  fail: lenient((args, { holes }) => fault(print(argument(args, 0), holes).value)),
  kindOf: strict((args) => text(kindOf(argument(args, 0)))),
  kindIs: strict((args) => bool(kindOf(argument(args, 1)) === stringAt(args, 0))),
  typeOf: strict((args) => text(typeName(argument(args, 0)))),
  typeIs: strict((args) => bool(typeName(argument(args, 1)) === stringAt(args, 0))),
  typeIsLike: strict((args) =>
    bool([stringAt(args, 0), `*${stringAt(args, 0)}`].includes(typeName(argument(args, 1)))),
  ),
  deepEqual: strict((args) => bool(sameData(argument(args, 0), argument(args, 1)))),
};

function kindOf(data: Data): string {
  switch (data.kind) {
    case 'nil':
      return 'invalid';
    case 'list':
      return 'slice';
    case 'dict':
      return 'map';
    case 'object':
      return 'struct';
    case 'bool':
    case 'int':
    case 'int64':
    case 'float64':
    case 'string':
    case 'open':
      return data.kind;
  }
}

/** The first value that is not empty. @param last whether the last is taken even when it is empty */
function firstSet(args: readonly Data[], call: Call, last: boolean): Data {
  const options: Data[] = [];
  let certain = false;
  for (const [index, arg] of args.entries()) {
    const known = truth(arg);
    const isLast = last && index === args.length - 1;
    if (known === false && !isLast) continue;
    options.push(arg);
    certain = known === true;
    if (certain || isLast) break;
  }
  if (!certain && !last) options.push(NIL);
  const [only] = options;
  return options.length === 1 && only ? only : choice(options, waits(options, call), call, certain ? true : undefined);
}

function choice(options: readonly Data[], waitsFor: readonly string[], call: Call, truthy?: boolean): Open {
  const origin = {
    span: call.span,
    from: options.flatMap((option) => waitingOf(option, call.holes).map((value) => value.origin)),
  };
  const candidates = options.flatMap((option) => (isOpen(option) ? [] : (toScalar(option, origin) ?? [])));
  const whole = candidates.length === options.length ? candidates : undefined;
  return open(undetermined(call.expression, waitsFor, origin, whole), options, truthy);
}

function waits(args: readonly Data[], { holes }: Call): readonly string[] {
  const rests = args.flatMap((arg) => ((arg.kind === 'list' || arg.kind === 'dict') && arg.rest ? [arg.rest] : []));
  const all = [...args.flatMap((arg) => waitingOf(arg, holes)), ...rests];
  return [...new Set(all.flatMap(({ waitsFor }) => waitsFor))];
}
