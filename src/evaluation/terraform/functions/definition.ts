/** How the functions of the language are defined: by what they need to know of their arguments. */
import type { Plain } from '../../../syntax/edit.js';
import type { Span } from '../../../syntax/source.js';
import { isNull, scalar, type Scalar, type Value } from '../../../syntax/value.js';
import { Fault } from '../fault.js';
import { lift, type Decided } from '../lift.js';
import { plainOf, valueOf } from '../plain.js';
import { toBool, toNumber, toText } from '../primitives.js';
import type { Scope } from '../scope.js';
import { boundText, spend } from '../session.js';
import { sizeOf } from '../size.js';
import { computed, isDecided, open } from '../values.js';

/** A call whose arguments are evaluated. */
export interface Call {
  readonly name: string;
  readonly args: readonly Value[];
  readonly span: Span;
  /** The call as written, for people. */
  readonly source: string;
  readonly scope: Scope;
}

/** @throws Fault for arguments that Terraform refuses */
export type FunctionDefinition = (call: Call) => Value;

export type Functions = Readonly<Record<string, FunctionDefinition>>;

type Kind = 'string' | 'number' | 'bool' | 'any';
interface Kinds {
  readonly string: string;
  readonly number: number;
  readonly bool: boolean;
  readonly any: Scalar['value'];
}
type Arguments<K extends readonly Kind[]> = { [I in keyof K]: Kinds[K[I]] };

/**
 * A function of strings, numbers and booleans that gives one.
 * @param kinds what each argument is converted to
 * @param more what every further argument is converted to
 */
export function scalars<const K extends readonly Kind[]>(
  kinds: K,
  apply: (...args: Arguments<K>) => string | number | boolean | null,
): FunctionDefinition {
  return (call) =>
    lift(call.args, call.source, call.span, (args) => {
      if (args.length !== kinds.length) throw new Fault(`${call.name} takes ${String(kinds.length)} arguments`);
      const converted = kinds.map((kind, index) => convertScalar(args[index], kind)) as unknown as Arguments<K>;
      const result = apply(...converted);
      return scalar(typeof result === 'string' ? boundText(result) : result, computed(call.span, call.args));
    });
}

/** A function of values of which everything is known. */
export function plain(apply: (args: readonly Plain[], call: Call) => Plain): FunctionDefinition {
  return weighing((call) =>
    lift(call.args, call.source, call.span, (args) => {
      if (!args.every(isDecided)) return open(call.source, call.span, call.args);
      return valueOf(apply(args.map(plainOf), call), computed(call.span, call.args));
    }),
  );
}

/** A function that goes through all that its arguments hold, which counts as work. */
export function weighing(apply: FunctionDefinition): FunctionDefinition {
  return (call) => {
    const { session } = call.scope;
    for (const arg of call.args) spend(session, call.span, sizeOf(session, arg));
    return apply(call);
  };
}

/** A function of lists and maps whose elements may be open, but not they themselves. */
export function structural(apply: (args: readonly Decided[], call: Call) => Value): FunctionDefinition {
  return (call) => lift(call.args, call.source, call.span, (args) => apply(args, call));
}

/** A call whose result is not known. */
export function opened(call: Call): Value {
  return open(call.source, call.span, call.args);
}

/** A result of a call. */
export function result(call: Call, value: Scalar['value']): Scalar {
  return scalar(typeof value === 'string' ? boundText(value) : value, computed(call.span, call.args));
}

/** @throws Fault for an argument that is missing */
export function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Fault('an argument is missing');
  return value;
}

/** @throws Fault when there is no such argument */
export function argument<T>(args: readonly T[], index: number): T {
  const found = args[index];
  if (found === undefined) throw new Fault(`the argument ${String(index + 1)} is missing`);
  return found;
}

function convertScalar(value: Decided | undefined, kind: Kind): Scalar['value'] {
  if (value?.kind !== 'scalar') throw new Fault(`a ${kind === 'any' ? 'string, number or bool' : kind} is required`);
  if (kind === 'any') return value.value;
  if (isNull(value)) throw new Fault('an argument must not be null');
  switch (kind) {
    case 'string':
      return toText(value.value);
    case 'number':
      return toNumber(value.value);
    case 'bool':
      return toBool(value.value);
  }
}

/** @throws Fault for what is no string, number or bool */
export function plainText(value: Plain | undefined): string {
  if (value === undefined || (value !== null && typeof value === 'object')) throw new Fault('a string is required');
  return toText(value);
}

/** @throws Fault for what is no string, number or bool */
export function textIn(value: Value | undefined): string {
  if (value?.kind !== 'scalar') throw new Fault('a string is required');
  return toText(value.value);
}

/** @throws Fault for what is no number */
export function numberIn(value: Value | undefined): number {
  if (value?.kind !== 'scalar') throw new Fault('a number is required');
  return toNumber(value.value);
}
