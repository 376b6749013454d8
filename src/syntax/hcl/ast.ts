/**
 * The syntax tree of HCL's native syntax, as Terraform writes it. Every node carries the half-open range of UTF-16
 * offsets that it takes in its file; the file itself is kept once, in the body. Parentheses leave no node of their own.
 */
import type { SourceFile } from '../source.js';

export interface Node {
  readonly start: number;
  readonly end: number;
}

/** What stands between the braces of a block, or the whole of a file. */
export interface HclBody extends Node {
  readonly kind: 'body';
  readonly file: SourceFile;
  /** In the order of the text. */
  readonly attributes: readonly HclAttribute[];
  readonly blocks: readonly HclBlock[];
  /** Something in it, at any depth, could not be read: what it does not hold may have been there. Files never are. */
  readonly isBroken?: true;
}

/** `name = expression`. */
export interface HclAttribute extends Node {
  readonly kind: 'attribute';
  readonly name: HclName;
  readonly expression: HclExpression;
}

/** `type "label" label { … }`. */
export interface HclBlock extends Node {
  readonly kind: 'block';
  readonly type: HclName;
  readonly labels: readonly HclName[];
  /** The end of the type and the labels, before the brace. */
  readonly headingEnd: number;
  readonly body: HclBody;
}

/** A name as the language reads it (a quoted label without its quotes); the range includes the quotes. */
export interface HclName extends Node {
  readonly text: string;
}

export type HclExpression =
  | HclLiteral
  | HclTemplate
  | HclVariable
  | HclGet
  | HclIndex
  | HclSplat
  | HclSplatItem
  | HclUnary
  | HclBinary
  | HclConditional
  | HclCall
  | HclTuple
  | HclObject
  | HclFor;

/** A number, `true`, `false`, `null`, or a string without any interpolation (escapes and indentation resolved). */
export interface HclLiteral extends Node {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
}

/** A quoted string or heredoc with interpolations or directives; a single interpolation alone keeps its value's type. */
export interface HclTemplate extends Node {
  readonly kind: 'template';
  readonly parts: readonly HclTemplatePart[];
}

export type HclTemplatePart = HclText | HclInterpolation | HclTemplateIf | HclTemplateFor;

export interface HclText extends Node {
  readonly kind: 'text';
  /** Escapes, indentation and `~` already resolved. */
  readonly value: string;
}

/** `${ expression }` */
export interface HclInterpolation extends Node {
  readonly kind: 'interpolation';
  readonly expression: HclExpression;
}

/** `%{ if condition } … %{ else } … %{ endif }` */
export interface HclTemplateIf extends Node {
  readonly kind: 'if';
  readonly condition: HclExpression;
  readonly then: readonly HclTemplatePart[];
  readonly otherwise: readonly HclTemplatePart[];
}

/** `%{ for key, value in collection } … %{ endfor }` */
export interface HclTemplateFor extends Node {
  readonly kind: 'for';
  readonly key: string | undefined;
  readonly value: string;
  readonly collection: HclExpression;
  readonly parts: readonly HclTemplatePart[];
}

/** The first name of a reference: `var` in `var.location`. */
export interface HclVariable extends Node {
  readonly kind: 'variable';
  readonly name: string;
}

/** `object.name` */
export interface HclGet extends Node {
  readonly kind: 'get';
  readonly object: HclExpression;
  readonly name: HclName;
}

/** `object[key]`, also the legacy `object.0`. */
export interface HclIndex extends Node {
  readonly kind: 'index';
  readonly object: HclExpression;
  readonly key: HclExpression;
}

/** `source[*]…` or `source.*…`: `each` is evaluated for every element, which `splat-item` stands for in it. */
export interface HclSplat extends Node {
  readonly kind: 'splat';
  readonly source: HclExpression;
  readonly each: HclExpression;
}

export interface HclSplatItem extends Node {
  readonly kind: 'splat-item';
}

export interface HclUnary extends Node {
  readonly kind: 'unary';
  readonly operator: '!' | '-';
  readonly operand: HclExpression;
}

export type HclBinaryOperator = '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%';

export interface HclBinary extends Node {
  readonly kind: 'binary';
  readonly operator: HclBinaryOperator;
  readonly left: HclExpression;
  readonly right: HclExpression;
}

export interface HclConditional extends Node {
  readonly kind: 'conditional';
  readonly condition: HclExpression;
  readonly then: HclExpression;
  readonly otherwise: HclExpression;
}

/** `name(argument, …)`; a function of a provider has its whole path as name: `provider::azurerm::normalise_resource_id`. */
export interface HclCall extends Node {
  readonly kind: 'call';
  readonly name: HclName;
  readonly arguments: readonly HclExpression[];
  /** The last argument is a list that is spread over the remaining parameters (`...`). */
  readonly expand: boolean;
}

export interface HclTuple extends Node {
  readonly kind: 'tuple';
  readonly items: readonly HclExpression[];
}

export interface HclObject extends Node {
  readonly kind: 'object';
  readonly items: readonly HclObjectItem[];
}

/** `key = value` or `key: value`. A bare name as key is a literal; in parentheses it is a reference. */
export interface HclObjectItem extends Node {
  readonly key: HclExpression;
  readonly value: HclExpression;
}

/** `[for key, value in collection : result if condition]`, or with braces `{for … : resultKey => result… if condition}`. */
export interface HclFor extends Node {
  readonly kind: 'for';
  readonly key: string | undefined;
  readonly value: string;
  readonly collection: HclExpression;
  /** Present when an object is made. */
  readonly resultKey: HclExpression | undefined;
  readonly result: HclExpression;
  /** `...`: results of the same key are gathered in a list. */
  readonly group: boolean;
  readonly condition: HclExpression | undefined;
}
