/** Lists of facts put together. */
import type { Fact, Known, Unknown } from '../fact.js';
import { known } from '../reading/convert.js';

/** All entries of two lists; an open list becomes one open entry. */
export function both(
  one: Fact<readonly Fact<string>[]>,
  other: Fact<readonly Fact<string>[]>,
): Fact<readonly Fact<string>[]> {
  const [a, b] = [one, other].map(entriesOf);
  const place = a?.length === 0 ? other : one;
  return known([...(a ?? []), ...(b ?? [])], place.origin, place.name, false);
}

/** A list of one entry, or of none where that is the empty text. */
export function single(fact: Fact<string>): Fact<readonly Fact<string>[]> {
  return known(fact.known && fact.value === '' ? [] : [fact], fact.origin, fact.name, false);
}

/** What a fact stands for is one thing, whatever it is called once it is deployed. */
export function openText(fact: Unknown<unknown>): Known<string> {
  return known(fact.expression, fact.origin, fact.name, false);
}

function entriesOf(list: Fact<readonly Fact<string>[]>): readonly Fact<string>[] {
  if (list.known) return list.value;
  const { expression, dependsOn, origin, name } = list;
  return [{ known: false, expression, dependsOn, origin, name }];
}
