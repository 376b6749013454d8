/**
 * `--set` of Helm: `a.b[0].c=value`, with `\.` in keys, `{a,b}` for lists and types told from the text (helm `pkg/strvals`,
 * `parser.go`).
 */
import { list, mapping, scalar } from '../../syntax/value.js';
import type { Origin, Scalar, Value } from '../../syntax/value.js';

/** How the texts of values are read. */
export type Typing = 'typed' | 'string';

/** A key or a place in a list. */
export type Step = string | number;

export interface Assignment {
  readonly path: readonly Step[];
  readonly value: Value;
}

/** Lists longer than this are refused by Helm (`MaxIndex`); so are deeper keys (`MaxNestedNameLevel`). */
const MOST_ITEMS = 65_536;
const DEEPEST = 30;

/**
 * The settings of one text: `a=1,b.c=x`.
 * @returns undefined for a text that Helm refuses
 */
export function assignmentsIn(text: string, typing: Typing, origin: Origin): readonly Assignment[] | undefined {
  const found: Assignment[] = [];
  let at = 0;
  while (at < text.length) {
    const name = keyAt(text, at);
    if (!name || text[name.end] !== '=') return undefined;
    const value = valueAt(text, name.end + 1, typing, origin);
    if (!value) return undefined;
    found.push({ path: name.path, value: value.value });
    at = value.end;
  }
  return found;
}

/** The path that a key names: `service.annotations.a\.b/c`. */
export function pathOf(key: string): readonly Step[] | undefined {
  const name = keyAt(key, 0);
  return name?.end === key.length ? name.path : undefined;
}

/** Keys without escapes and lists, as `--set-literal` reads them. */
export function literalPathOf(key: string): readonly Step[] {
  return key.split('.');
}

function keyAt(text: string, from: number): { readonly path: readonly Step[]; readonly end: number } | undefined {
  const path: Step[] = [];
  let at = from;
  for (;;) {
    const { text: key, end } = runesUntil(text, at, '.[=,');
    if (key !== '' || path.length === 0 || typeof path.at(-1) === 'string') {
      if (key === '') return undefined;
      path.push(key);
    }
    at = end;
    while (text[at] === '[') {
      const close = text.indexOf(']', at);
      const index = close < 0 ? NaN : Number(text.slice(at + 1, close));
      if (!Number.isInteger(index) || index < 0 || index > MOST_ITEMS) return undefined;
      path.push(index);
      at = close + 1;
    }
    if (path.length > DEEPEST) return undefined;
    if (text[at] !== '.') return { path, end: at };
    at++;
  }
}

function valueAt(
  text: string,
  from: number,
  typing: Typing,
  origin: Origin,
): { readonly value: Value; readonly end: number } | undefined {
  if (text[from] !== '{') {
    const { text: word, end } = runesUntil(text, from, ',');
    return { value: typed(word, typing, origin), end: end + 1 };
  }
  const items: Value[] = [];
  for (let at = from + 1; ;) {
    const { text: word, end } = runesUntil(text, at, ',}');
    if (end >= text.length) return undefined;
    if (word !== '' || text[end] === ',' || items.length > 0) items.push(typed(word, typing, origin));
    at = end + 1;
    if (text[end] === '}') {
      if (at < text.length && text[at] !== ',') return undefined;
      return { value: list(items, origin), end: at + 1 };
    }
  }
}

/** A text up to one of the characters; a backslash keeps what follows it. */
function runesUntil(text: string, from: number, stops: string): { readonly text: string; readonly end: number } {
  let word = '';
  let at = from;
  for (; at < text.length && !stops.includes(text[at] ?? ''); at++) {
    if (text[at] === '\\') at++;
    word += text[at] ?? '';
  }
  return { text: word, end: Math.min(at, text.length) };
}

/** `typedVal`: booleans and null in any case, whole numbers that do not start with a zero; all else is a text. */
export function typed(text: string, typing: Typing, origin: Origin): Scalar {
  if (typing === 'string') return scalar(text, origin);
  switch (text.toLowerCase()) {
    case 'true':
      return scalar(true, origin);
    case 'false':
      return scalar(false, origin);
    case 'null':
      return scalar(null, origin);
    case '0':
      return scalar(0, origin);
    default:
      return scalar(/^[+-]?[1-9]\d{0,17}$/.test(text) ? Number(text) : text, origin);
  }
}

/** Values with one more setting; what stands in its way is replaced. */
export function assign(target: Value, { path, value }: Assignment): Value {
  const [step, ...below] = path;
  if (step === undefined) return value;
  const { origin } = value;
  if (typeof step === 'number') {
    const items = target.kind === 'list' ? [...target.items] : [];
    while (items.length < step) items.push(scalar(null, origin));
    const old = items[step];
    items[step] = assign(old ?? mapping([], origin), { path: below, value });
    return list(items, target.kind === 'list' ? target.origin : origin);
  }
  const map = target.kind === 'map' ? target : mapping([], origin, target.kind === 'undetermined' ? target : undefined);
  const old = map.entries.get(step);
  const inner = assign(old?.value ?? map.rest ?? mapping([], origin), { path: below, value });
  const entry = { key: step, keySpan: old?.keySpan ?? origin.span, value: inner };
  return { ...map, entries: new Map([...map.entries, [step, entry]]) };
}
