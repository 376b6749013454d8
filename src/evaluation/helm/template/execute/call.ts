/** Calls of functions, with what is not decided among their arguments. */
import { undetermined } from '../../../../syntax/value.js';
import type { Origin } from '../../../../syntax/value.js';
import type { Data } from '../data/data.js';
import { isNumber, open, originsOf } from '../data/data.js';
import { isOpen, waitingOf } from '../data/holes.js';
import { computed } from '../data/text.js';
import { sameData } from '../data/compare.js';
import { toScalar } from '../data/from-value.js';
import type { Call, Fn } from '../functions/function.js';
import { TemplateFault } from './fault.js';

/** More combinations of choices than this are not tried. */
const MAX_COMBINATIONS = 24;
/** Characters of a result that count as one step. */
const TEXT_PER_STEP = 50;

export function callFunction(name: string, fn: Fn, args: readonly Data[], call: Call): Data {
  const result = resultOf(name, fn, args, call);
  // Texts that double with every call end here.
  if (result.kind === 'string') call.work((result.value.length + result.marks.length * 20) / TEXT_PER_STEP);
  return result;
}

function resultOf(name: string, fn: Fn, args: readonly Data[], call: Call): Data {
  if (fn.lenient || !args.some(isOpen)) return withOrigin(fn.run(args, call), name, args, call);
  const results = tried(fn, args, call);
  const [first] = results ?? [];
  if (first && results?.every((result) => sameData(result, first))) return withOrigin(first, name, args, call);
  const waiting = args.flatMap((arg) => waitingOf(arg, call.holes));
  const from = [...new Set(waiting.map(({ origin }) => origin))];
  const origin: Origin = { span: call.span, name, from };
  const waitsFor = [...new Set(waiting.flatMap((value) => value.waitsFor))];
  const candidates = results?.flatMap((result) => toScalar(result, origin) ?? []);
  const whole = candidates?.length === results?.length ? candidates : undefined;
  return open(undetermined(call.expression, waitsFor, origin, whole), results);
}

/** The results for every choice that is open; `undefined` when more is open than choices, or too much. */
function tried(fn: Fn, args: readonly Data[], call: Call): readonly Data[] | undefined {
  let combinations: (readonly Data[])[] = [[]];
  for (const arg of args) {
    const options = isOpen(arg) ? (arg.kind === 'open' ? arg.options : undefined) : [arg];
    if (!options || options.some(isOpen) || combinations.length * options.length > MAX_COMBINATIONS) return undefined;
    combinations = combinations.flatMap((earlier) => options.map((option) => [...earlier, option]));
  }
  const results: Data[] = [];
  for (const combination of combinations) {
    try {
      results.push(fn.run(combination, call));
    } catch (error) {
      // A choice that makes the template fail is not what is deployed.
      if (!(error instanceof TemplateFault)) throw error;
    }
  }
  return results.length > 0 ? results : undefined;
}

function withOrigin(result: Data, name: string, args: readonly Data[], { span }: Call): Data {
  if (result.kind === 'string') return result.marks.length === 0 ? computed(result.value, args) : result;
  if (result.kind !== 'bool' && !isNumber(result)) return result;
  if (result.origin) return result;
  const from = [...new Set(args.flatMap(originsOf))];
  return from.length === 0 ? result : { ...result, origin: { span, name, from } };
}
