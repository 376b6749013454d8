/** Type expressions of Bicep: what stands after the name of a `param`, an `output` or a parameter, and after `type x =`. */
import type { Decorator } from './declarations.js';
import type { Identifier, Interpolation, Node, StringLiteral } from './expressions.js';

export type TypeExpression =
  | TypeName
  | TypeLiteral
  | TypeMember
  | TypeIndex
  | TypeItems
  | TypeAdditional
  | TypeCall
  | ArrayType
  | TupleType
  | ObjectType
  | UnionType
  | NullableType
  | NonNullableType
  | ResourceType;

/** `string`, `int`, `bool`, `object`, `array`, or the name of a declared or imported type. */
export interface TypeName extends Node {
  readonly kind: 'type-name';
  readonly name: string;
}

/** A literal that stands for itself: `'Enabled'`, `-1`, `true`, `null`. */
export interface TypeLiteral extends Node {
  readonly kind: 'type-literal';
  readonly value: string | number | boolean | null;
}

/** `target.name`: a property of an object type, or a type of a namespace or wildcard import. */
export interface TypeMember extends Node {
  readonly kind: 'type-member';
  readonly target: TypeExpression;
  readonly name: Identifier;
}

/** `target[0]`: an item of a tuple type. */
export interface TypeIndex extends Node {
  readonly kind: 'type-index';
  readonly target: TypeExpression;
  readonly index: number;
}

/** `target[*]`: the item of an array type. */
export interface TypeItems extends Node {
  readonly kind: 'type-items';
  readonly target: TypeExpression;
}

/** `target.*`: the additional properties of an object type. */
export interface TypeAdditional extends Node {
  readonly kind: 'type-additional';
  readonly target: TypeExpression;
}

/** `resourceInput<'Microsoft.X/y@2024-01-01'>`, `sys.resourceOutput<'…'>`: a type with type arguments. */
export interface TypeCall extends Node {
  readonly kind: 'type-call';
  /** A namespace or a wildcard import. */
  readonly target: TypeExpression | undefined;
  readonly name: Identifier;
  readonly arguments: readonly TypeExpression[];
}

/** `item[]`. */
export interface ArrayType extends Node {
  readonly kind: 'array-type';
  readonly item: TypeExpression;
}

/** `[ … ]`. */
export interface TupleType extends Node {
  readonly kind: 'tuple-type';
  readonly items: readonly TupleItem[];
}

export interface TupleItem extends Node {
  readonly kind: 'tuple-item';
  readonly decorators: readonly Decorator[];
  readonly type: TypeExpression;
}

/** `{ name: string, *: int }`. */
export interface ObjectType extends Node {
  readonly kind: 'object-type';
  readonly properties: readonly TypeProperty[];
  /** The type of all properties that are not named: `*: type`. */
  readonly additional: TypeExpression | undefined;
}

export interface TypeProperty extends Node {
  readonly kind: 'type-property';
  readonly decorators: readonly Decorator[];
  readonly key: Identifier | StringLiteral;
  readonly type: TypeExpression;
}

/** `'a' | 'b'`; discriminated unions too, their decorator stands on the declaration. */
export interface UnionType extends Node {
  readonly kind: 'union-type';
  readonly members: readonly TypeExpression[];
}

/** `type?`: null is allowed, and an absent value is null. */
export interface NullableType extends Node {
  readonly kind: 'nullable-type';
  readonly type: TypeExpression;
}

/** `type!`. */
export interface NonNullableType extends Node {
  readonly kind: 'non-nullable-type';
  readonly type: TypeExpression;
}

/** `resource 'Microsoft.X/y@2024-01-01'`: a resource as a parameter or an output (an output may omit the type). */
export interface ResourceType extends Node {
  readonly kind: 'resource-type';
  readonly type: StringLiteral | Interpolation | undefined;
}

/** A parameter of a `func`: `name type`. */
export interface TypedParameter extends Node {
  readonly kind: 'typed-parameter';
  readonly name: Identifier;
  readonly type: TypeExpression;
}
