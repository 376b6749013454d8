/** What several answers have in common: where they differ, the value is a choice that the text leaves open. */
import { list, mapping, scalar, undetermined } from '../../syntax/value.js';
import type { Entry, Mapping, Origin, Value } from '../../syntax/value.js';

/** @param why what the choice depends on */
export function agreed(values: readonly Mapping[], why: string, origin: Origin): Mapping {
  const [first] = values;
  if (!first) return mapping([], origin);
  if (values.every((each) => isSame(each, first))) return first;
  const keys = new Set(values.flatMap((each) => [...each.entries.keys()]));
  const rest = values.find((each) => each.rest)?.rest;
  const entries = [...keys].flatMap((key): readonly Entry[] => {
    const all = values.map((each) => each.entries.get(key));
    const some = all.find((each) => each !== undefined);
    if (!some) return [];
    return [
      {
        ...some,
        value: choice(
          all.map((each) => each?.value),
          why,
          origin,
        ),
      },
    ];
  });
  return mapping(entries, first.origin, rest);
}

function choice(values: readonly (Value | undefined)[], why: string, origin: Origin): Value {
  const given = values.map((each) => each ?? scalar(null, origin));
  const [first] = given;
  if (!first) return scalar(null, origin);
  if (given.every((each) => isSame(each, first))) return first;
  const maps = given.flatMap((each) => (each.kind === 'map' ? [each] : []));
  if (maps.length === given.length) return agreed(maps, why, origin);
  const distinct = given.filter((each, index) => given.findIndex((other) => isSame(each, other)) === index);
  return undetermined(why, [why], first.origin, distinct);
}

/** Values that say the same, wherever they stand. */
export function isSame(a: Value, b: Value): boolean {
  if (a === b) return true;
  switch (a.kind) {
    case 'scalar':
      return b.kind === 'scalar' && a.value === b.value;
    case 'list':
      return (
        b.kind === 'list' &&
        a.items.length === b.items.length &&
        (a.rest === undefined) === (b.rest === undefined) &&
        a.items.every((item, index) => isSame(item, b.items[index] ?? list([], item.origin)))
      );
    case 'map':
      return (
        b.kind === 'map' &&
        a.entries.size === b.entries.size &&
        (a.rest === undefined) === (b.rest === undefined) &&
        [...a.entries.values()].every(({ key, value }) => {
          const other = b.entries.get(key);
          return other !== undefined && isSame(value, other.value);
        })
      );
    case 'undetermined':
      return b.kind === 'undetermined' && a.expression === b.expression && sameChoices(a.candidates, b.candidates);
  }
}

function sameChoices(a: readonly Value[] = [], b: readonly Value[] = []): boolean {
  return a.length === b.length && a.every((each, index) => isSame(each, b[index] ?? each));
}
