/** What follows a term: attributes, indexes and splats, in a chain. */
import type { HclExpression } from './ast.js';
import { expect, found, isDigit, skip, SyntaxFault, takeWord, type Cursor } from './cursor.js';
import { parseInBrackets } from './expressions.js';
import { parseTerm } from './terms.js';

export function parseReference(cursor: Cursor): HclExpression {
  return parseSteps(cursor, parseTerm(cursor));
}

function parseSteps(cursor: Cursor, root: HclExpression): HclExpression {
  let object = root;
  for (;;) {
    skip(cursor);
    const code = cursor.text.charCodeAt(cursor.at);
    // `...` after an expression spreads or groups; it is no attribute.
    if (code === 0x2e && cursor.text.charCodeAt(cursor.at + 1) !== 0x2e) object = parseDot(cursor, object);
    else if (code === 0x5b) object = parseIndex(cursor, object);
    else return object;
  }
}

function parseDot(cursor: Cursor, object: HclExpression): HclExpression {
  cursor.at += 1;
  skip(cursor);
  if (cursor.text[cursor.at] !== '*') return parseAttribute(cursor, object);
  cursor.at += 1;
  let each: HclExpression = { kind: 'splat-item', start: cursor.at - 1, end: cursor.at };
  // Only attributes belong to `.*`; an index behind it takes from the list that it makes.
  skip(cursor);
  while (startsAttribute(cursor)) {
    cursor.at += 1;
    skip(cursor);
    each = parseAttribute(cursor, each);
    skip(cursor);
  }
  return { kind: 'splat', source: object, each, start: object.start, end: each.end };
}

function startsAttribute(cursor: Cursor): boolean {
  const { text, at } = cursor;
  return text[at] === '.' && text[at + 1] !== '.' && text[at + 1] !== '*';
}

/** A name, or the legacy form of an index: `list.0`. */
function parseAttribute(cursor: Cursor, object: HclExpression): HclExpression {
  const { text, at: start } = cursor;
  if (isDigit(text.charCodeAt(start))) {
    while (isDigit(text.charCodeAt(cursor.at))) cursor.at += 1;
    const end = cursor.at;
    const key: HclExpression = { kind: 'literal', value: Number(text.slice(start, end)), start, end };
    return { kind: 'index', object, key, start: object.start, end };
  }
  const name = takeWord(cursor);
  if (name === '') throw new SyntaxFault(`expected an attribute name after ".", found ${found(cursor)}`, start);
  const end = cursor.at;
  return { kind: 'get', object, name: { text: name, start, end }, start: object.start, end };
}

function parseIndex(cursor: Cursor, object: HclExpression): HclExpression {
  const opened = cursor.at;
  if (/^\[\s*\*\s*\]/.test(cursor.text.slice(opened, opened + 16))) {
    cursor.at = cursor.text.indexOf(']', opened) + 1;
    const item: HclExpression = { kind: 'splat-item', start: opened, end: cursor.at };
    const each = parseSteps(cursor, item);
    return { kind: 'splat', source: object, each, start: object.start, end: each.end };
  }
  cursor.at += 1;
  const key = parseInBrackets(cursor);
  closeBracket(cursor, ']', 'after an index');
  return { kind: 'index', object, key, start: object.start, end: cursor.at };
}

/** Takes a closing bracket that may stand on a later line. */
export function closeBracket(cursor: Cursor, mark: string, where: string): void {
  const outer = cursor.lines;
  cursor.lines = false;
  expect(cursor, mark, where);
  cursor.lines = outer;
}
