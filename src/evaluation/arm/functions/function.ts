import type { Span } from '../../../syntax/source.js';
import type { Origin, Value } from '../../../syntax/value.js';
import type { Scope } from '../scope.js';
import type { Session } from '../session.js';

/** A lambda of either language, ready to be applied. */
export interface Lambda {
  readonly kind: 'lambda';
  readonly parameters: number;
  apply(values: readonly Value[]): Value;
}

export type Argument = Value | Lambda;

/** One call: where it stands and what it may use. */
export interface Call {
  readonly name: string;
  readonly span: Span;
  /** The origin of a value that the call computes: the call, computed from its operands. */
  readonly origin: Origin;
  readonly session: Session;
  /** Where the deployment that contains the call goes to. */
  readonly scope: Scope;
}

/** A function of the template language. Its result is `undefined` when the operands do not decide it or do not fit. */
export interface TemplateFunction {
  /** Fewest and most operands. */
  readonly arity: readonly [number, number];
  /** Handles undetermined operands itself; otherwise it is only called when none is undetermined as a whole. */
  readonly partial?: boolean;
  /** Depends on the characters of its text operands, so that an id with placeholders leaves it undetermined. */
  readonly characters?: boolean;
  apply(operands: readonly Value[], call: Call): Value | undefined;
}

/** A function that takes lambdas. */
export interface LambdaFunction {
  readonly arity: readonly [number, number];
  applyLambda(operands: readonly Argument[], call: Call): Value | undefined;
}

/** By name in lower case: names of functions are not case-sensitive in templates. */
export type Family = Readonly<Record<string, TemplateFunction>>;

/** A function of determined operands. */
export function pure(
  fewest: number,
  most: number,
  apply: TemplateFunction['apply'],
  traits: { readonly characters?: boolean } = {},
): TemplateFunction {
  return { arity: [fewest, most], apply, ...traits };
}

/** A function that looks at undetermined operands itself. */
export function partial(fewest: number, most: number, apply: TemplateFunction['apply']): TemplateFunction {
  return { arity: [fewest, most], apply, partial: true };
}
