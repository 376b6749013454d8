/** The text of a Bicep file as tokens. */
import type { Node } from './ast.js';
import { Code, endOfDirective, endOfForeign, endOfLine, endOfMultilinePiece, endOfName, endOfNumber } from './scan.js';
import { punctuation, widthOf } from './punctuation.js';
import { endOfPiece, isDigit, isLineBreak, startsName } from './scan.js';
import { Token, TokenList } from './tokens.js';

export interface Lexed {
  readonly tokens: TokenList;
  readonly comments: readonly Node[];
  readonly directives: readonly Node[];
}

/** What a `}` can close inside a string with holes: a brace, or a hole whose string has that many dollar signs. */
const BRACE = -1;

/** Never fails: what is no token becomes an `Error` token. */
export function lex(text: string): Lexed {
  const tokens = new TokenList((text.length >> 2) + 16);
  const comments: Node[] = [];
  const directives: Node[] = [];
  const open: number[] = [];
  let at = 0;
  let last = Token.NewLine;

  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === Code.Space || code === Code.Tab) {
      at++;
      continue;
    }
    const start = at;
    const next = text.charCodeAt(at + 1);

    if (code === Code.Slash && (next === Code.Slash || next === Code.Asterisk)) {
      at = next === Code.Slash ? endOfLine(text, at + 2) : endOfBlockComment(text, at);
      if (at < 0) {
        at = text.length;
        tokens.push(Token.Error, start, at);
      }
      comments.push({ start, end: at });
      continue;
    }
    if (code === Code.Hash && last === Token.NewLine && startsName(next)) {
      at = endOfDirective(text, at);
      directives.push({ start, end: at });
      continue;
    }
    if (isLineBreak(code)) {
      do at++;
      while (isLineBreak(text.charCodeAt(at)));
      if (open.length > 0) {
        open.length = 0;
        tokens.push(Token.Error, start, start);
      }
      if (last !== Token.NewLine) tokens.push(Token.NewLine, start, at);
      last = Token.NewLine;
      continue;
    }

    if (startsName(code)) {
      at = endOfName(text, at + 1);
      last = wordKind(text, start, at);
    } else if (code === Code.Quote || (code === Code.Dollar && (next === Code.Dollar || next === Code.Quote))) {
      const dollars = dollarsAt(text, at);
      const content = contentStart(text, at + dollars);
      const multiline = content - at - dollars === 3;
      if (dollars > 0 && !multiline) {
        at += dollars;
        last = Token.Error;
      } else {
        at = multiline ? endOfMultilinePiece(text, content, dollars) : endOfPiece(text, content);
        last = pieceKind(text, at, Token.String, Token.StringStart);
        if (at < 0) at = endOfLine(text, start);
        if (last === Token.StringStart) open.push(multiline ? dollars : 0);
      }
    } else if (code === Code.RightBrace && open.length > 0) {
      const closed = open.pop() ?? BRACE;
      if (closed === BRACE) {
        at++;
        last = Token.RightBrace;
      } else {
        at = closed > 0 ? endOfMultilinePiece(text, at + 1, closed) : endOfPiece(text, at + 1);
        last = pieceKind(text, at, Token.StringEnd, Token.StringMiddle);
        if (last === Token.StringMiddle) open.push(closed);
        if (at < 0) {
          at = endOfLine(text, start);
          open.length = 0;
        }
      }
    } else if (isDigit(code)) {
      at = endOfNumber(text, at + 1);
      last = Token.Number;
    } else {
      last = punctuation(code, next, text.charCodeAt(at + 2));
      at = last === Token.Error ? endOfError(text, at) : at + widthOf(last);
      if (last === Token.LeftBrace && open.length > 0) open.push(BRACE);
    }
    tokens.push(last, start, at);
  }
  if (open.length > 0) tokens.push(Token.Error, text.length, text.length);
  tokens.push(Token.EndOfFile, text.length, text.length);
  return { tokens, comments, directives };
}

function endOfBlockComment(text: string, from: number): number {
  const close = text.indexOf('*/', from + 2);
  return close < 0 ? -1 : close + 2;
}

function wordKind(text: string, start: number, end: number): Token {
  switch (end - start) {
    case 4:
      if (text.startsWith('true', start)) return Token.True;
      return text.startsWith('null', start) ? Token.Null : Token.Identifier;
    case 5:
      return text.startsWith('false', start) ? Token.False : Token.Identifier;
    default:
      return Token.Identifier;
  }
}

function dollarsAt(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === Code.Dollar) at++;
  return at - from;
}

/** Behind the opening quotes at an offset: one quote, or three. */
function contentStart(text: string, at: number): number {
  if (text.charCodeAt(at) !== Code.Quote) return at;
  return text.charCodeAt(at + 1) === Code.Quote && text.charCodeAt(at + 2) === Code.Quote ? at + 3 : at + 1;
}

function pieceKind(text: string, end: number, closed: Token, hole: Token): Token {
  if (end < 0) return Token.Error;
  return text.charCodeAt(end - 1) === Code.Quote ? closed : hole;
}

function endOfError(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= Code.Space && code <= Code.Tilde ? at + 1 : endOfForeign(text, at);
}
