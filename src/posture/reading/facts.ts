/** Facts at a path of a resource, by the type that is wanted there. */
import type { List, Value } from '../../syntax/value.js';
import type { Fact } from '../fact.js';
import type { Default, Reading } from './convert.js';
import { convert, factAt, known, open } from './convert.js';
import type { Dialect } from './dialect.js';
import type { Scope } from './scope.js';
import { valueAt } from './scope.js';

export function booleanAt(scope: Scope, path: readonly string[], absent: boolean | Default<boolean>): Fact<boolean> {
  return factAt(scope, path, asBoolean, typeof absent === 'boolean' ? { value: absent } : absent);
}

export function textAt(scope: Scope, path: readonly string[], absent: string | Default<string>): Fact<string> {
  return factAt(scope, path, asText, typeof absent === 'string' ? { value: absent } : absent);
}

/** A list of texts, each a fact of its own; empty when absent. Items that may follow come last, as one open fact. */
export function textsAt(scope: Scope, path: readonly string[]): Fact<readonly Fact<string>[]> {
  const name = path.join('.');
  const asTexts: Reading<readonly Fact<string>[]> = {
    wanted: 'a list',
    read: (value, dialect) => (value.kind === 'list' ? textsOf(value, name, dialect) : undefined),
  };
  return factAt(scope, path, asTexts, { value: [] });
}

/** Whether a block, or an object that stands for one, is there. */
export function presenceAt(scope: Scope, path: readonly string[]): Fact<boolean> {
  const value = valueAt(scope, path);
  if (value?.kind === 'list' && value.items.length === 0 && value.rest) return open(value.rest, path.join('.'));
  return factAt(scope, path, asPresence, { value: false });
}

/** A text that stands alone, such as an annotation; null counts as the empty text. */
export function textOf(value: Value, name: string, dialect: Dialect): Fact<string> {
  return convert(value, asText, {
    name,
    dialect,
    absent: (origin) => known('', origin, name, true),
    setting: () => ({}),
  });
}

const asBoolean: Reading<boolean> = {
  wanted: 'true or false',
  read(value, dialect) {
    if (value.kind !== 'scalar') return undefined;
    if (typeof value.value === 'boolean') return value.value;
    return typeof value.value === 'string' ? dialect.booleanOf(value.value) : undefined;
  },
};

const asText: Reading<string> = {
  wanted: 'a text',
  read(value, dialect) {
    if (value.kind !== 'scalar') return undefined;
    if (typeof value.value === 'string') return value.value;
    return dialect.textOfScalars && value.value !== null ? String(value.value) : undefined;
  },
};

const asPresence: Reading<boolean> = {
  wanted: 'a block',
  read(value) {
    if (value.kind === 'scalar') return undefined;
    return value.kind === 'map' || value.items.length > 0;
  },
};

function textsOf(list: List, name: string, dialect: Dialect): readonly Fact<string>[] {
  const items = list.rest ? [...list.items, list.rest] : list.items;
  return items
    .filter((item) => !(item.kind === 'scalar' && item.value === null))
    .map((item) => textOf(item, name, dialect));
}
