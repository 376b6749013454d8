/** Where the longer tokens of Bicep end. All offsets are UTF-16; every function looks at each character once. */

/** The UTF-16 codes that the lexer and the decoding of strings name. */
export const Code = {
  Tab: 9,
  LineFeed: 10,
  CarriageReturn: 13,
  Space: 32,
  Exclamation: 33,
  Hash: 35,
  Dollar: 36,
  Percent: 37,
  Ampersand: 38,
  Quote: 39,
  LeftParen: 40,
  RightParen: 41,
  Asterisk: 42,
  Plus: 43,
  Comma: 44,
  Minus: 45,
  Dot: 46,
  Slash: 47,
  Zero: 48,
  Nine: 57,
  Colon: 58,
  Less: 60,
  Assign: 61,
  Greater: 62,
  Question: 63,
  At: 64,
  UpperA: 65,
  UpperZ: 90,
  LeftSquare: 91,
  Backslash: 92,
  RightSquare: 93,
  Hat: 94,
  Underscore: 95,
  LowerA: 97,
  LowerZ: 122,
  LeftBrace: 123,
  Pipe: 124,
  RightBrace: 125,
  Tilde: 126,
} as const;

export function startsName(code: number): boolean {
  return (
    (code >= Code.LowerA && code <= Code.LowerZ) ||
    (code >= Code.UpperA && code <= Code.UpperZ) ||
    code === Code.Underscore
  );
}

export function isDigit(code: number): boolean {
  return code >= Code.Zero && code <= Code.Nine;
}

export function isLineBreak(code: number): boolean {
  return code === Code.LineFeed || code === Code.CarriageReturn;
}

export function endOfName(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); startsName(code) || isDigit(code); code = text.charCodeAt(++at));
  return at;
}

export function endOfNumber(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** The line break that ends the line, or the end of the text. */
export function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLineBreak(text.charCodeAt(at))) at++;
  return at;
}

/** The end of a directive: its line, without a comment that follows on it. */
export function endOfDirective(text: string, from: number): number {
  const end = endOfLine(text, from);
  for (let at = from; at < end; at++) {
    if (text.charCodeAt(at) !== Code.Slash) continue;
    const next = text.charCodeAt(at + 1);
    if (next === Code.Slash || next === Code.Asterisk) return at;
  }
  return end;
}

/** The end of a run of characters that Bicep knows outside strings and comments only as errors (NUL, non-ASCII). */
export function endOfForeign(text: string, from: number): number {
  let at = from + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === Code.Tab || isLineBreak(code) || (code >= Code.Space && code <= Code.Tilde)) break;
  }
  return at;
}

/**
 * The end of a piece of a `'…'` string, from behind its opening `'` or `}`: behind the closing `'`, or behind the `${`
 * of the next hole. -1 when the line ends before.
 */
export function endOfPiece(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case Code.Quote:
        return at + 1;
      case Code.Backslash:
        // An escaped line break does not go on either.
        if (!isLineBreak(text.charCodeAt(at + 1))) at++;
        break;
      case Code.Dollar:
        if (text.charCodeAt(at + 1) === Code.LeftBrace) return at + 2;
        break;
      case Code.LineFeed:
      case Code.CarriageReturn:
        return -1;
      default:
    }
  }
  return -1;
}

/**
 * The end of a piece of a `'''…'''` string that opens its holes with `dollars` dollar signs (0: it has none), from behind
 * its opening `'''` or `}`: behind the closing quotes (all of a longer run), or behind the `{` of the next hole. -1 when
 * the text ends before.
 */
export function endOfMultilinePiece(text: string, from: number, dollars: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== Code.Quote && code !== Code.Dollar) continue;
    let end = at + 1;
    while (text.charCodeAt(end) === code) end++;
    if (code === Code.Quote && end - at >= 3) return end;
    if (code === Code.Dollar && dollars > 0 && end - at >= dollars && text.charCodeAt(end) === Code.LeftBrace) {
      return end + 1;
    }
    at = end - 1;
  }
  return -1;
}
