/** Computes with open values: whatever can be chosen is computed with, so that a choice stays one. */
import type { Span } from '../../syntax/source.js';
import type { Undetermined, Value } from '../../syntax/value.js';
import { equal } from './equality.js';
import { Fault } from './fault.js';
import { computed, open } from './values.js';

const MAX_CANDIDATES = 8;

/** A value that a function can be given: a choice among decided ones was taken. */
export type Decided = Exclude<Value, Undetermined>;

/**
 * Applies a function to operands of which none is undetermined as a whole. When exactly one is, and is a choice, the
 * result is the choice among the results; when others are, the result is open.
 */
export function lift(
  operands: readonly Value[],
  expression: string,
  span: Span,
  apply: (operands: readonly Decided[]) => Value,
): Value {
  const opens = operands.filter((operand) => operand.kind === 'undetermined');
  const [first, second] = opens;
  if (!first) return apply(operands.filter((operand): operand is Decided => operand.kind !== 'undetermined'));
  const candidates = second ? undefined : decidedCandidates(first);
  if (!candidates) return open(expression, span, operands);
  const results = attemptAll(candidates, (candidate) =>
    apply(operands.map((operand): Decided => (operand.kind === 'undetermined' ? candidate : operand))),
  );
  return choice(results, expression, span, operands);
}

/** What can be chosen, when all of it is decided. */
export function decidedCandidates(value: Undetermined): readonly Decided[] | undefined {
  const decided = value.candidates?.filter((candidate): candidate is Decided => candidate.kind !== 'undetermined');
  return decided && decided.length === value.candidates?.length ? decided : undefined;
}

/** Results for those candidates that can be deployed at all: one that makes Terraform fail is never chosen. */
export function attemptAll<T>(candidates: readonly T[], apply: (candidate: T) => Value): Value[] {
  return candidates.flatMap((candidate) => {
    try {
      return [apply(candidate)];
    } catch (fault) {
      if (fault instanceof Fault) return [];
      throw fault;
    }
  });
}

/** One of several values; that value itself when they are all the same. */
export function choice(values: readonly Value[], expression: string, span: Span, operands: readonly Value[]): Value {
  const flat = values.flatMap((value) =>
    value.kind === 'undetermined' && value.candidates ? value.candidates : [value],
  );
  const distinct: Value[] = [];
  for (const value of flat) if (!distinct.some((known) => equal(known, value) === true)) distinct.push(value);
  const [first, second] = distinct;
  if (first && !second) return { ...first, origin: computed(span, [first, ...operands]) };
  return open(expression, span, [...operands, ...values], distinct.length > MAX_CANDIDATES ? [] : distinct);
}
