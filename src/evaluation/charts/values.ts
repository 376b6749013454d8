/** What a user's values say at a path, told apart from what they leave to the chart and from what can't be read. */
import { isNull, member, undetermined } from '../../syntax/value.js';
import type { Undetermined, Value } from '../../syntax/value.js';

export type Found =
  /** Given; the value may be undetermined itself, or null, which takes the chart's own away. */
  | { readonly kind: 'given'; readonly value: Value }
  | { readonly kind: 'absent' }
  /** A source of values can't be read that may give it. */
  | { readonly kind: 'open'; readonly value: Undetermined };

export function valueAt(values: Value, path: readonly string[]): Found {
  let at = values;
  if (at.kind === 'undetermined') return { kind: 'open', value: under(at, path) };
  for (const [index, key] of path.entries()) {
    switch (at.kind) {
      case 'undetermined':
        return { kind: 'given', value: under(at, path.slice(index)) };
      case 'map': {
        if (!at.entries.has(key)) {
          return at.rest ? { kind: 'open', value: under(at.rest, path.slice(index)) } : { kind: 'absent' };
        }
        const inner = member(at, key);
        if (!inner) return { kind: 'absent' };
        at = inner;
        break;
      }
      case 'list': {
        const item: Value | undefined = at.items[Number(key)];
        if (!item) return at.rest ? { kind: 'open', value: under(at.rest, path.slice(index)) } : { kind: 'absent' };
        at = item;
        break;
      }
      case 'scalar':
        return isNull(at) ? { kind: 'given', value: at } : { kind: 'absent' };
    }
  }
  return { kind: 'given', value: at };
}

function under(value: Undetermined, path: readonly string[]): Undetermined {
  if (path.length === 0) return value;
  return undetermined(`${value.expression}.${path.join('.')}`, value.waitsFor, value.origin);
}

/** The entries of a map or list, with the key or place of each. */
export function entriesOf(value: Value): readonly (readonly [key: string, value: Value])[] {
  if (value.kind === 'map') return [...value.entries.values()].map((each) => [each.key, each.value]);
  return value.kind === 'list' ? value.items.map((item, index) => [String(index), item]) : [];
}

/** What templates call true: anything but false, zero, null and what is empty; undefined where the text does not decide. */
export function isTrue(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'scalar':
      return value.value !== null && value.value !== false && value.value !== 0 && value.value !== '';
    case 'list':
      return value.items.length > 0 ? true : value.rest ? undefined : false;
    case 'map':
      return value.entries.size > 0 ? true : value.rest ? undefined : false;
    case 'undetermined': {
      const answers = new Set(value.candidates?.map(isTrue));
      const [answer] = answers;
      return answers.size === 1 ? answer : undefined;
    }
  }
}
