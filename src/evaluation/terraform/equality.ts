/** Equality as `==` decides it: no conversion between types; `undefined` when something open decides. */
import type { List, Mapping, Value } from '../../syntax/value.js';
import { isNull } from '../../syntax/value.js';
import { isNeverNull, referenceOf, type Reference } from './references.js';

export function equal(a: Value, b: Value): boolean | undefined {
  if (a.kind === 'undetermined' || b.kind === 'undetermined') return openEqual(a, b);
  if (a.kind === 'scalar' || b.kind === 'scalar') {
    return a.kind === 'scalar' && b.kind === 'scalar' && a.value === b.value;
  }
  if (a.kind === 'list' && b.kind === 'list') return listEqual(a, b);
  if (a.kind === 'map' && b.kind === 'map') return mapEqual(a, b);
  return false;
}

function openEqual(a: Value, b: Value): boolean | undefined {
  if ((isNeverNull(a) && isNull(b)) || (isNeverNull(b) && isNull(a))) return false;
  if (sameReference(a, b)) return true;
  const lefts = a.kind === 'undetermined' ? a.candidates : [a];
  const rights = b.kind === 'undetermined' ? b.candidates : [b];
  if (!lefts || !rights) return undefined;
  const answers = new Set(lefts.flatMap((left) => rights.map((right) => candidateEqual(left, right))));
  return answers.size === 1 ? [...answers][0] : undefined;
}

/** Candidates of candidates are not followed. */
function candidateEqual(a: Value, b: Value): boolean | undefined {
  if (a.kind !== 'undetermined' && b.kind !== 'undetermined') return equal(a, b);
  if ((isNeverNull(a) && isNull(b)) || (isNeverNull(b) && isNull(a))) return false;
  return sameReference(a, b) ? true : undefined;
}

/** Both are the same attribute of the same resource. */
export function sameReference(a: Value, b: Value): boolean {
  const one = referenceOf(a);
  return one !== undefined && pathOf(one) === pathOf(referenceOf(b));
}

function pathOf(reference: Reference | undefined): string | undefined {
  return reference && `${reference.address} ${reference.path}`;
}

function listEqual(a: List, b: List): boolean | undefined {
  if (a.rest || b.rest) return undefined;
  if (a.items.length !== b.items.length) return false;
  return every(a.items.map((item, index) => equal(item, b.items[index] ?? item)));
}

function mapEqual(a: Mapping, b: Mapping): boolean | undefined {
  if (a.rest || b.rest) return undefined;
  if (a.entries.size !== b.entries.size) return false;
  return every(
    [...a.entries.values()].map(({ key, value }) => {
      const other = b.entries.get(key);
      return other ? equal(value, other.value) : false;
    }),
  );
}

function every(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}
