/** The values of variables: what they are given, their defaults, their types. */
import type { Span } from '../../syntax/source.js';
import { isNull, through, undetermined, type Value } from '../../syntax/value.js';
import type { Declaration } from './configuration.js';
import { convert, type Fallback } from './convert.js';
import { evaluate } from './expressions.js';
import { argumentOf, type Argument } from './layers.js';
import { evaluateArgument, type Module } from './module.js';
import { spend } from './session.js';
import { sizeOf } from './size.js';
import { parseType } from './types.js';

/** @throws Fault when what the variable is given does not fit its type */
export function declaredValue(module: Module, name: string, variable: Declaration, heading: Span): Value {
  const given = module.input(name);
  const nullable = argumentOf(variable, 'nullable')?.expression;
  const replaced = given && isNull(given) && nullable?.kind === 'literal' && nullable.value === false;
  const value = given && !replaced ? given : defaultValue(module, name, variable);
  if (!value) {
    const waits = `${module.prefix}var.${name}`;
    return undetermined(waits, [waits], { span: heading, name: `var.${name}`, from: [] });
  }
  const type = argumentOf(variable, 'type');
  if (!type) return value;
  spend(module.session, heading, sizeOf(module.session, value));
  return convert(value, parseType(type.expression), fallbackIn(module, type));
}

function defaultValue(module: Module, name: string, variable: Declaration): Value | undefined {
  const fallback = argumentOf(variable, 'default');
  if (!fallback) return undefined;
  const value = evaluateArgument(fallback.expression, constantScope(module, fallback), `var.${name}`);
  // It is the call that leaves the variable out: there it can be given.
  return module.call ? through(value, module.call.heading, module.call.name) : value;
}

function fallbackIn(module: Module, type: Argument): Fallback {
  return (expression) => evaluate(expression, constantScope(module, type));
}

/** Defaults can refer to nothing. */
function constantScope(module: Module, { file }: Argument): Parameters<typeof evaluate>[1] {
  return { session: module.session, module: undefined, file, names: undefined };
}
