/** Expressions of Bicep. */
import type { ResourceDeclaration } from './declarations.js';

/** A range of offsets: `file.text.slice(start, end)` is the node as written. */
export interface Node {
  readonly start: number;
  readonly end: number;
}

export interface Identifier extends Node {
  readonly kind: 'identifier';
  readonly name: string;
}

/** Any value: what stands after `=`, after `:`, in brackets, in a hole of a string, as an argument. */
export type Expression =
  | StringLiteral
  | Interpolation
  | NumberLiteral
  | BooleanLiteral
  | NullLiteral
  | ObjectLiteral
  | ArrayLiteral
  | ForLoop
  | Reference
  | Member
  | Index
  | NestedResource
  | Call
  | NonNull
  | Unary
  | Binary
  | Conditional
  | Lambda
  | Parenthesized;

/** A string without holes: `'…'` or `'''…'''`. `value` is decoded: escapes replaced, the first line break of `'''` dropped. */
export interface StringLiteral extends Node {
  readonly kind: 'string';
  readonly value: string;
}

/** A string with holes: `'a${x}b'`, `$'''a${x}b'''`. Always one more text than expressions; texts are decoded. */
export interface Interpolation extends Node {
  readonly kind: 'interpolation';
  readonly texts: readonly string[];
  readonly expressions: readonly Expression[];
}

/** A whole number; a negative one is a `Unary`. Beyond 2^53 the digits of the text are exact, `value` is not. */
export interface NumberLiteral extends Node {
  readonly kind: 'number';
  readonly value: number;
}

export interface BooleanLiteral extends Node {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface NullLiteral extends Node {
  readonly kind: 'null';
}

/** `{ … }`. Child resources are members only of the object that is the body of a resource, not of objects inside it. */
export interface ObjectLiteral extends Node {
  readonly kind: 'object';
  readonly members: readonly ObjectMember[];
}

export type ObjectMember = Property | Spread | ResourceDeclaration;

export interface Property extends Node {
  readonly kind: 'property';
  /** An identifier and a string are both just the name; only an interpolation has to be evaluated. */
  readonly key: Identifier | StringLiteral | Interpolation;
  readonly value: Expression;
}

/** `...expression`, in an object or an array. */
export interface Spread extends Node {
  readonly kind: 'spread';
  readonly expression: Expression;
}

export interface ArrayLiteral extends Node {
  readonly kind: 'array';
  readonly items: readonly (Expression | Spread)[];
}

/** `[for item in iterable: body]`, `[for (item, index) in iterable: if (condition) { … }]`. */
export interface ForLoop extends Node {
  readonly kind: 'for';
  readonly item: Identifier;
  readonly index: Identifier | undefined;
  readonly iterable: Expression;
  /** `IfBody` only in the loop of a resource or a module. */
  readonly body: Expression | IfBody;
}

/** `if (condition) { … }`: the value of a resource or a module, or the body of its loop. */
export interface IfBody extends Node {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly body: ObjectLiteral;
}

/** A symbol by its name: parameter, variable, resource, module, import, loop or lambda variable. */
export interface Reference extends Node {
  readonly kind: 'reference';
  readonly name: string;
}

/** `target.name`; `safe`: `target.?name`, null when the target lacks it. */
export interface Member extends Node {
  readonly kind: 'member';
  readonly target: Expression;
  readonly name: Identifier;
  readonly safe: boolean;
}

/** `target[index]`; `safe`: `target[?index]`; `fromEnd`: `target[^index]`, where `^1` is the last. */
export interface Index extends Node {
  readonly kind: 'index';
  readonly target: Expression;
  readonly index: Expression;
  readonly safe: boolean;
  readonly fromEnd: boolean;
}

/** `parent::child`: the resource that is declared inside another. */
export interface NestedResource extends Node {
  readonly kind: 'nested';
  readonly target: Expression;
  readonly name: Identifier;
}

/** `name(…)`, or with a target `target.name(…)`: a namespace (`az.`, `sys.`), a wildcard import or a resource. */
export interface Call extends Node {
  readonly kind: 'call';
  readonly target: Expression | undefined;
  readonly name: Identifier;
  readonly arguments: readonly Expression[];
}

/** `operand!`: states that it is not null. */
export interface NonNull extends Node {
  readonly kind: 'non-null';
  readonly operand: Expression;
}

export interface Unary extends Node {
  readonly kind: 'unary';
  readonly operator: '!' | '-' | '+';
  readonly operand: Expression;
}

export type BinaryOperator =
  '??' | '||' | '&&' | '==' | '!=' | '=~' | '!~' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%';

export interface Binary extends Node {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

/** `condition ? then : otherwise`. */
export interface Conditional extends Node {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

/** `x => body`, `(a, b) => body`. */
export interface Lambda extends Node {
  readonly kind: 'lambda';
  readonly parameters: readonly Identifier[];
  readonly body: Expression;
}

/** `(expression)`. Kept, because it ends the reach of a null that `.?` gave: `(a.?b).c` fails where `a.?b.c` is null. */
export interface Parenthesized extends Node {
  readonly kind: 'parenthesized';
  readonly expression: Expression;
}
