/** How the parser goes on behind a declaration that it could not read. */
import { startsDeclaration } from './keywords.js';
import { isLineBreak } from './scan.js';
import { Token, type TokenList } from './tokens.js';

/** How far behind a keyword its decorators may begin, in tokens. */
const MAX_DECORATOR_TOKENS = 1000;

/**
 * The index of the token that the next declaration starts with, or of the end of the file.
 *
 * Brackets tell where the broken declaration ends, unless one of them is what is wrong; then a keyword at the very
 * beginning of a line does, since whatever is inside brackets is indented.
 * @param start the first token of the broken declaration
 * @param failed the token where reading stopped
 * @param back whether a declaration that starts before `failed` may be taken
 */
export function nextDeclaration(text: string, tokens: TokenList, start: number, failed: number, back: boolean): number {
  const failedLine = lineStart(tokens, start, failed);
  let depth = 0;
  for (let at = start; at < tokens.count - 1; at++) {
    const kind = tokens.kind(at);
    if (opens(kind)) depth++;
    else if (closes(kind)) depth--;
    if (kind !== Token.NewLine) continue;
    const next = at + 1;
    if (!back && next < failedLine) continue;
    const outside = (depth <= 0 && next >= failedLine) || atMargin(text, tokens.start(next));
    if (outside && startsDeclaration(text, tokens, behindDecorators(tokens, next))) return next;
  }
  return tokens.count - 1;
}

function lineStart(tokens: TokenList, start: number, failed: number): number {
  let at = failed;
  while (at > start && tokens.kind(at - 1) !== Token.NewLine) at--;
  return at;
}

function atMargin(text: string, offset: number): boolean {
  return offset === 0 || isLineBreak(text.charCodeAt(offset - 1));
}

/** The index of the token behind the decorators that start at an index; that index when none do. */
export function behindDecorators(tokens: TokenList, index: number): number {
  let at = index;
  const limit = index + MAX_DECORATOR_TOKENS;
  while (tokens.kind(at) === Token.At && at < limit) {
    let depth = 0;
    for (; at < limit && at < tokens.count; at++) {
      const kind = tokens.kind(at);
      if (opens(kind)) depth++;
      else if (closes(kind)) depth--;
      else if (kind === Token.NewLine && depth <= 0) break;
    }
    at++;
  }
  return at;
}

function opens(kind: Token): boolean {
  return kind === Token.LeftBrace || kind === Token.LeftParen || kind === Token.LeftSquare;
}

function closes(kind: Token): boolean {
  return kind === Token.RightBrace || kind === Token.RightParen || kind === Token.RightSquare;
}
