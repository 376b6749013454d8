/** The syntax tree of one ARM template expression; offsets count in the decoded text of the JSON string. */
export type Expression = Literal | Call | Property | Index;

interface Node {
  readonly start: number;
  readonly end: number;
}

export interface Literal extends Node {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
}

/** `name(…)` or `namespace.name(…)`. */
export interface Call extends Node {
  readonly kind: 'call';
  readonly namespace: string | undefined;
  readonly name: string;
  readonly arguments: readonly Expression[];
}

export interface Property extends Node {
  readonly kind: 'property';
  readonly target: Expression;
  readonly name: string;
}

export interface Index extends Node {
  readonly kind: 'index';
  readonly target: Expression;
  readonly index: Expression;
}

/** What the text of a JSON string means: itself, text after removing an escaping bracket, or an expression. */
export type Template =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'broken'; readonly message: string };
