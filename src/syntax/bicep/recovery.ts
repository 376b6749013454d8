/** How the parser goes on behind a declaration that it could not read. */
import { startsDeclaration } from './keywords.js';
import { isLineBreak } from './scan.js';
import { Token, type TokenList } from './tokens.js';

/**
 * The index of the token that the next declaration starts with, its decorators included, or of the end of the file.
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
  /** Where decorators began that only decorators have followed, and how deep that was. */
  let decorated = -1;
  let decoratedDepth = 0;
  for (let at = start; at < tokens.count - 1; at++) {
    const kind = tokens.kind(at);
    depth += nesting(kind);
    const next = at + 1;
    if (kind !== Token.NewLine || (!back && next < failedLine)) continue;

    const outside = (depth <= 0 && next >= failedLine) || atMargin(text, tokens.start(next));
    const behindDecorator = decorated >= 0 && depth <= decoratedDepth;
    if (startsDeclaration(text, tokens, next)) {
      if (behindDecorator) return decorated;
      if (outside) return next;
    } else if (tokens.kind(next) === Token.At) {
      if (outside && !behindDecorator) [decorated, decoratedDepth] = [next, depth];
    } else if (behindDecorator) {
      decorated = -1;
    }
  }
  return tokens.count - 1;
}

/** The index of the token behind the decorators that start at an index, `end` at most. */
export function behindDecorators(tokens: TokenList, index: number, end: number): number {
  let at = index;
  while (at < end && tokens.kind(at) === Token.At) {
    let depth = 0;
    for (; at < end && (tokens.kind(at) !== Token.NewLine || depth > 0); at++) depth += nesting(tokens.kind(at));
    at++;
  }
  return Math.min(at, end);
}

function lineStart(tokens: TokenList, start: number, failed: number): number {
  let at = failed;
  while (at > start && tokens.kind(at - 1) !== Token.NewLine) at--;
  return at;
}

function atMargin(text: string, offset: number): boolean {
  return offset === 0 || isLineBreak(text.charCodeAt(offset - 1));
}

function nesting(kind: Token): number {
  switch (kind) {
    case Token.LeftBrace:
    case Token.LeftParen:
    case Token.LeftSquare:
      return 1;
    case Token.RightBrace:
    case Token.RightParen:
    case Token.RightSquare:
      return -1;
    default:
      return 0;
  }
}
