/**
 * Facts about a subject, free of any format: each knows its value, where it was read, and whether a default decided it.
 */
import type { Edit, Plain } from '../syntax/edit.js';
import type { Origin } from '../syntax/value.js';

export interface Known<T> {
  readonly known: true;
  readonly value: T;
  readonly origin: Origin;
  /** The text omits it and the API's, provider's or module's default applies; `origin` is then the resource's heading. */
  readonly byDefault: boolean;
  /** What the place is called where it takes effect: `private_cluster_enabled`, `apiServerAccessProfile.enablePrivateCluster`. */
  readonly name: string;
  /** Writes another value, when one edit of one file does it. */
  readonly set?: (value: Plain) => Edit | undefined;
}

export interface Unknown<T> {
  readonly known: false;
  readonly expression: string;
  /** What would decide it. */
  readonly dependsOn: readonly string[];
  readonly origin: Origin;
  readonly name: string;
  /** All values that are possible, when that much is known. */
  readonly candidates?: readonly Known<T>[];
  /** The decided parts of a text, null for each hole; see `Undetermined.parts`. */
  readonly parts?: readonly (string | null)[];
}

export type Fact<T> = Known<T> | Unknown<T>;

/** The value when it is known. */
export function valueOf<T>(fact: Fact<T>): T | undefined {
  return fact.known ? fact.value : undefined;
}

/** Known to be this very value. */
export function is<T>(fact: Fact<T>, value: T): boolean {
  return fact.known && fact.value === value;
}

/** A fact computed from another one; an open choice stays open over the mapped candidates. */
export function map<T, U>(fact: Fact<T>, change: (value: T) => U): Fact<U> {
  if (fact.known) return { ...fact, value: change(fact.value) };
  const { candidates, ...rest } = fact;
  return candidates
    ? { ...rest, candidates: candidates.map((candidate) => ({ ...candidate, value: change(candidate.value) })) }
    : rest;
}

/**
 * A fact whose candidates all satisfy a test is as good as known for that test.
 * @returns true or false when that is certain, undefined when it is open
 */
export function certainly<T>(fact: Fact<T>, test: (value: T) => boolean): boolean | undefined {
  if (fact.known) return test(fact.value);
  if (!fact.candidates) return undefined;
  const answers = new Set(fact.candidates.map((candidate) => test(candidate.value)));
  return answers.size === 1 ? answers.has(true) : undefined;
}

/** The opposite of a switch, set by the opposite too: `disableRunCommand` is how ARM spells that run command is off. */
export function invert(fact: Fact<boolean>): Fact<boolean> {
  const inverted = map(fact, (value) => !value);
  if (!inverted.known || !inverted.set) return inverted;
  const { set } = inverted;
  return { ...inverted, set: (value) => set(typeof value === 'boolean' ? !value : value) };
}

/** A fact that no single edit sets rightly: setting it needs other properties beside it. */
export function withoutFix<T>(fact: Fact<T>): Fact<T> {
  if (!fact.known) return fact;
  const { value, origin, byDefault, name } = fact;
  return { known: true, value, origin, byDefault, name };
}
