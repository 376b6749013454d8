import type { Span } from '../../syntax/source.js';
import { literal, scalar, undetermined } from '../../syntax/value.js';
import type { Value } from '../../syntax/value.js';
import { element, property } from './access.js';
import { and, coalesce, conditional, or } from './choice.js';
import type { Call, Expression } from './expression/ast.js';
import type { Argument } from './functions/function.js';
import { callFunction } from './functions/library.js';
import { integerOf, stringOf } from './functions/operand.js';
import { computed } from './inspect.js';
import type { Scope } from './scope.js';
import type { Session } from './session.js';

/** A function of the template's author: applied to its operands at a place. */
export type UserFunction = (operands: readonly Value[], span: Span) => Value;

/** What the names in an expression mean where it stands. */
export interface Environment {
  readonly session: Session;
  readonly scope: Scope;
  parameter(name: string, span: Span): Value;
  variable(name: string, span: Span): Value;
  userFunction(namespace: string, name: string): UserFunction | undefined;
  /** What `reference` gives for a resource of the same template; `undefined` for every other. */
  reference(target: Value, full: boolean, span: Span): Value | undefined;
  /** Indexes of the copy loops around, by name in lower case; the innermost also under the empty name. */
  readonly loops: ReadonlyMap<string, Value>;
  readonly lambdaVariables: ReadonlyMap<string, Value>;
}

/** The span of a part of an expression, by its offsets. */
export type Place = (start: number, end: number) => Span;

/** The value of an expression of an ARM template. */
export function interpret(expression: Expression, env: Environment, place: Place): Value {
  const span = place(expression.start, expression.end);
  return env.session.descend(span, () => {
    switch (expression.kind) {
      case 'literal':
        return scalar(expression.value, literal(span));
      case 'property':
        return property(interpret(expression.target, env, place), expression.name, span);
      case 'index': {
        const target = interpret(expression.target, env, place);
        return element(target, interpret(expression.index, env, place), span);
      }
      case 'call':
        return call(expression, env, place, span);
    }
  });
}

function call(expression: Call, env: Environment, place: Place, span: Span): Value {
  const later = expression.arguments.map((argument) => () => interpret(argument, env, place));
  const operand = (index: number): Value | undefined => later[index]?.();
  const name = expression.namespace === undefined ? expression.name.toLowerCase() : '';
  const named = (): string => stringOf(operand(0)) ?? '';
  switch (name) {
    case 'if': {
      const [condition, then, otherwise] = later;
      if (condition && then && otherwise) return conditional(condition(), then, otherwise, span);
      break;
    }
    case 'and':
      return and(later, span);
    case 'or':
      return or(later, span);
    case 'coalesce':
      return coalesce(later, span);
    case 'parameters':
      return env.parameter(named(), span);
    case 'variables':
      return env.variable(named(), span);
    case 'lambdavariables':
      return env.lambdaVariables.get(named().toLowerCase()) ?? unknownName(`lambdaVariables('${named()}')`, span);
    case 'copyindex':
      return copyIndex(operand(0), operand(1), env, span);
    case 'reference': {
      const target = operand(0);
      const found = target && env.reference(target, stringOf(operand(2))?.toLowerCase() === 'full', span);
      if (found) return found;
      break;
    }
    default:
      break;
  }
  const own = expression.namespace === undefined ? undefined : env.userFunction(expression.namespace, expression.name);
  if (own)
    return own(
      later.map((each) => each()),
      span,
    );
  const operands = expression.arguments.map((argument) => argumentOf(argument, env, place));
  return callFunction(expression.name, operands, { span, session: env.session, scope: env.scope });
}

/** `lambda('a', 'b', body)` becomes applicable; everything else is a value. */
function argumentOf(expression: Expression, env: Environment, place: Place): Argument {
  if (expression.kind !== 'call' || expression.name.toLowerCase() !== 'lambda')
    return interpret(expression, env, place);
  const body = expression.arguments.at(-1);
  const names = expression.arguments
    .slice(0, -1)
    .map((argument) => (argument.kind === 'literal' ? argument.value : null));
  return {
    kind: 'lambda',
    parameters: names.length,
    apply(values) {
      const lambdaVariables = new Map(env.lambdaVariables);
      names.forEach((name, index) => {
        const value = values[index];
        if (value) lambdaVariables.set(String(name).toLowerCase(), value);
      });
      const span = place(expression.start, expression.end);
      return body ? interpret(body, { ...env, lambdaVariables }, place) : unknownName('lambda()', span);
    },
  };
}

function copyIndex(first: Value | undefined, second: Value | undefined, env: Environment, span: Span): Value {
  const name = stringOf(first);
  const offset = integerOf(name === undefined ? first : second) ?? 0;
  const index = env.loops.get((name ?? '').toLowerCase());
  const label = name === undefined ? 'copyIndex()' : `copyIndex('${name}')`;
  if (!index) return unknownName(label, span);
  const number = integerOf(index);
  return number === undefined ? index : scalar(number + offset, computed(span, [index]));
}

function unknownName(expression: string, span: Span): Value {
  return undetermined(expression, [expression], literal(span));
}
