/** Strings and their holes. */
import type { Expression, Interpolation, StringLiteral } from './ast.js';
import { type Cursor, Failure } from './cursor.js';
import { Code } from './scan.js';
import { decode, decodeMultiline } from './strings.js';
import { Token } from './tokens.js';

/** Parses any expression; given to whatever is part of expressions and contains some. */
export type ExpressionParser = (c: Cursor) => Expression;

export function atString(c: Cursor): boolean {
  return c.at(Token.String) || c.at(Token.StringStart);
}

/** A string at the cursor, with holes or without. */
export function parseString(c: Cursor, what: string, parse: ExpressionParser): StringLiteral | Interpolation {
  const start = c.start;
  if (c.at(Token.String)) {
    const style = styleAt(c.file.text, start);
    const value = piece(c, style, style.opening, style.closing);
    const end = c.end;
    c.advance();
    return { kind: 'string', start, end, value };
  }
  if (!c.at(Token.StringStart)) c.fail(`expected ${what}`);
  const style = styleAt(c.file.text, start);
  const texts = [piece(c, style, style.opening, style.hole)];
  const expressions: Expression[] = [];
  for (;;) {
    c.advance();
    expressions.push(parse(c));
    if (c.at(Token.StringEnd)) break;
    if (!c.at(Token.StringMiddle)) c.fail("expected the '}' of the string");
    texts.push(piece(c, style, 1, style.hole));
  }
  texts.push(piece(c, style, 1, style.closing));
  const end = c.end;
  c.advance();
  return { kind: 'interpolation', start, end, texts, expressions };
}

/** The lengths of a string's delimiters. */
interface Style {
  readonly multiline: boolean;
  readonly opening: number;
  readonly closing: number;
  readonly hole: number;
}

const SINGLE: Style = { multiline: false, opening: 1, closing: 1, hole: 2 };
const MULTILINE: Style = { multiline: true, opening: 3, closing: 3, hole: 0 };

function styleAt(text: string, start: number): Style {
  if (text.charCodeAt(start) === Code.Quote) return text.startsWith("'''", start) ? MULTILINE : SINGLE;
  let dollars = 1;
  while (text.charCodeAt(start + dollars) === Code.Dollar) dollars++;
  return { multiline: true, opening: dollars + 3, closing: 3, hole: dollars + 1 };
}

function piece(c: Cursor, style: Style, before: number, after: number): string {
  const [start, end] = [c.start + before, c.end - after];
  if (style.multiline) return decodeMultiline(c.file.text, start, end, before > 1);
  const value = decode(c.file.text, start, end);
  if (typeof value === 'string') return value;
  throw new Failure(`unknown escape sequence "${c.file.text.slice(value, value + 2)}"`, c.index);
}
