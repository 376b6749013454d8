/** Lists of things in brackets. */
import type { Cursor } from './cursor.js';
import { Token } from './tokens.js';

/**
 * The elements of an object, an array or a type between its brackets: separated by line breaks or commas.
 * @returns where the closing bracket ended
 */
export function parseElements(c: Cursor, close: Token, bracket: string, element: () => void): number {
  const opened = c.start;
  c.advance();
  c.skipLineBreak();
  while (!c.at(close)) {
    if (c.at(Token.EndOfFile)) return c.expectClosing(close, bracket, opened);
    element();
    if (c.take(Token.Comma)) c.skipLineBreak();
    else if (c.at(Token.NewLine)) c.advance();
    else if (!c.at(close)) c.fail(`expected ',', ${bracket} or a line break`);
  }
  return c.expect(close, bracket);
}

/** The elements of a call, a lambda or a parameter list: separated by commas, line breaks around them don't count. */
export function parseArguments(c: Cursor, close: Token, bracket: string, element: () => void): number {
  const opened = c.start;
  c.advance();
  c.skipLineBreak();
  while (!c.at(close)) {
    element();
    c.skipLineBreak();
    if (c.take(Token.Comma)) c.skipLineBreak();
    else if (!c.at(close)) return c.expectClosing(close, bracket, opened);
  }
  return c.expect(close, bracket);
}
