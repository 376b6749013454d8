/** One use of a Terraform folder: the root, or a module call's instance. Its values are computed when first asked for. */
import type { HclExpression } from '../../syntax/hcl/ast.js';
import type { SourceFile, Span } from '../../syntax/source.js';
import { undetermined, type Value } from '../../syntax/value.js';
import type { Configuration } from './configuration.js';
import { evaluate } from './expressions.js';
import { Fault } from './fault.js';
import { argumentOf } from './layers.js';
import type { Repetition } from './repetition.js';
import type { Names, Scope } from './scope.js';
import { complain, type Session } from './session.js';
import { declaredValue } from './variables.js';
import { settle, sourceOf, spanOf } from './values.js';

export interface Module {
  readonly session: Session;
  readonly configuration: Configuration;
  readonly folder: string;
  /** In front of every address inside: empty for the root, `module.aks["a"].` for others. */
  readonly prefix: string;
  readonly parent: Module | undefined;
  /** Where the module is called; `undefined` for the root. */
  readonly call: { readonly heading: Span; readonly name: string } | undefined;
  /** What a variable is given, by its name; `undefined` when its default counts. */
  readonly input: (name: string) => Value | undefined;
  /** Results by what they are the result of; `null` while it is being computed. */
  readonly known: Map<string, Value | null>;
  /** The instances of blocks by address; `null` while they are being found. */
  readonly repetitions: Map<string, Repetition | null>;
  /** Child modules by address, `undefined` for those that are not in the tree. */
  readonly children: Map<string, Module | undefined>;
}

export function scopeIn(module: Module, file: SourceFile, names?: Names): Scope {
  return { session: module.session, module, file, names };
}

/**
 * Computes a value once. What Terraform would refuse becomes undetermined, and a problem at its place.
 * @throws Fault when the value is needed to compute itself
 */
export function remember(module: Module, key: string, expression: string, span: Span, compute: () => Value): Value {
  const known = module.known.get(key);
  if (known === null) throw new Fault(`${key} refers to itself`);
  if (known) return known;
  module.known.set(key, null);
  const value = guarded(module.session, `${module.prefix}${key}`, expression, span, compute);
  module.known.set(key, value);
  return value;
}

/** @param name what is computed, as people know it */
export function guarded(session: Session, name: string, expression: string, span: Span, compute: () => Value): Value {
  try {
    return compute();
  } catch (fault) {
    // What outgrows the engine's own limits is a value too large, too.
    if (!(fault instanceof Fault || fault instanceof RangeError)) throw fault;
    if (!session.exhausted) complain(session, span, `${name} could not be evaluated: ${fault.message}`);
    return undetermined(expression, [name], { span, from: [] });
  }
}

/** Evaluates what an argument is set to; the value stands at the expression and bears the argument's name. */
export function evaluateArgument(expression: HclExpression, scope: Scope, name: string): Value {
  return settle(evaluate(expression, scope), spanOf(scope.file, expression), name);
}

export function localValue(module: Module, name: string, use: Span): Value {
  const local = module.configuration.locals.get(name);
  const key = `local.${name}`;
  if (!local) return undeclared(module, key, use);
  const { file, expression } = local;
  return remember(module, key, sourceOf(file, expression), spanOf(file, expression), () =>
    evaluateArgument(expression, scopeIn(module, file), key),
  );
}

export function outputValue(module: Module, name: string): Value | undefined {
  const output = module.configuration.outputs.get(name);
  const argument = output && argumentOf(output, 'value');
  if (!argument) return undefined;
  const { file, expression } = argument;
  const key = `output.${name}`;
  return remember(module, key, sourceOf(file, expression), spanOf(file, expression), () =>
    evaluateArgument(expression, scopeIn(module, file), key),
  );
}

export function variableValue(module: Module, name: string, use: Span): Value {
  const variable = module.configuration.variables.get(name);
  const key = `var.${name}`;
  if (!variable) return undeclared(module, key, use);
  const heading = spanOf(variable.block.body.file, { start: variable.block.start, end: variable.block.headingEnd });
  return remember(module, key, key, heading, () => declaredValue(module, name, variable, heading));
}

/** @throws Fault when the whole folder is known and does not declare it */
function undeclared(module: Module, key: string, use: Span): Value {
  if (module.configuration.isComplete) throw new Fault(`${key} is not declared`);
  return undetermined(`${module.prefix}${key}`, [`${module.prefix}${key}`], { span: use, from: [] });
}
