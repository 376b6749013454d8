/** What the texts of strings stand for. */
import { Code, isLineBreak } from './scan.js';

/** The decoded text, or the offset of an escape sequence that Bicep does not know. */
export type Decoded = string | number;

/** Decodes what stands between the delimiters of a `'…'` string. */
export function decode(text: string, start: number, end: number): Decoded {
  const escape = nextEscape(text, start, end);
  return escape < 0 ? text.slice(start, end) : decodeEscapes(text, start, end, escape);
}

/** What stands between the delimiters of a `'''…'''` string: as written, without a line break right after the opening. */
export function decodeMultiline(text: string, start: number, end: number, first: boolean): string {
  let from = start;
  if (first && from < end && isLineBreak(text.charCodeAt(from))) {
    from += text.charCodeAt(from) === Code.CarriageReturn && text.charCodeAt(from + 1) === Code.LineFeed ? 2 : 1;
  }
  return text.slice(from, end);
}

/** The text as a `'…'` string, quotes included. */
export function encode(value: string): string {
  let written = '';
  for (let at = 0; at < value.length; at++) written += encodeUnit(value, at);
  return `'${written}'`;
}

function encodeUnit(value: string, at: number): string {
  const code = value.charCodeAt(at);
  switch (code) {
    case Code.Quote:
    case Code.Backslash:
      return `\\${value.charAt(at)}`;
    case Code.Dollar:
      return value.charCodeAt(at + 1) === Code.LeftBrace ? '\\$' : '$';
    case Code.LineFeed:
      return '\\n';
    case Code.CarriageReturn:
      return '\\r';
    case Code.Tab:
      return '\\t';
    default:
      return code < Code.Space ? `\\u{${code.toString(16)}}` : value.charAt(at);
  }
}

function nextEscape(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) if (text.charCodeAt(at) === Code.Backslash) return at;
  return -1;
}

function decodeEscapes(text: string, start: number, end: number, firstEscape: number): Decoded {
  let value = '';
  let at = start;
  for (let escape = firstEscape; escape >= 0; escape = nextEscape(text, at, end)) {
    value += text.slice(at, escape);
    const letter = text.charAt(escape + 1);
    if (letter === 'u') {
      const close = text.indexOf('}', escape);
      const character = close < 0 || close >= end ? undefined : codePoint(text.slice(escape + 2, close));
      if (character === undefined) return escape;
      value += character;
      at = close + 1;
    } else {
      const character = simpleEscape(letter);
      if (character === undefined) return escape;
      value += character;
      at = escape + 2;
    }
  }
  return value + text.slice(at, end);
}

function simpleEscape(letter: string): string | undefined {
  switch (letter) {
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case '\\':
    case "'":
    case '$':
      return letter;
    default:
      return undefined;
  }
}

/** The character of `{hex digits`; `undefined` when that is none. */
function codePoint(written: string): string | undefined {
  if (!/^\{[0-9a-fA-F]{1,32}$/.test(written)) return undefined;
  const code = Number.parseInt(written.slice(1), 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
