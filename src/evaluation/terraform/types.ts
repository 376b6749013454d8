/** Type constraints of variables: `object({ name = string, zones = optional(list(string), []) })`. */
import type { HclExpression } from '../../syntax/hcl/ast.js';

export type Type =
  | { readonly kind: 'any' | 'string' | 'number' | 'bool' }
  | { readonly kind: 'list' | 'set' | 'map'; readonly element: Type }
  | { readonly kind: 'tuple'; readonly elements: readonly Type[] }
  | { readonly kind: 'object'; readonly attributes: ReadonlyMap<string, AttributeType> };

export interface AttributeType {
  readonly type: Type;
  readonly optional: boolean;
  /** The expression of `optional(type, default)`. */
  readonly fallback: HclExpression | undefined;
}

export const anyType: Type = { kind: 'any' };

/** What is no type is `any`: then the value stays as it is. Quoted types are those of Terraform 0.11. */
export function parseType(expression: HclExpression): Type {
  switch (expression.kind) {
    case 'variable':
      return named(expression.name);
    case 'literal':
      return named(String(expression.value));
    case 'call':
      return constructed(expression.name.text, expression.arguments[0]);
    default:
      return anyType;
  }
}

function named(name: string): Type {
  switch (name) {
    case 'string':
    case 'number':
    case 'bool':
      return { kind: name };
    case 'list':
    case 'map':
    case 'set':
      return { kind: name, element: anyType };
    default:
      return anyType;
  }
}

function constructed(name: string, argument: HclExpression | undefined): Type {
  if (!argument) return anyType;
  switch (name) {
    case 'list':
    case 'set':
    case 'map':
      return { kind: name, element: parseType(argument) };
    case 'tuple':
      return argument.kind === 'tuple' ? { kind: 'tuple', elements: argument.items.map(parseType) } : anyType;
    case 'object':
      return objectType(argument);
    default:
      return anyType;
  }
}

function objectType(argument: HclExpression): Type {
  if (argument.kind !== 'object') return anyType;
  const attributes = new Map<string, AttributeType>();
  for (const { key, value } of argument.items) {
    if (key.kind === 'literal') attributes.set(String(key.value), attributeType(value));
  }
  return { kind: 'object', attributes };
}

function attributeType(expression: HclExpression): AttributeType {
  if (expression.kind !== 'call' || expression.name.text !== 'optional') {
    return { type: parseType(expression), optional: false, fallback: undefined };
  }
  const [type, fallback] = expression.arguments;
  return { type: type ? parseType(type) : anyType, optional: true, fallback };
}
