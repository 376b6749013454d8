import type { Call, Expression } from '../../syntax/bicep/ast.js';
import { literal, undetermined } from '../../syntax/value.js';
import type { Value } from '../../syntax/value.js';
import type { Argument } from '../arm/functions/function.js';
import { callFunction } from '../arm/functions/library.js';
import { runtime, runtimePart } from '../arm/partial.js';
import { excerpt } from '../arm/session.js';
import { spanOf, withLocals } from './environment.js';
import type { Environment, Symbol } from './environment.js';
import { evaluate } from './expression.js';
import { loadFunctions } from './load.js';
import { resourceIn } from './symbolic.js';

/** The value of a call: of a function of the file, of an import, of the language, or of a resource at run time. */
export function evaluateCall(call: Call, env: Environment): Value {
  const { target } = call;
  if (target && !isBuiltInNamespace(target, env)) return callOn(target, call, env);
  const symbol = target ? undefined : env.symbol(call.name.name);
  if (symbol?.kind === 'function') return applied(symbol, call, env);
  const [first] = call.arguments;
  const span = spanOf(call, env);
  const name = call.name.name.toLowerCase();
  if (name === 'any' && first) return evaluate(first, env);
  if (name === 'nameof' && first) return nameOf(first, env);
  const load = Object.hasOwn(loadFunctions, name) ? loadFunctions[name] : undefined;
  if (load) {
    const operands = call.arguments.map((argument) => evaluate(argument, env));
    return load(operands, span, env) ?? undetermined(excerpt(span), [excerpt(span)], literal(span));
  }
  const operands = call.arguments.map((argument) => argumentOf(argument, env));
  return callFunction(call.name.name, operands, { span, session: env.session, scope: env.scope });
}

function isBuiltInNamespace(target: Expression, env: Environment): boolean {
  if (target.kind !== 'reference' || env.locals.has(target.name)) return false;
  return (target.name === 'az' || target.name === 'sys') && env.symbol(target.name) === undefined;
}

/** `namespace.function(…)` of a wildcard import, or an action of a resource: `account.listKeys()`. */
function callOn(target: Expression, call: Call, env: Environment): Value {
  const span = spanOf(call, env);
  const namespace = target.kind === 'reference' ? env.symbol(target.name) : undefined;
  const found = namespace?.kind === 'namespace' ? namespace.find(call.name.name) : undefined;
  if (found?.kind === 'function') return applied(found, call, env);
  const origin = literal(span);
  return resourceIn(target, env) ? runtime(excerpt(span), origin) : runtimePart(excerpt(span), origin);
}

function applied(symbol: Extract<Symbol, { kind: 'function' }>, call: Call, env: Environment): Value {
  return symbol.call(
    call.arguments.map((argument) => evaluate(argument, env)),
    spanOf(call, env),
  );
}

function argumentOf(expression: Expression, env: Environment): Argument {
  if (expression.kind === 'parenthesized') return argumentOf(expression.expression, env);
  if (expression.kind !== 'lambda') return evaluate(expression, env);
  const names = expression.parameters.map((parameter) => parameter.name);
  return {
    kind: 'lambda',
    parameters: names.length,
    apply: (values) => evaluate(expression.body, withLocals(env, names, values)),
  };
}

function nameOf(expression: Expression, env: Environment): Value {
  const origin = literal(spanOf(expression, env));
  switch (expression.kind) {
    case 'reference':
      return { kind: 'scalar', value: expression.name, origin };
    case 'member':
      return { kind: 'scalar', value: expression.name.name, origin };
    default:
      return undetermined('nameof()', ['nameof()'], origin);
  }
}
