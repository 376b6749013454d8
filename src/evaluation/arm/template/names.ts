/** Parameters, variables and functions of a template: what the names in its expressions mean. */
import type { Span } from '../../../syntax/source.js';
import { entry, isNull, literal, lookup, scalar, through, undetermined } from '../../../syntax/value.js';
import type { Entry, Mapping, Value } from '../../../syntax/value.js';
import { booleanOf, stringOf } from '../functions/operand.js';
import { copies, evaluateTree } from './tree.js';
import type { Environment, UserFunction } from '../interpreter.js';
import { lazily } from '../lazy.js';
import type { Session } from '../session.js';

export interface Names {
  parameter(name: string, span: Span): Value;
  variable(name: string, span: Span): Value;
  userFunction(namespace: string, name: string): UserFunction | undefined;
}

type Cells = ReadonlyMap<string, () => Value>;

/**
 * The names of a template.
 * @param env the environment of the template itself, which has these names in it
 * @param given the value that the deployer passes for a parameter, if any
 */
export function namesOf(
  template: Mapping,
  env: () => Environment,
  session: Session,
  given: (name: string) => Value | undefined,
): Names {
  const parameters = parameterCells(template, env, session, given);
  let variables: Cells | undefined;
  const use = (cells: Cells, label: string, name: string, span: Span): Value => {
    const cell = cells.get(name.toLowerCase());
    if (cell) return through(cell(), span, label);
    session.problem(span, `${label} is not declared`);
    return undetermined(label, [label], literal(span));
  };
  return {
    parameter: (name, span) => use(parameters, `parameters('${name}')`, name, span),
    variable(name, span) {
      variables ??= variableCells(template, env, session);
      return use(variables, `variables('${name}')`, name, span);
    },
    userFunction: (namespace, name) => userFunctionOf(template, namespace, name, env),
  };
}

/** The section of a template under a name; nothing when it is missing or no object. */
export function section(template: Mapping, name: string): Mapping | undefined {
  const value = lookup(template, [name], true);
  return value?.kind === 'map' ? value : undefined;
}

function parameterCells(
  template: Mapping,
  env: () => Environment,
  session: Session,
  given: (name: string) => Value | undefined,
): Cells {
  const cells = new Map<string, () => Value>();
  for (const declared of section(template, 'parameters')?.entries.values() ?? []) {
    const label = `parameters('${declared.key}')`;
    const compute = (): Value => {
      const passed = given(declared.key);
      const preset = lookup(declared.value, ['defaultValue'], true);
      if (passed && (!isNull(passed) || !preset)) return passed;
      if (preset) return evaluateTree(preset, env());
      return withoutValue(declared, template, label);
    };
    cells.set(declared.key.toLowerCase(), lazily(session, label, declared.keySpan, compute));
  }
  return cells;
}

/** A parameter that nobody sets: null where that is allowed, otherwise open, with what is allowed as candidates. */
function withoutValue(declared: Entry, template: Mapping, label: string): Value {
  const reference = stringOf(lookup(declared.value, ['$ref']))?.replace('#/definitions/', '');
  const definition =
    reference === undefined ? undefined : section(template, 'definitions')?.entries.get(reference)?.value;
  const nullable = [declared.value, definition].some((each) => booleanOf(lookup(each, ['nullable'], true)) === true);
  if (nullable) return scalar(null, literal(declared.keySpan));
  const allowed = lookup(declared.value, ['allowedValues'], true);
  return undetermined(label, [label], literal(declared.keySpan), allowed?.kind === 'list' ? allowed.items : []);
}

function variableCells(template: Mapping, env: () => Environment, session: Session): Cells {
  const cells = new Map<string, () => Value>();
  const declared = section(template, 'variables');
  const add = (name: string, span: Span, compute: () => Value): void => {
    cells.set(name.toLowerCase(), lazily(session, `variables('${name}')`, span, compute));
  };
  for (const item of declared?.entries.values() ?? []) {
    const { value } = item;
    if (item.key.toLowerCase() !== 'copy' || value.kind !== 'list') {
      add(item.key, item.keySpan, () => evaluateTree(value, env()));
      continue;
    }
    for (const loop of value.items) {
      const name = stringOf(lookup(loop, ['name'], true));
      const make = (): Value | undefined => copies({ ...value, items: [loop] }, env())[0]?.value;
      if (name !== undefined) {
        add(name, loop.origin.span, () => make() ?? undetermined('copy', ['copy'], literal(loop.origin.span)));
      }
    }
  }
  return cells;
}

/** `functions: [{ namespace, members: { name: { parameters, output } } }]`; a body sees its parameters only. */
function userFunctionOf(
  template: Mapping,
  namespace: string,
  name: string,
  env: () => Environment,
): UserFunction | undefined {
  const groups = lookup(template, ['functions'], true);
  if (groups?.kind !== 'list') return undefined;
  for (const group of groups.items) {
    if (stringOf(lookup(group, ['namespace'], true))?.toLowerCase() !== namespace.toLowerCase()) continue;
    const members = lookup(group, ['members'], true);
    const member = members?.kind === 'map' ? entry(members, name, true)?.value : undefined;
    const output = lookup(member, ['output', 'value'], true);
    if (!output) continue;
    const parameters = lookup(member, ['parameters'], true);
    const names =
      parameters?.kind === 'list' ? parameters.items.map((each) => stringOf(lookup(each, ['name'], true))) : [];
    return (operands) => evaluateTree(output, functionEnvironment(env(), names, operands));
  }
  return undefined;
}

function functionEnvironment(
  env: Environment,
  names: readonly (string | undefined)[],
  operands: readonly Value[],
): Environment {
  return {
    ...env,
    loops: new Map(),
    lambdaVariables: new Map(),
    parameter(name, span) {
      const at = names.findIndex((each) => each?.toLowerCase() === name.toLowerCase());
      const operand = at < 0 ? undefined : operands[at];
      const label = `parameters('${name}')`;
      return operand ? through(operand, span, label) : undetermined(label, [label], literal(span));
    },
  };
}
