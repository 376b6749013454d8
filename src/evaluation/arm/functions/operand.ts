/** Reading operands and making results: what nearly every function needs. */
import { mapping, scalar } from '../../../syntax/value.js';
import type { Mapping, Scalar, Value } from '../../../syntax/value.js';
import type { Call } from './function.js';

export function stringOf(value: Value | undefined): string | undefined {
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}

export function numberOf(value: Value | undefined): number | undefined {
  return value?.kind === 'scalar' && typeof value.value === 'number' ? value.value : undefined;
}

export function integerOf(value: Value | undefined): number | undefined {
  const number = numberOf(value);
  return number !== undefined && Number.isInteger(number) ? number : undefined;
}

export function booleanOf(value: Value | undefined): boolean | undefined {
  return value?.kind === 'scalar' && typeof value.value === 'boolean' ? value.value : undefined;
}

/** A computed scalar; nothing when there is nothing to compute or the text is too long. */
export function result(value: Scalar['value'] | undefined, call: Call): Scalar | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.length > call.session.limits.text) {
    call.session.problem(call.span, `text longer than ${call.session.limits.text} characters: left undetermined`);
    return undefined;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) return undefined;
  return scalar(value, call.origin);
}

/** A computed object. */
export function record(fields: Readonly<Record<string, Value>>, call: Call): Mapping {
  const entries = Object.entries(fields).map(([key, value]) => ({ key, keySpan: call.span, value }));
  return mapping(entries, call.origin);
}
