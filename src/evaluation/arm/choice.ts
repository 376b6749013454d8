/**
 * Choices in three-valued logic: `if`/ternary, `and`, `or`, `coalesce`. Operands are evaluated only when they can matter,
 * as Azure does, so that an error in a branch that is not taken is none.
 */
import type { Span } from '../../syntax/source.js';
import { isNull, scalar, undetermined } from '../../syntax/value.js';
import type { Scalar, Value } from '../../syntax/value.js';
import { computed, equal, render, waiting } from './inspect.js';
import { isNonEmpty } from './partial.js';

/** How many different values a choice lists, and how many it looks at. */
const mostCandidates = 8;
const mostValues = 64;

export type Later = () => Value;

/** The value of the branch that is taken; undetermined with both as candidates when the condition is open. */
export function conditional(condition: Value, then: Later, otherwise: Later, span: Span): Value {
  const decided = truth(condition);
  if (decided !== undefined) return chosen(decided ? then() : otherwise(), [condition], span);
  const one = then();
  const other = otherwise();
  if (equal(one, other) === true) return chosen(one, [condition], span);
  const expression = `${render(condition)} ? ${render(one)} : ${render(other)}`;
  return oneOf([one, other], expression, reasons([condition]), [condition, one, other], span);
}

/** An undetermined value that is one of some values; that value itself when they are all equal. */
export function oneOf(
  values: readonly Value[],
  expression: string,
  waitsFor: readonly string[],
  operands: readonly Value[],
  span: Span,
): Value {
  const candidates: Value[] = [];
  const flat = values.flatMap((v) => (v.kind === 'undetermined' && v.candidates ? v.candidates : [v]));
  for (const value of flat.slice(0, mostValues)) {
    if (!candidates.some((known) => equal(known, value) === true)) candidates.push(value);
  }
  const [first] = candidates;
  const origin = computed(span, operands);
  if (first && candidates.length === 1 && flat.length <= mostValues && first.kind !== 'undetermined') {
    return { ...first, origin };
  }
  const waits = waitsFor.length > 0 ? waitsFor : waiting(values);
  return undetermined(
    shorten(expression),
    waits,
    origin,
    flat.length > mostValues || candidates.length > mostCandidates ? [] : candidates,
  );
}

/** The candidates of a value, or the value alone; nothing when it is open without a choice. */
export function alternatives(value: Value): readonly Value[] | undefined {
  if (value.kind !== 'undetermined') return [value];
  return value.candidates;
}

/** `&&`: false as soon as one operand is, also when others are open. */
export function and(operands: readonly Later[], span: Span): Value {
  return junction(operands, false, '&&', span);
}

/** `||`: true as soon as one operand is, also when others are open. */
export function or(operands: readonly Later[], span: Span): Value {
  return junction(operands, true, '||', span);
}

export function not(operand: Value, span: Span): Value {
  const decided = truth(operand);
  if (decided !== undefined) return scalar(!decided, computed(span, [operand]));
  return undetermined(shorten(`!${render(operand)}`), reasons([operand]), computed(span, [operand]));
}

/** `??`: the first operand that is not null. */
export function coalesce(operands: readonly Later[], span: Span): Value {
  const open: Value[] = [];
  for (const operand of operands) {
    const value = operand();
    if (value.kind === 'undetermined' && !isNonEmpty(value)) {
      const choices = value.candidates;
      if (choices?.every((choice) => choice.kind !== 'undetermined' && !isNull(choice)))
        return settle(open, value, span);
      open.push(value);
    } else if (!isNull(value)) {
      return settle(open, value, span);
    }
  }
  return settle(open, undefined, span);
}

/** What a condition says: true, false, or `undefined` when it is open or no boolean. */
export function truth(value: Value): boolean | undefined {
  if (value.kind === 'scalar') return typeof value.value === 'boolean' ? value.value : textTruth(value);
  if (value.kind !== 'undetermined' || !value.candidates) return undefined;
  const answers = new Set(value.candidates.map((candidate) => truth(candidate)));
  return answers.size === 1 ? [...answers][0] : undefined;
}

/** Conditions given as text: Resource Manager reads `"true"` and `"false"` in any case. */
function textTruth(value: Scalar): boolean | undefined {
  const text = typeof value.value === 'string' ? value.value.toLowerCase() : undefined;
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

function junction(operands: readonly Later[], decisive: boolean, sign: string, span: Span): Value {
  const values: Value[] = [];
  for (const operand of operands) {
    const value = operand();
    values.push(value);
    if (truth(value) === decisive) return scalar(decisive, computed(span, [value]));
  }
  const open = values.filter((value) => truth(value) === undefined);
  if (open.length === 0) return scalar(!decisive, computed(span, values));
  const expression = shorten(open.map((value) => render(value)).join(` ${sign} `));
  return undetermined(expression, reasons(open), computed(span, [...open, ...values]));
}

function settle(open: readonly Value[], last: Value | undefined, span: Span): Value {
  if (open.length === 0) return last ?? scalar(null, computed(span, []));
  const values = [
    ...open.flatMap((value) => {
      if (value.kind !== 'undetermined' || !value.candidates) return [value];
      return value.candidates.filter((candidate) => !isNull(candidate));
    }),
    ...(last ? [last] : [scalar(null, computed(span, []))]),
  ];
  const expression = [...open, ...(last ? [last] : [])].map((value) => render(value)).join(' ?? ');
  return oneOf(values, expression, waiting(open), [...open, ...(last ? [last] : [])], span);
}

/** The value of a taken branch: it came the branch's way, and the condition has its part in it. */
function chosen<V extends Value>(value: V, conditions: readonly Value[], span: Span): V {
  const travelled = value.origin.from.length > 0;
  const [one, other] = travelled ? [[value], conditions] : [conditions, [value]];
  const origin = { span, from: [...one, ...other].map((operand) => operand.origin) };
  const taken: Value = value;
  if (taken.kind === 'map') return { ...value, origin: conditions.some(moved) ? origin : value.origin };
  return { ...value, origin };
}

/** What some operands wait for; the operands themselves when they are decided and yet no condition. */
function reasons(operands: readonly Value[]): readonly string[] {
  const waitsFor = waiting(operands);
  return waitsFor.length > 0 ? waitsFor : operands.map((operand) => shorten(render(operand)));
}

function moved(value: Value): boolean {
  return value.origin.from.length > 0;
}

function shorten(text: string): string {
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
