/** One fact about a whole list: what the first of its items that does anything does. */
import type { Undetermined, Value } from '../../syntax/value.js';
import type { Fact, Known } from '../fact.js';
import { certainly } from '../fact.js';
import { known, omitting, open, possible } from './convert.js';
import { further } from './descend.js';
import type { Scope } from './scope.js';

export interface ItemReading<T> {
  /** What the list is called. */
  readonly name: string;
  readonly read: (item: Scope) => Fact<T>;
  /** What an item is that does nothing, and a list without items. */
  readonly nothing: T;
}

/** Choices below choices multiply: those between lists are followed this deep. */
const deepest = 4;

/** @param value the list; undefined or null when it is absent */
export function amongItems<T>(
  scope: Scope,
  value: Value | undefined,
  reading: ItemReading<T>,
  depth = deepest,
): Fact<T> {
  switch (value?.kind) {
    case 'list': {
      const facts = value.items.map((root) => reading.read({ ...scope, root, base: [] }));
      const first = facts.find((fact) => certainly(fact, (found) => found === reading.nothing) !== true);
      if (first) return first;
      return value.rest ? amongItems(scope, further(value.rest), reading, depth - 1) : none(scope, reading);
    }
    case 'undetermined':
      return open(value, reading.name, candidatesOf(scope, value, reading, depth));
    case 'map':
    case 'scalar':
    case undefined:
      return none(scope, reading);
  }
}

function candidatesOf<T>(
  scope: Scope,
  { candidates }: Undetermined,
  reading: ItemReading<T>,
  depth: number,
): readonly Known<T>[] | undefined {
  if (!candidates || depth <= 0) return undefined;
  const found: Known<T>[] = [];
  for (const candidate of candidates) {
    const each = possible(amongItems(scope, candidate, reading, depth - 1));
    if (!each) return undefined;
    found.push(...each);
  }
  return found;
}

function none<T>({ resource }: Scope, { name, nothing }: ItemReading<T>): Known<T> {
  return known(nothing, omitting(resource), name, true);
}
