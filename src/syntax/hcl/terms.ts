/** The smallest parts of HCL expressions: literals, names, calls and what stands in brackets. */
import type { HclCall, HclExpression } from './ast.js';
import { parseBraces, parseTuple } from './collections.js';
import { expect, found, isDigit, nested, peek, skip, SyntaxFault, take, takeWord, type Cursor } from './cursor.js';
import { parseExpression, parseInBrackets } from './expressions.js';
import { parseHeredoc, parseQuoted } from './strings.js';
import { closeBracket } from './references.js';

export function parseTerm(cursor: Cursor): HclExpression {
  skip(cursor);
  const start = cursor.at;
  const code = cursor.text.charCodeAt(start);
  switch (code) {
    case 0x22:
      return parseQuoted(cursor);
    case 0x5b:
      return parseTuple(cursor);
    case 0x7b:
      return parseBraces(cursor);
    case 0x28: {
      cursor.at += 1;
      const inner = parseInBrackets(cursor);
      closeBracket(cursor, ')', 'after an expression');
      // The range takes the parentheses in, so that an edit of it can't lose one of the two.
      return { ...inner, start, end: cursor.at };
    }
    case 0x3c:
      if (cursor.text.charCodeAt(start + 1) === 0x3c) return parseHeredoc(cursor);
      break;
    default:
      if (isDigit(code)) return parseNumber(cursor);
  }
  const name = takeWord(cursor);
  if (name === '') throw new SyntaxFault(`expected an expression, found ${found(cursor)}`, start);
  return parseNamed(cursor, name, start);
}

function parseNamed(cursor: Cursor, name: string, start: number): HclExpression {
  const end = cursor.at;
  skip(cursor);
  const next = cursor.text.charCodeAt(cursor.at);
  if (next === 0x28) return parseCall(cursor, name, start, end);
  if (next === 0x3a && cursor.text.charCodeAt(cursor.at + 1) === 0x3a) return parseNamespacedCall(cursor, name, start);
  cursor.at = end;
  if (name === 'true' || name === 'false') return { kind: 'literal', value: name === 'true', start, end };
  if (name === 'null') return { kind: 'literal', value: null, start, end };
  return { kind: 'variable', name, start, end };
}

/** `provider::name::function(…)` */
function parseNamespacedCall(cursor: Cursor, first: string, start: number): HclCall {
  let name = first;
  let end = cursor.at;
  while (take(cursor, '::')) {
    skip(cursor);
    const part = takeWord(cursor);
    if (part === '') throw new SyntaxFault(`expected a function name after "::", found ${found(cursor)}`, cursor.at);
    name += `::${part}`;
    end = cursor.at;
  }
  if (peek(cursor) !== 0x28) expect(cursor, '(', 'after a function name');
  return parseCall(cursor, name, start, end);
}

function parseCall(cursor: Cursor, text: string, start: number, nameEnd: number): HclCall {
  cursor.at += 1;
  const { args, expand } = nested(cursor, false, parseArguments);
  return { kind: 'call', name: { text, start, end: nameEnd }, arguments: args, expand, start, end: cursor.at };
}

function parseArguments(cursor: Cursor): { args: HclExpression[]; expand: boolean } {
  const args: HclExpression[] = [];
  for (;;) {
    if (take(cursor, ')')) return { args, expand: false };
    args.push(parseExpression(cursor));
    if (take(cursor, '...')) {
      expect(cursor, ')', 'after the spread argument of a call');
      return { args, expand: true };
    }
    if (!take(cursor, ',')) {
      expect(cursor, ')', 'or "," after an argument');
      return { args, expand: false };
    }
  }
}

function parseNumber(cursor: Cursor): HclExpression {
  const { text, at: start } = cursor;
  let at = digits(text, start);
  if (text.charCodeAt(at) === 0x2e && isDigit(text.charCodeAt(at + 1))) at = digits(text, at + 1);
  const exponent = /^[eE][+-]?\d/.exec(text.slice(at, at + 3));
  if (exponent) at = digits(text, at + exponent[0].length);
  if (text.charCodeAt(at) === 0x2e && isDigit(text.charCodeAt(at + 1))) {
    throw new SyntaxFault(`"${text.slice(start, digits(text, at + 1))}" is no number`, start);
  }
  cursor.at = at;
  return { kind: 'literal', value: Number(text.slice(start, at)), start, end: at };
}

function digits(text: string, start: number): number {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}
