/** Lists, objects and `for` expressions of HCL. */
import type { HclExpression, HclObjectItem } from './ast.js';
import {
  expect,
  found,
  nested,
  peek,
  skip,
  skipLines,
  SyntaxFault,
  take,
  takeWord,
  wordAt,
  type Cursor,
} from './cursor.js';
import { parseExpression } from './expressions.js';

/** `[a, b]` or `[for …]` */
export function parseTuple(cursor: Cursor): HclExpression {
  const start = cursor.at;
  cursor.at += 1;
  return nested(cursor, false, (inside) => (atFor(inside) ? parseFor(inside, start, ']') : parseItems(inside, start)));
}

/** `{a = b}` or `{for …}` */
export function parseBraces(cursor: Cursor): HclExpression {
  const start = cursor.at;
  cursor.at += 1;
  skipLines(cursor);
  if (atFor(cursor)) return nested(cursor, false, (inside) => parseFor(inside, start, '}'));
  return nested(cursor, true, (inside) => parseObject(inside, start));
}

function atFor(cursor: Cursor): boolean {
  skip(cursor);
  if (!cursor.text.startsWith('for', cursor.at) || wordAt(cursor.text, cursor.at) !== 'for') return false;
  // `{ for = 1 }` is not accepted by the language either, so the word alone decides.
  return true;
}

function parseItems(cursor: Cursor, start: number): HclExpression {
  const items: HclExpression[] = [];
  for (;;) {
    if (take(cursor, ']')) break;
    items.push(parseExpression(cursor));
    if (take(cursor, ',')) continue;
    expect(cursor, ']', 'or "," after an element');
    break;
  }
  return { kind: 'tuple', items, start, end: cursor.at };
}

function parseObject(cursor: Cursor, start: number): HclExpression {
  const items: HclObjectItem[] = [];
  for (;;) {
    skipLines(cursor);
    if (take(cursor, '}')) return { kind: 'object', items, start, end: cursor.at };
    items.push(parseItem(cursor));
    const next = peek(cursor);
    if (next === 0x2c) cursor.at += 1;
    else if (next !== 0x0a && next !== 0x7d) {
      throw new SyntaxFault(`expected a new line, "," or "}" after a value, found ${found(cursor)}`, cursor.at);
    }
  }
}

function parseItem(cursor: Cursor): HclObjectItem {
  const bare = cursor.text[cursor.at] !== '(';
  const key = parseExpression(cursor);
  if (!take(cursor, '=') && !take(cursor, ':')) {
    throw new SyntaxFault(`expected "=" or ":" after a key, found ${found(cursor)}`, cursor.at);
  }
  const value = parseExpression(cursor);
  const { start, end } = key;
  const name: HclExpression = bare && key.kind === 'variable' ? { kind: 'literal', value: key.name, start, end } : key;
  return { key: name, value, start, end: value.end };
}

function parseFor(cursor: Cursor, start: number, close: ']' | '}'): HclExpression {
  cursor.at += 'for'.length;
  const { key, value } = parseForNames(cursor);
  const collection = parseExpression(cursor);
  expect(cursor, ':', 'after the collection of "for"');
  const first = parseExpression(cursor);
  const isObject = close === '}';
  if (isObject) expect(cursor, '=>', 'after the key of "for"');
  const result = isObject ? parseExpression(cursor) : first;
  const group = isObject && take(cursor, '...');
  skip(cursor);
  const filtered = wordAt(cursor.text, cursor.at) === 'if';
  if (filtered) cursor.at += 'if'.length;
  const condition = filtered ? parseExpression(cursor) : undefined;
  expect(cursor, close, 'at the end of "for"');
  const resultKey = isObject ? first : undefined;
  return { kind: 'for', key, value, collection, resultKey, result, group, condition, start, end: cursor.at };
}

/** `key, value in`: the names that a `for` gives to each element. */
export function parseForNames(cursor: Cursor): { key: string | undefined; value: string } {
  const first = parseName(cursor);
  const second = take(cursor, ',') ? parseName(cursor) : undefined;
  if (parseName(cursor) !== 'in') throw new SyntaxFault('expected "in" after the names of "for"', cursor.at);
  return second === undefined ? { key: undefined, value: first } : { key: first, value: second };
}

function parseName(cursor: Cursor): string {
  skip(cursor);
  const name = takeWord(cursor);
  if (name === '') throw new SyntaxFault(`expected a name in "for", found ${found(cursor)}`, cursor.at);
  return name;
}
