/** Calls of functions. */
import type { HclCall } from '../../syntax/hcl/ast.js';
import type { Value } from '../../syntax/value.js';
import { evaluate } from './expressions.js';
import { Fault } from './fault.js';
import { evaluateCan, evaluateTry } from './functions/control.js';
import { functionNamed } from './functions/table.js';
import type { Scope } from './scope.js';
import { spend } from './session.js';
import { sizeOf } from './size.js';
import { carry, open, sourceOf, spanOf } from './values.js';

export function callFunction(expression: HclCall, scope: Scope): Value {
  const name = expression.name.text;
  if (name === 'try') return evaluateTry(expression, scope);
  if (name === 'can') return evaluateCan(expression, scope);
  const span = spanOf(scope.file, expression);
  const source = sourceOf(scope.file, expression);
  const args = evaluateArguments(expression, scope);
  // What is spread has an open end: how many arguments there are is not known.
  if (!args.isComplete) return open(source, span, args.values);
  for (const arg of args.values) spend(scope.session, span, lengthOf(scope, arg));
  const definition = functionNamed(name);
  if (definition) return definition({ name, args: args.values, span, source, scope });
  // Functions of providers, and those of versions to come.
  if (name.includes('::')) return open(source, span, args.values);
  throw new Fault(`there is no function "${name}"`);
}

function evaluateArguments(expression: HclCall, scope: Scope): { values: readonly Value[]; isComplete: boolean } {
  const values = expression.arguments.map((argument) => evaluate(argument, scope));
  if (!expression.expand) return { values, isComplete: true };
  const last = values.at(-1);
  if (last?.kind !== 'list') {
    if (last?.kind === 'undetermined') return { values, isComplete: false };
    throw new Fault('only a list can be spread over arguments');
  }
  const spread = last.items.map((item) => carry(item, last.origin));
  return { values: [...values.slice(0, -1), ...spread], isComplete: !last.rest };
}

/** What a function has to go through at least. */
function lengthOf({ session }: Scope, value: Value): number {
  return value.kind === 'list'
    ? value.items.length
    : value.kind === 'map'
      ? value.entries.size
      : sizeOf(session, value);
}
