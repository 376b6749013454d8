import { entry, scalar } from '../../../syntax/value.js';
import type { Value } from '../../../syntax/value.js';
import { not } from '../choice.js';
import { computed, equal } from '../inspect.js';
import { isNonEmpty, isSymbolic, plainText, textOf } from '../partial.js';
import { partial, pure } from './function.js';
import type { Call, Family } from './function.js';
import { concatLists } from './array.js';
import { union } from './merge.js';
import { compareText, contains } from './object.js';
import { numberOf, result, stringOf } from './operand.js';
import { concatTexts } from './string.js';

/** Comparisons, and the functions that take texts, arrays and objects alike. */
export const comparisonFunctions: Family = {
  equals: partial(2, 2, ([left, right], call) => (left && right ? result(equal(left, right), call) : undefined)),
  less: order((sign) => sign < 0),
  lessorequals: order((sign) => sign <= 0),
  greater: order((sign) => sign > 0),
  greaterorequals: order((sign) => sign >= 0),
  not: partial(1, 1, ([value], call) => value && not(value, call.span)),
  true: pure(0, 0, (_, call) => result(true, call)),
  false: pure(0, 0, (_, call) => result(false, call)),
  empty: partial(1, 1, ([value], call) => (value ? result(empty(value), call) : undefined)),
  contains: partial(2, 2, ([container, wanted], call) =>
    container && wanted ? result(holds(container, wanted), call) : undefined,
  ),
  concat: partial(0, 10_000, concat),
  union: partial(1, 10_000, union),
};

function order(accepts: (sign: number) => boolean): Family[string] {
  return pure(
    2,
    2,
    ([left, right], call) => {
      const [a, b] = [numberOf(left), numberOf(right)];
      if (a !== undefined && b !== undefined) return result(accepts(a - b), call);
      const [one, other] = [stringOf(left), stringOf(right)];
      return one === undefined || other === undefined ? undefined : result(accepts(compareText(one, other)), call);
    },
    { characters: true },
  );
}

/** Null counts as empty ("Template functions - object: empty" of a null object). */
function empty(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'undetermined':
      return isNonEmpty(value) ? false : undefined;
    case 'scalar':
      return value.value === null || value.value === '';
    case 'list':
      return value.items.length > 0 ? false : value.rest ? undefined : true;
    case 'map':
      return value.entries.size > 0 ? false : value.rest ? undefined : true;
  }
}

/** Texts by case, keys of objects without, items of arrays by equality ("Template functions - object: contains"). */
function holds(container: Value, wanted: Value): boolean | undefined {
  switch (container.kind) {
    case 'list': {
      const found = contains(container.items, wanted);
      return found === false && container.rest ? undefined : found;
    }
    case 'map': {
      if (wanted.kind !== 'scalar') return undefined;
      if (entry(container, plainText(wanted), true)) return true;
      return container.rest ? undefined : false;
    }
    case 'scalar':
    case 'undetermined': {
      const parts = textOf(container) ?? [];
      const what = wanted.kind === 'scalar' && wanted.value !== null ? plainText(wanted) : undefined;
      if (what === undefined || (container.kind === 'scalar' && typeof container.value !== 'string')) return undefined;
      if (parts.some((part) => typeof part === 'string' && part.includes(what))) return true;
      return parts.some((part) => typeof part !== 'string' || isSymbolic(part)) ? undefined : false;
    }
  }
}

function concat(operands: readonly Value[], call: Call): Value | undefined {
  if (operands.some((operand) => operand.kind === 'list')) return concatLists(operands, call);
  if (operands.some((operand) => operand.kind === 'map')) return undefined;
  if (operands.length === 1 && operands[0]?.kind === 'undetermined') return operands[0];
  if (operands.length === 0) return scalar('', computed(call.span, []));
  if (operands.every((operand) => operand.kind === 'undetermined')) return undefined;
  return concatTexts(operands, call);
}
