/** The place that the HCL parser has reached in a text, and the lexical rules that every part of the grammar shares. */
import type { Problem } from '../problem.js';
import type { SourceFile } from '../source.js';

/** Deeper nesting than any person writes; below what the stack of a default Node process bears. */
export const MAX_NESTING = 200;

export interface Cursor {
  readonly file: SourceFile;
  readonly text: string;
  readonly problems: Problem[];
  /** The offset that is looked at next. */
  at: number;
  /** Whether a line break ends an expression here; inside brackets it does not. */
  lines: boolean;
  depth: number;
  /** Where every open block ends, after a fault whose brackets are not balanced. */
  resume: number | undefined;
  /** A block was open at the end of the file. */
  unclosed: boolean;
}

/** Thrown inside the parser only; the body that holds the broken item catches it and goes on behind that item. */
export class SyntaxFault extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

export function cursorOf(file: SourceFile): Cursor {
  const at = file.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return { file, text: file.text, problems: [], at, lines: true, depth: 0, resume: undefined, unclosed: false };
}

export function report(cursor: Cursor, at: number, message: string): void {
  cursor.problems.push({ path: cursor.file.path, line: cursor.file.position(at).line, message });
}

/** Runs a part of the grammar one level deeper, with line breaks significant or not. */
export function nested<T>(cursor: Cursor, lines: boolean, parse: (cursor: Cursor) => T): T {
  if (cursor.depth >= MAX_NESTING) throw new SyntaxFault('nested too deeply', cursor.at);
  const outer = cursor.lines;
  cursor.depth += 1;
  cursor.lines = lines;
  const result = parse(cursor);
  cursor.lines = outer;
  cursor.depth -= 1;
  return result;
}

/** Moves over spaces and comments, and over line breaks where they mean nothing. */
export function skip(cursor: Cursor): void {
  const { text } = cursor;
  let at = cursor.at;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0x09 || code === 0x0d) at += 1;
    else if (code === 0x0a) {
      if (cursor.lines) break;
      at += 1;
    } else if (code === 0x23 || (code === 0x2f && text.charCodeAt(at + 1) === 0x2f)) {
      at = lineEnd(text, at);
    } else if (code === 0x2f && text.charCodeAt(at + 1) === 0x2a) {
      const close = text.indexOf('*/', at + 2);
      if (close < 0) {
        const opened = at;
        cursor.at = text.length;
        throw new SyntaxFault('a comment is not closed', opened);
      }
      at = close + 2;
    } else break;
  }
  cursor.at = at;
}

/** Moves over spaces, comments and line breaks. */
export function skipLines(cursor: Cursor): void {
  const outer = cursor.lines;
  cursor.lines = false;
  skip(cursor);
  cursor.lines = outer;
}

/** The offset of the line break at or after `at`, or the end of the text. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** The character code after spaces and comments; NaN at the end. */
export function peek(cursor: Cursor): number {
  skip(cursor);
  return cursor.text.charCodeAt(cursor.at);
}

/** Takes a punctuation mark if it stands next. */
export function take(cursor: Cursor, mark: string): boolean {
  skip(cursor);
  if (!cursor.text.startsWith(mark, cursor.at)) return false;
  cursor.at += mark.length;
  return true;
}

/** Takes a punctuation mark that must stand next. */
export function expect(cursor: Cursor, mark: string, where: string): void {
  if (!take(cursor, mark)) throw new SyntaxFault(`expected "${mark}" ${where}, found ${found(cursor)}`, cursor.at);
}

/** What stands next, for a message. */
export function found(cursor: Cursor): string {
  const { text, at } = cursor;
  if (at >= text.length) return 'the end of the file';
  if (text[at] === '\n') return 'the end of the line';
  return `"${wordAt(text, at) || String.fromCodePoint(text.codePointAt(at) ?? 0)}"`;
}

/** Takes a name at exactly this place; empty when none stands here. */
export function takeWord(cursor: Cursor): string {
  const word = wordAt(cursor.text, cursor.at);
  cursor.at += word.length;
  return word;
}

/** The name that starts at an offset; empty when none does. Names hold letters, digits, `_` and, past the start, `-`. */
export function wordAt(text: string, start: number): string {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code >= 0x80) {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      if (!(at === start ? /\p{ID_Start}/u : /\p{ID_Continue}/u).test(character)) break;
      at += character.length;
    } else if (isLetter(code) || (at > start && (isDigit(code) || code === 0x2d))) at += 1;
    else break;
  }
  return text.slice(start, at);
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
}
