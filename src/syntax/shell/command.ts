/** Commands of a script as they are written, before variables are known. */
import type { Span } from '../source.js';
import type { Arm } from './blocks.js';

export type Dialect = 'shell' | 'powershell' | 'make';

export type Part =
  | { readonly kind: 'text'; readonly text: string; readonly quoted: boolean }
  | {
      readonly kind: 'hole';
      /** As written: `${NAME:-x}`, `$(az …)`. */
      readonly expression: string;
      /** Of the variable; absent for what is computed. */
      readonly name?: string;
      /** What counts where the variable is not set. */
      readonly fallback?: string;
      /** All items of an array: `"${ARGS[@]}"`, `@args`. */
      readonly spread?: boolean;
      /** The last command of a substitution: its output stands here. */
      readonly command?: readonly Word[];
      /** What can stand here, each as its words: a condition that is written in place. */
      readonly alternatives?: readonly (readonly Word[])[];
      readonly quoted: boolean;
    };

export interface Word {
  readonly parts: readonly Part[];
  readonly span: Span;
  /** Present for what parentheses hold after `NAME=` or `@`: the items of an array. */
  readonly items?: readonly Word[];
}

export interface Command {
  readonly words: readonly Word[];
  readonly span: Span;
  /** The ways through conditions, loops and functions that it stands in, outermost first. */
  readonly scope: readonly Arm[];
}

/** The text of a word without holes. */
export function plainText({ parts }: Word): string | undefined {
  return parts.every((part) => part.kind === 'text') ? parts.map((part) => part.text).join('') : undefined;
}
