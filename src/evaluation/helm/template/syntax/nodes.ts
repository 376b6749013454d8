/** Parsed Go templates. Offsets count in the text that was parsed. */

export interface Range {
  readonly start: number;
  readonly end: number;
}

export type Operand = Range &
  (
    | { readonly kind: 'dot' }
    | { readonly kind: 'nil' }
    | { readonly kind: 'bool'; readonly value: boolean }
    | { readonly kind: 'number'; readonly value: number; readonly float: boolean }
    | { readonly kind: 'string'; readonly value: string }
    /** A function, called with what follows in its command. */
    | { readonly kind: 'function'; readonly name: string }
    /** `$` is the variable with the empty name. */
    | { readonly kind: 'variable'; readonly name: string }
    | { readonly kind: 'pipeline'; readonly pipeline: Pipeline }
    /** `.a.b` of another operand. */
    | { readonly kind: 'fields'; readonly of: Operand; readonly names: readonly string[] }
  );

export interface Command extends Range {
  readonly operands: readonly Operand[];
}

export interface Pipeline extends Range {
  /** Variables that it sets. */
  readonly variables: readonly string[];
  /** `=`, not `:=`. */
  readonly assigns: boolean;
  readonly commands: readonly Command[];
}

export type TemplateNode = Range &
  (
    | { readonly kind: 'text' }
    | { readonly kind: 'action'; readonly pipeline: Pipeline }
    | {
        readonly kind: 'if' | 'with' | 'range';
        readonly pipeline: Pipeline;
        readonly body: Body;
        readonly otherwise: Body;
      }
    | { readonly kind: 'template'; readonly name: string; readonly pipeline: Pipeline | undefined }
    | { readonly kind: 'break' | 'continue' }
  );

export type Body = readonly TemplateNode[];

export interface ParsedTemplate {
  readonly body: Body;
  /** What `define` and `block` give names to, in order. */
  readonly definitions: readonly { readonly name: string; readonly body: Body }[];
}
