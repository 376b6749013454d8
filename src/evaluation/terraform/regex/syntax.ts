/**
 * Regular expressions in the syntax of RE2, which Terraform uses. They are run by an automaton of our own: the patterns
 * come from the reviewed text, and JavaScript's engine can be made to run for years by a short one.
 */

export type RegexNode =
  | { readonly kind: 'empty' }
  | { readonly kind: 'set'; readonly test: (codePoint: number) => boolean }
  | { readonly kind: 'assert'; readonly test: Assertion }
  | { readonly kind: 'sequence' | 'choice'; readonly nodes: readonly RegexNode[] }
  | { readonly kind: 'group'; readonly index: number; readonly node: RegexNode }
  | {
      readonly kind: 'repeat';
      readonly node: RegexNode;
      readonly least: number;
      readonly most: number;
      readonly greedy: boolean;
    };

/** @param at where the text is looked at: between the characters before and behind this offset */
export type Assertion = (text: string, at: number) => boolean;

export interface Pattern {
  readonly node: RegexNode;
  /** The names of the groups in order; `undefined` for those without. */
  readonly groups: readonly (string | undefined)[];
}

export interface Flags {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  readonly swapGreed: boolean;
}
