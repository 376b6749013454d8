/** What templates compute with: the values of Go's text/template, each with where it comes from. */
import type { Origin, Undetermined } from '../../../../syntax/value.js';

/** A piece of a text and its origin. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly origin: Origin;
  /** Present when the piece stands as it is in the origin's file, from this offset on: text of a template. */
  readonly offset?: number;
  /** What the template itself adds to values; where both make one value, the values are its way. */
  readonly added?: true;
}

export interface Nil {
  readonly kind: 'nil';
  /** What a map holds or lacks, before it went through a pipeline: Go refuses fields of it, and only of it. */
  readonly held?: boolean;
  readonly origin?: Origin;
}

export interface Bool {
  readonly kind: 'bool';
  readonly value: boolean;
  readonly origin?: Origin;
}

/** Go tells its number types apart: values are float64, constants int, most functions yield int64. */
export interface Num {
  readonly kind: 'int' | 'int64' | 'float64';
  readonly value: number;
  readonly origin?: Origin;
}

/** A text; what is not decided in it are holes (see holes.ts). Marks are in order and do not overlap. */
export interface Text {
  readonly kind: 'string';
  readonly value: string;
  readonly marks: readonly Mark[];
}

export interface Sequence {
  readonly kind: 'list';
  readonly items: readonly Data[];
  readonly rest?: Undetermined;
  readonly origin?: Origin;
}

export interface Item {
  readonly value: Data;
  /** Where the key is written. */
  readonly origin?: Origin;
}

/** A map; templates change maps in place (`set`), so it is mutable during one rendering. */
export interface Dict {
  readonly kind: 'dict';
  readonly entries: Map<string, Item>;
  readonly rest?: Undetermined;
  readonly origin?: Origin;
}

/** A Go value with methods: `.Files`, `.Capabilities.APIVersions`. */
export interface Instance {
  readonly kind: 'object';
  readonly type: string;
  readonly member: (name: string) => Member | undefined;
  /** How it prints. */
  readonly text: string;
  /** What a `range` goes over: `.Files.Glob`. */
  readonly elements?: () => readonly (readonly [string, Data])[];
}

export type Member =
  | { readonly kind: 'value'; readonly value: Data }
  | { readonly kind: 'method'; readonly call: (args: readonly Data[]) => Data };

/** What the text does not decide. */
export interface Open {
  readonly kind: 'open';
  readonly value: Undetermined;
  /** When only a choice is open, what can be chosen. */
  readonly options?: readonly Data[];
  /** Whether it counts as true, where that is certain whatever it turns out to be. */
  readonly truth?: boolean;
}

export type Data = Nil | Bool | Num | Text | Sequence | Dict | Instance | Open;

export const NIL: Nil = { kind: 'nil' };

/** A value as a map or list holds it. */
export function held(data: Data): Data {
  return data.kind === 'nil' ? { ...data, held: true } : data;
}

export function bool(value: boolean): Bool {
  return { kind: 'bool', value };
}

export function int(value: number): Num {
  return { kind: 'int', value };
}

export function int64(value: number): Num {
  return { kind: 'int64', value };
}

export function float(value: number): Num {
  return { kind: 'float64', value };
}

export function sequence(items: readonly Data[], rest?: Undetermined): Sequence {
  return rest ? { kind: 'list', items, rest } : { kind: 'list', items };
}

export function dict(entries: Iterable<readonly [string, Data]>): Dict {
  return { kind: 'dict', entries: new Map([...entries].map(([key, value]) => [key, { value }])) };
}

export function open(value: Undetermined, options?: readonly Data[], truth?: boolean): Open {
  return {
    kind: 'open',
    value,
    ...(options && options.length > 0 ? { options } : {}),
    ...(truth === undefined ? {} : { truth }),
  };
}

export function isNumber(data: Data): data is Num {
  return data.kind === 'int' || data.kind === 'int64' || data.kind === 'float64';
}

/** Every origin that a value has by itself; for a text those of its pieces. */
export function originsOf(data: Data): readonly Origin[] {
  switch (data.kind) {
    case 'string':
      return data.marks.filter(({ offset }) => offset === undefined).map(({ origin }) => origin);
    case 'open':
      return [data.value.origin];
    case 'object':
      return [];
    case 'nil':
    case 'bool':
    case 'int':
    case 'int64':
    case 'float64':
    case 'list':
    case 'dict':
      return data.origin ? [data.origin] : [];
  }
}
