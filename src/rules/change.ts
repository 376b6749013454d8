/** How a fact of one revision differs from the same fact of another. */
import type { Fact, Unknown } from '../posture/fact.js';
import { certainly } from '../posture/fact.js';
import { isAttribute } from '../posture/network/handle.js';
import { quoted, told } from './words.js';

/**
 * Whether two facts certainly differ, or certainly do not. Expressions that are equal are taken for equal values: what they wait
 * for is outside of what changes.
 * @returns undefined when the text does not decide
 */
export function differs<T>(before: Fact<T>, after: Fact<T>): boolean | undefined {
  if (after.known) return before.known ? before.value !== after.value : differsFrom(before, after.value);
  if (before.known) return differsFrom(after, before.value);
  return before.expression === after.expression ? false : undefined;
}

/** The id that a resource will have is none of the words that stand for something else than a resource. */
function differsFrom<T>(open: Unknown<T>, value: T): boolean | undefined {
  const certain = certainly(open, (other) => other !== value);
  if (certain !== undefined) return certain;
  const isWord = value === '' || value === 'system' || value === 'none';
  return isWord && isAttribute(open) ? true : undefined;
}

/** Certainly this before, and certainly that now. */
export function turns(before: Fact<boolean>, after: Fact<boolean>, to: boolean): boolean {
  return certainly(before, (value) => value === !to) === true && certainly(after, (value) => value === to) === true;
}

/** `“a”`, `true`, `nothing`: the value of a fact in a sentence. */
export function valueIn(fact: Fact<string | boolean>): string {
  if (!fact.known) return quoted(told(fact as Fact<string>));
  if (fact.value === '') return 'nothing';
  const { value } = fact;
  return typeof value === 'boolean' ? String(value) : quoted(value);
}
