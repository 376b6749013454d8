/** What a function of templates is. */
import type { Span } from '../../../../syntax/source.js';
import type { Data, Open, Text } from '../data/data.js';
import { open } from '../data/data.js';
import type { Holes } from '../data/holes.js';
import { undetermined } from '../../../../syntax/value.js';

/** The call that a function is run for. */
export interface Call {
  readonly holes: Holes;
  /** The call as written. */
  readonly expression: string;
  readonly span: Span;
  /** Counts work, for functions that do more than a few steps. */
  readonly work: (steps: number) => void;
  /** Renders a named template; `undefined` when there is none. */
  readonly include: (name: string, dot: Data) => Text | undefined;
  /** Renders a text as a template. */
  readonly tpl: (template: Text, dot: Data) => Text;
}

export interface Fn {
  readonly run: (args: readonly Data[], call: Call) => Data;
  /** Whether it can do with arguments that are not decided; else its result is not decided either. */
  readonly lenient: boolean;
}

export type Functions = Readonly<Record<string, Fn>>;

/** A function of decided arguments. */
export function strict(run: Fn['run']): Fn {
  return { run, lenient: false };
}

export function lenient(run: Fn['run']): Fn {
  return { run, lenient: true };
}

/** The result of a call that nobody can know: random, or of the moment. */
export function unknown({ expression, span }: Call, waitsFor: readonly string[] = [expression]): Open {
  return open(undetermined(expression, waitsFor, { span, from: [] }));
}
