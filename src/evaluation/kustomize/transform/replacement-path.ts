/** The paths of `replacements`: `spec.ports.0.port`, `metadata.annotations.[a.b/c]`, `spec.containers.[name=web].image`, `*`. */
import type { Value } from '../../../syntax/value.js';
import { emptyMap, withEntry, withItems } from '../edit.js';
import { field, textIn } from '../read.js';
import type { Span } from '../../../syntax/source.js';

export function splitPath(path: string): readonly string[] {
  const parts: string[] = [];
  // A dot after a backslash, or inside of brackets, does not part.
  for (const match of path.matchAll(/(?:^|\.)(\[[^\]]*\]|(?:\\.|[^.\\])*)/g)) {
    const part = match[1] ?? '';
    const bracketed = part.startsWith('[') && part.endsWith(']') && !part.includes('=');
    parts.push((bracketed ? part.slice(1, -1) : part).replaceAll('\\.', '.'));
  }
  return parts;
}

/** The first value at a path. */
export function valueAt(value: Value | undefined, path: readonly string[]): Value | undefined {
  const [part, ...rest] = path;
  if (part === undefined || !value) return value;
  if (value.kind === 'map') return valueAt(field(value, part), rest);
  if (value.kind !== 'list') return undefined;
  const fits = itemFitter(part);
  return valueAt(value.items.find(fits), rest);
}

export interface Changed {
  readonly value: Value;
  /** How many places were changed. */
  readonly count: number;
}

/**
 * The value with every place at a path changed.
 * @param create where made places are said to stand; without it what is missing is not made
 */
export function changePath(
  value: Value,
  path: readonly string[],
  change: (value: Value | undefined) => Value,
  create: Span | undefined,
): Changed {
  const [part, ...rest] = path;
  if (part === undefined) return { value: change(value), count: 1 };
  if (value.kind === 'map') {
    const found = value.entries.get(part);
    if (!found && !create) return { value, count: 0 };
    const inner: Changed =
      found || rest.length > 0
        ? changePath(found?.value ?? emptyMap(create ?? value.origin.span), rest, change, create)
        : { value: change(undefined), count: 1 };
    const keySpan = found?.keySpan ?? create ?? value.origin.span;
    return inner.count === 0
      ? { value, count: 0 }
      : { ...inner, value: withEntry(value, { key: part, keySpan, value: inner.value }) };
  }
  if (value.kind !== 'list') return { value, count: 0 };
  const fits = itemFitter(part);
  let count = 0;
  const items = value.items.map((item, at) => {
    if (!fits(item, at)) return item;
    const inner = changePath(item, rest, change, create);
    count += inner.count;
    return inner.value;
  });
  return { value: withItems(value, items), count };
}

function itemFitter(part: string): (item: Value, at: number) => boolean {
  if (part === '*') return () => true;
  if (/^\d+$/.test(part)) return (_, at) => at === Number(part);
  const [, key = '', wanted = ''] = /^\[([^=]*)=(.*)\]$/.exec(part) ?? [];
  return (item) => part.startsWith('[') && textIn(key === '' ? item : field(item, key)) === wanted;
}
