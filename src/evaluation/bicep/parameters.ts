import type { Decorator, ParamDeclaration, TypeExpression } from '../../syntax/bicep/ast.js';
import { isNull, literal, scalar, undetermined } from '../../syntax/value.js';
import type { Value } from '../../syntax/value.js';
import { spanOf } from './environment.js';
import type { Environment } from './environment.js';
import { evaluate } from './expression.js';

/** Finds a type by name in a file or its imports, with the place where its own names are looked up. */
export type FindType = (name: string) => FoundType | undefined;

export interface FoundType {
  readonly type: TypeExpression;
  readonly find: FindType;
}

const deepestAlias = 20;

/**
 * The value of a parameter: what is passed, else its default, else null where its type allows that. Passing null means
 * passing nothing, so the default holds ("Parameters in Bicep": a parameter with a default accepts null from a module).
 */
export function parameterValue(
  declaration: ParamDeclaration,
  passed: Value | undefined,
  env: Environment,
  find: FindType,
): Value {
  if (passed && (!isNull(passed) || !declaration.default)) return passed;
  if (declaration.default) return evaluate(declaration.default, env);
  const label = `param ${declaration.name.name}`;
  const origin = literal(spanOf(declaration.name, env));
  const nullable = isNullable(declaration.type, find);
  if (nullable === true) return scalar(null, origin);
  return undetermined(label, [label], origin, allowed(declaration, env, find));
}

/** Whether null is a value of a type; `undefined` when that depends on a type that can't be read. */
export function isNullable(type: TypeExpression, find: FindType, depth = 0): boolean | undefined {
  if (depth > deepestAlias) return undefined;
  switch (type.kind) {
    case 'nullable-type':
      return true;
    case 'type-literal':
      return type.value === null;
    case 'union-type':
      return type.members.some((member) => isNullable(member, find, depth + 1) === true);
    case 'type-name': {
      if (builtIn.has(type.name)) return false;
      const found = find(type.name);
      return found ? isNullable(found.type, found.find, depth + 1) : undefined;
    }
    case 'type-member': {
      if (type.target.kind !== 'type-name') return undefined;
      const found = find(`${type.target.name}.${type.name.name}`);
      return found ? isNullable(found.type, found.find, depth + 1) : undefined;
    }
    case 'type-index':
    case 'type-items':
    case 'type-additional':
    case 'type-call':
      return undefined;
    case 'array-type':
    case 'tuple-type':
    case 'object-type':
    case 'non-nullable-type':
    case 'resource-type':
      return false;
  }
}

const builtIn: ReadonlySet<string> = new Set(['string', 'int', 'bool', 'object', 'array', 'any']);

/** The values that `@allowed` or a type of literals leaves to choose from. */
function allowed(declaration: ParamDeclaration, env: Environment, find: FindType): readonly Value[] {
  const decorator = declaration.decorators.find((each: Decorator) => each.call.name.name === 'allowed');
  const [choices] = decorator?.call.arguments ?? [];
  if (choices) {
    const values = evaluate(choices, env);
    return values.kind === 'list' && !values.rest ? values.items : [];
  }
  return literals(declaration.type, env, find, 0);
}

function literals(type: TypeExpression, env: Environment, find: FindType, depth: number): readonly Value[] {
  if (depth > deepestAlias) return [];
  switch (type.kind) {
    case 'type-literal':
      return [scalar(type.value, literal(spanOf(type, env)))];
    case 'union-type': {
      const members = type.members.map((member) => literals(member, env, find, depth + 1));
      return members.some((each) => each.length === 0) ? [] : members.flat();
    }
    case 'type-name': {
      const found = builtIn.has(type.name) ? undefined : find(type.name);
      return found ? literals(found.type, env, found.find, depth + 1) : [];
    }
    default:
      return [];
  }
}
