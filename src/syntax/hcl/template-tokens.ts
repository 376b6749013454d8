/** Cuts the inside of a template into text, interpolations and directives. */
import type { HclExpression, Node } from './ast.js';
import { parseForNames } from './collections.js';
import { expect, found, lineEnd, report, skip, SyntaxFault, takeWord, type Cursor } from './cursor.js';
import { parseInBrackets } from './expressions.js';

/** Text tokens of a heredoc or file end with their line, as indentation and `~` work line by line. */
export type TemplateToken = Node &
  (
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'interpolation'; readonly expression: HclExpression }
    | { readonly kind: 'if'; readonly condition: HclExpression }
    | {
        readonly kind: 'for';
        readonly key: string | undefined;
        readonly value: string;
        readonly collection: HclExpression;
      }
    | { readonly kind: 'else' | 'endif' | 'endfor' }
  );

/** What holds the template, which decides how it ends. */
export type TemplateFrame =
  | { readonly kind: 'quoted'; readonly start: number }
  | { readonly kind: 'heredoc'; readonly start: number; readonly marker: string }
  | { readonly kind: 'file' };

/** Reads up to the end of the template, which stays untaken. */
export function scanTemplate(cursor: Cursor, frame: TemplateFrame): TemplateToken[] {
  const { text } = cursor;
  const tokens: TemplateToken[] = [];
  let trimNext = false;
  for (;;) {
    if (atEnd(cursor, frame)) return tokens;
    const start = cursor.at;
    if (isSequence(text, start)) {
      const trimmed = text[start + 2] === '~';
      if (trimmed) trimLast(tokens);
      cursor.at += trimmed ? 3 : 2;
      const token = text[start] === '$' ? parseInterpolation(cursor, start) : parseDirective(cursor, start);
      trimNext = takeClose(cursor);
      tokens.push({ ...token, end: cursor.at });
    } else {
      const value = scanText(cursor, frame);
      tokens.push({ kind: 'text', value: trimNext ? value.trimStart() : value, start, end: cursor.at });
      trimNext = false;
    }
  }
}

function atEnd(cursor: Cursor, frame: TemplateFrame): boolean {
  const { text, at } = cursor;
  switch (frame.kind) {
    case 'file':
      return at >= text.length;
    case 'quoted':
      if (text[at] === '"') return true;
      if (at >= text.length || text[at] === '\n') throw new SyntaxFault('a string is not closed', frame.start);
      return false;
    case 'heredoc': {
      if (text[at - 1] === '\n' && text.slice(at, lineEnd(text, at)).trim() === frame.marker) return true;
      if (at >= text.length) throw new SyntaxFault(`the heredoc "${frame.marker}" is not closed`, frame.start);
      return false;
    }
  }
}

function isSequence(text: string, at: number): boolean {
  return (text[at] === '$' || text[at] === '%') && text[at + 1] === '{';
}

/** Takes text up to the next sequence, the end of the template, or behind the next line break. */
function scanText(cursor: Cursor, frame: TemplateFrame): string {
  const { text } = cursor;
  let value = '';
  let from = cursor.at;
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) {
      if (frame.kind !== 'quoted') at += 1;
      break;
    }
    if (code === 0x22 && frame.kind === 'quoted') break;
    if (code === 0x5c && frame.kind === 'quoted') {
      const escape = readEscape(cursor, at);
      value += text.slice(from, at) + escape.value;
      from = at + escape.length;
      at = from - 1;
    } else if (code === 0x24 || code === 0x25) {
      if (text.charCodeAt(at + 1) === 0x7b) break;
      if (text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === 0x7b) {
        value += `${text.slice(from, at + 1)}{`;
        from = at + 3;
        at += 2;
      }
    }
  }
  cursor.at = at;
  return value + text.slice(from, at);
}

function readEscape(cursor: Cursor, at: number): { value: string; length: number } {
  const { text } = cursor;
  const simple: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
  const value = simple[text[at + 1] ?? ''];
  if (value !== undefined) return { value, length: 2 };
  const code = /^\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8}))/.exec(text.slice(at, at + 10));
  const point = Number.parseInt(code?.[1] ?? code?.[2] ?? 'x', 16);
  if (code && point <= 0x10ffff) return { value: String.fromCodePoint(point), length: code[0].length };
  report(cursor, at, `"${text.slice(at, at + 2)}" is no escape sequence`);
  return { value: '\\', length: 1 };
}

/** `~` in front of a sequence takes the white space of the text before it, on its own line only. */
function trimLast(tokens: TemplateToken[]): void {
  const last = tokens.at(-1);
  if (last?.kind === 'text') tokens[tokens.length - 1] = { ...last, value: last.value.trimEnd() };
}

/** Takes `}` or `~}`; whether it was the latter. */
function takeClose(cursor: Cursor): boolean {
  const outer = cursor.lines;
  cursor.lines = false;
  skip(cursor);
  const trims = cursor.text[cursor.at] === '~';
  if (trims) cursor.at += 1;
  expect(cursor, '}', 'at the end of a template sequence');
  cursor.lines = outer;
  return trims;
}

function parseInterpolation(cursor: Cursor, start: number): TemplateToken {
  const expression = parseInBrackets(cursor);
  return { kind: 'interpolation', expression, start, end: cursor.at };
}

function parseDirective(cursor: Cursor, start: number): TemplateToken {
  const outer = cursor.lines;
  cursor.lines = false;
  skip(cursor);
  const keyword = takeWord(cursor);
  const place = { start, end: cursor.at };
  const token = parseKeyword(cursor, keyword, place);
  cursor.lines = outer;
  return token;
}

function parseKeyword(cursor: Cursor, keyword: string, place: Node): TemplateToken {
  switch (keyword) {
    case 'if':
      return { kind: 'if', condition: parseInBrackets(cursor), ...place };
    case 'for':
      return { kind: 'for', ...parseForNames(cursor), collection: parseInBrackets(cursor), ...place };
    case 'else':
    case 'endif':
    case 'endfor':
      return { kind: keyword, ...place };
    default:
      throw new SyntaxFault(`"%{ ${keyword || found(cursor)}" is no template directive`, place.start);
  }
}
