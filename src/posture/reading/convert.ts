/**
 * Values into facts: a known value, the default of an absent one, or what the text leaves open. An absent property is a fact
 * too: its place is the heading of the resource that omits it, or the null that stands for it.
 */
import type { Resource } from '../../evaluation/resource.js';
import { literal } from '../../syntax/value.js';
import type { List, Mapping, Origin, Scalar, Undetermined, Value } from '../../syntax/value.js';
import type { Fact, Known, Unknown } from '../fact.js';
import type { Dialect } from './dialect.js';
import type { Scope } from './scope.js';
import { valueAt } from './scope.js';
import { settingOf } from './setting.js';

/** What applies when a property is absent; several values where that depends on something that is open itself. */
export type Default<T> =
  | { readonly value: T }
  | { readonly oneOf: readonly T[]; readonly expression: string; readonly dependsOn: readonly string[] };

export type Decided = Scalar | List | Mapping;

/** How a decided value is read as a `T`; undefined when the format refuses it there. */
export interface Reading<T> {
  readonly wanted: string;
  readonly read: (value: Decided, dialect: Dialect) => T | undefined;
}

/** How one value becomes a fact: its name, and what an absent value and an edit of this one are. */
export interface Context<T> {
  readonly name: string;
  readonly dialect: Dialect;
  readonly absent: (origin: Origin) => Fact<T>;
  readonly setting: (value: Value) => Pick<Known<T>, 'set'>;
}

export function factAt<T>(scope: Scope, path: readonly string[], reading: Reading<T>, byDefault: Default<T>): Fact<T> {
  const name = path.join('.');
  const setting = (value: Value | undefined): Pick<Known<T>, 'set'> => {
    const set = settingOf(scope, path, value);
    return set ? { set } : {};
  };
  const absent = (origin: Origin): Fact<T> => defaultFact(byDefault, origin, name);
  const value = valueAt(scope, path);
  return value
    ? convert(value, reading, { name, dialect: scope.dialect, absent, setting })
    : withSetting(absent(omitting(scope.resource)), setting(undefined));
}

/** The place of what a resource omits; a published module omits it where it is called. */
export function omitting({ heading, published }: Resource): Origin {
  return published ? { span: heading, from: [], published: { by: published.label, fixed: false } } : literal(heading);
}

export function convert<T>(value: Value, reading: Reading<T>, context: Context<T>): Fact<T> {
  if (value.kind === 'undetermined') return open(value, context.name, candidatesOf(value, reading, context, deepest));
  if (value.kind === 'scalar' && value.value === null) {
    return withSetting(context.absent(value.origin), context.setting(value));
  }
  const read = reading.read(value, context.dialect);
  if (read === undefined) return refused(value, reading.wanted, context.name);
  const byDefault = value.origin.published !== undefined;
  return { ...known(read, value.origin, context.name, byDefault), ...context.setting(value) };
}

export function known<T>(value: T, origin: Origin, name: string, byDefault: boolean): Known<T> {
  return { known: true, value, origin, byDefault, name };
}

/** The fact of a value that the text does not decide. */
export function open<T>(value: Undetermined, name: string, candidates?: readonly Known<T>[]): Unknown<T> {
  const { expression, waitsFor, origin, parts } = value;
  return {
    known: false,
    expression,
    dependsOn: waitsFor,
    origin,
    name,
    ...(candidates ? { candidates } : {}),
    ...(parts ? { parts } : {}),
  };
}

/** Choices inside choices are followed this deep; what is deeper leaves the fact without candidates. */
const deepest = 16;
/** More possible values than this decide nothing that people could follow. */
const mostCandidates = 64;

function candidatesOf<T>(
  value: Undetermined,
  reading: Reading<T>,
  context: Context<T>,
  depth: number,
): readonly Known<T>[] | undefined {
  if (!value.candidates || depth === 0) return undefined;
  const found: Known<T>[] = [];
  for (const candidate of value.candidates) {
    const all =
      candidate.kind === 'undetermined'
        ? candidatesOf(candidate, reading, context, depth - 1)
        : possible(convert(candidate, reading, context));
    if (!all || found.length > mostCandidates) return undefined;
    found.push(...all);
  }
  return found;
}

/** Every value that a fact can have; undefined when that is not known. */
export function possible<T>(fact: Fact<T>): readonly Known<T>[] | undefined {
  return fact.known ? [fact] : fact.candidates;
}

function defaultFact<T>(byDefault: Default<T>, origin: Origin, name: string): Fact<T> {
  if ('value' in byDefault) return known(byDefault.value, origin, name, true);
  const { oneOf, expression, dependsOn } = byDefault;
  const candidates = oneOf.map((value) => known(value, origin, name, true));
  return { known: false, expression, dependsOn, origin, name, candidates };
}

function refused<T>(value: Decided, wanted: string, name: string): Unknown<T> {
  return {
    known: false,
    expression: `${told(value)} where ${wanted} is wanted`,
    dependsOn: [],
    origin: value.origin,
    name,
  };
}

function told(value: Decided): string {
  switch (value.kind) {
    case 'scalar':
      return shortened(JSON.stringify(value.value));
    case 'list':
      return 'a list';
    case 'map':
      return 'an object';
  }
}

function shortened(json: string): string {
  return json.length > 60 ? `${json.slice(0, 58)}…"` : json;
}

function withSetting<T>(fact: Fact<T>, setting: Pick<Known<T>, 'set'>): Fact<T> {
  return fact.known ? { ...fact, ...setting } : fact;
}
