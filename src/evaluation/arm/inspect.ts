/** Questions about values that functions ask: what is open in them, whether they are equal, how to write them down. */
import type { Span } from '../../syntax/source.js';
import type { Origin, Undetermined, Value } from '../../syntax/value.js';
import { isNonEmpty, isSymbolic, placeholders } from './partial.js';

const ownSubscription = `/subscriptions/${placeholders.subscription}`;
const ownGroup = `${ownSubscription}/resourceGroups/${placeholders.resourceGroup}`;

/**
 * The origin of something that an expression computes. Operands that travelled come before literals of the expression,
 * so that the way leads to the place that an author edits.
 */
export function computed(span: Span, operands: readonly (Value | Origin)[], name?: string): Origin {
  const all = operands.map((operand) => ('kind' in operand ? operand.origin : operand));
  const unique = [...new Set(all)];
  const from = [...unique.filter((o) => o.from.length > 0), ...unique.filter((o) => o.from.length === 0)];
  return name === undefined ? { span, from } : { span, name, from };
}

/** Every undetermined value in a value, itself included; shared parts are visited once. */
export function open(values: readonly Value[]): readonly Undetermined[] {
  const found: Undetermined[] = [];
  const seen = new Set<Value>();
  const pending = [...values];
  for (let value = pending.pop(); value; value = pending.pop()) {
    if (seen.has(value)) continue;
    seen.add(value);
    switch (value.kind) {
      case 'undetermined':
        found.push(value);
        break;
      case 'list':
        pending.push(...value.items);
        if (value.rest) found.push(value.rest);
        break;
      case 'map':
        for (const entry of value.entries.values()) pending.push(entry.value);
        if (value.rest) found.push(value.rest);
        break;
      case 'scalar':
        break;
    }
  }
  return found;
}

/** What the open parts of some values wait for, without repeats. */
export function waiting(values: readonly Value[]): readonly string[] {
  return [...new Set(open(values).flatMap((value) => value.waitsFor))].slice(0, 12);
}

export function isDetermined(value: Value): boolean {
  return open([value]).length === 0;
}

/**
 * Whether two values are equal as `equals` tells it: strings by case, numbers by value, lists in order, objects whatever
 * their order. `undefined` when the text does not decide it.
 *
 * Bicep compiles `=~` to `equals(toLower(a), toLower(b))`, so plain `equals` distinguishes case.
 */
export function equal(left: Value, right: Value): boolean | undefined {
  return compare(left, right, { pairs: mostPairs });
}

/** Values can share parts many times over; beyond this many pairs the answer is left open. */
const mostPairs = 50_000;

function compare(left: Value, right: Value, budget: { pairs: number }): boolean | undefined {
  budget.pairs -= 1;
  if (budget.pairs < 0) return undefined;
  if (left.kind === 'undetermined') return right.kind === 'undetermined' ? undefined : openEqual(left, right);
  if (right.kind === 'undetermined') return openEqual(right, left);
  if (left.kind === 'scalar' && right.kind === 'scalar') return scalarEqual(left.value, right.value);
  if (left.kind === 'list' && right.kind === 'list') {
    const [shorter, longer] = left.items.length <= right.items.length ? [left, right] : [right, left];
    if (longer.items.length > shorter.items.length && !shorter.rest) return false;
    if (left.rest || right.rest) return undefined;
    return every(left.items, (item, index) => compare(item, right.items[index] ?? item, budget));
  }
  if (left.kind === 'map' && right.kind === 'map') {
    const keys = [...new Set([...left.entries.keys(), ...right.entries.keys()])];
    const answer = every(keys, (key) => {
      const one = left.entries.get(key);
      const other = right.entries.get(key);
      if (one && other) return compare(one.value, other.value, budget);
      return (one ? right.rest : left.rest) ? undefined : false;
    });
    return answer === true && (left.rest ?? right.rest) ? undefined : answer;
  }
  return false;
}

function openEqual(undecided: Undetermined, other: Value): boolean | undefined {
  const isBlank = other.kind === 'scalar' && (other.value === '' || other.value === null);
  return isBlank && isNonEmpty(undecided) ? false : undefined;
}

function scalarEqual(left: unknown, right: unknown): boolean | undefined {
  if (left === right) return true;
  if (typeof left !== 'string' || typeof right !== 'string') return false;
  if (!isSymbolic(left) && !isSymbolic(right)) return false;
  return left.startsWith('/') && right.startsWith('/') ? undefined : false;
}

/** False as soon as one is; open when none is false and one is open. */
function every<T>(items: readonly T[], answer: (item: T, index: number) => boolean | undefined): boolean | undefined {
  let all: true | undefined = true;
  for (const [index, item] of items.entries()) {
    const each = answer(item, index);
    if (each === false) return false;
    if (each === undefined) all = undefined;
  }
  return all;
}

/** A value as an expression for people: literals quoted, open values by what they are, structures shortened. */
export function render(value: Value, depth = 0): string {
  switch (value.kind) {
    case 'undetermined':
      return value.expression;
    case 'scalar':
      return typeof value.value === 'string' ? renderString(value.value) : String(value.value);
    case 'list': {
      if (depth > 1 || value.items.length > 4) return '[…]';
      const items = value.items.map((item) => render(item, depth + 1));
      return `[${[...items, ...(value.rest ? ['…'] : [])].join(', ')}]`;
    }
    case 'map':
      return value.entries.size === 0 && !value.rest ? '{}' : '{…}';
  }
}

/** The ids of the deployment's own scopes go by the functions that give them. */
function renderString(text: string): string {
  if (text === ownGroup) return 'resourceGroup().id';
  return text === ownSubscription ? 'subscription().id' : `'${text}'`;
}

/** A call as an expression, shortened. */
export function renderCall(name: string, operands: readonly Value[]): string {
  const text = `${name}(${operands.map((operand) => render(operand)).join(', ')})`;
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
