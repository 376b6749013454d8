/** Go template text -> texts and actions, and the tokens of an action. */
import type { Range } from './nodes.js';

/** The text is no template; the offset is where it shows. */
export class SyntaxFault extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

export type Token = Range &
  (
    | { readonly kind: 'word' | 'field' | 'variable' | 'number'; readonly text: string }
    | { readonly kind: 'string'; readonly text: string }
    | { readonly kind: 'char'; readonly text: string }
    | { readonly kind: 'dot' | 'space' | '(' | ')' | '|' | ',' | ':=' | '=' | 'end' }
  );

export type Segment = Range & ({ readonly kind: 'text' } | { readonly kind: 'action'; readonly inner: Range });

const SPACE = /[ \t\r\n]/;
const SIGNS = ['(', ')', '|', ',', ':=', '='] as const;
const WORD = /[\p{L}\p{Nd}_]*/uy;
const NUMBER =
  /[+-]?(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)/y;
const STRING = /"(?:[^"\\\n]|\\.)*"/y;
const CHARACTER = /'(?:[^'\\\n]|\\.)+'/y;
const COMMENT = /\{\{(?:-[ \t\r\n])?\/\*/y;

/** Texts (trimmed as their neighbours ask for) and actions in order; comments are left out. @throws SyntaxFault */
export function segments(text: string): readonly Segment[] {
  const found: Segment[] = [];
  let at = 0;
  let trimsNext = false;
  for (;;) {
    const opening = text.indexOf('{{', at);
    const trimsBefore = opening >= 0 && text[opening + 2] === '-' && SPACE.test(text[opening + 3] ?? '');
    let start = at;
    let end = opening < 0 ? text.length : opening;
    if (trimsNext) while (start < end && SPACE.test(text[start] ?? '')) start++;
    if (trimsBefore) while (end > start && SPACE.test(text[end - 1] ?? '')) end--;
    if (end > start) found.push({ kind: 'text', start, end });
    if (opening < 0) return found;
    COMMENT.lastIndex = opening;
    const isComment = COMMENT.test(text);
    const inner = opening + (trimsBefore ? 4 : 2);
    const close = isComment ? closeOfComment(text, opening) : closeOfAction(text, inner);
    trimsNext = close.trims;
    if (!isComment)
      found.push({ kind: 'action', start: opening, end: close.end, inner: { start: inner, end: close.start } });
    at = close.end;
  }
}

interface Closing extends Range {
  readonly trims: boolean;
}

function closeOfComment(text: string, opening: number): Closing {
  const end = text.indexOf('*/', opening);
  if (end < 0) throw new SyntaxFault('unclosed comment', opening);
  const closing = /^(?:[ \t\r\n]-)?\}\}/.exec(text.slice(end + 2, end + 6));
  if (!closing) throw new SyntaxFault('comment ends before closing delimiter', end);
  return { start: end, end: end + 2 + closing[0].length, trims: closing[0].length === 4 };
}

/** Where an action closes: strings may hold braces. */
function closeOfAction(text: string, inner: number): Closing {
  for (let at = inner; at < text.length;) {
    switch (text[at]) {
      case '"':
        at += sticky(STRING, text, at)?.length ?? unclosed(at);
        continue;
      case "'":
        at += sticky(CHARACTER, text, at)?.length ?? unclosed(at);
        continue;
      case '`': {
        const end = text.indexOf('`', at + 1);
        at = end < 0 ? unclosed(at) : end + 1;
        continue;
      }
      case '}':
        if (text[at + 1] !== '}') break;
        if (text[at - 1] === '-' && SPACE.test(text[at - 2] ?? '') && at - 2 >= inner - 1)
          return { start: at - 2, end: at + 2, trims: true };
        return { start: at, end: at + 2, trims: false };
      default:
    }
    at++;
  }
  throw new SyntaxFault('unclosed action', inner);
}

function unclosed(at: number): never {
  throw new SyntaxFault('unterminated quoted string', at);
}

/** The tokens of an action. @throws SyntaxFault */
export function tokens(text: string, { start, end }: Range): readonly Token[] {
  const found: Token[] = [];
  for (let at = start; at < end;) {
    const token = tokenAt(text, at, end);
    found.push(token);
    at = token.end;
  }
  found.push({ kind: 'end', start: end, end });
  return found;
}

function tokenAt(text: string, start: number, end: number): Token {
  const char = text[start] ?? '';
  if (SPACE.test(char)) {
    let at = start;
    while (at < end && SPACE.test(text[at] ?? '')) at++;
    return { kind: 'space', start, end: at };
  }
  const sign = SIGNS.find((candidate) => text.startsWith(candidate, start));
  if (sign) return { kind: sign, start, end: start + sign.length };
  if (char === '"' || char === '`' || char === "'") return quotedAt(text, start, char);
  if (char === '$') {
    const name = sticky(WORD, text, start + 1) ?? '';
    return { kind: 'variable', text: name, start, end: start + 1 + name.length };
  }
  if (char === '.' && !/[0-9]/.test(text[start + 1] ?? '')) {
    const name = sticky(WORD, text, start + 1) ?? '';
    if (name === '') return { kind: 'dot', start, end: start + 1 };
    return { kind: 'field', text: name, start, end: start + 1 + name.length };
  }
  const number = /[0-9.+-]/.test(char) ? sticky(NUMBER, text, start) : undefined;
  if (number !== undefined) return { kind: 'number', text: number, start, end: start + number.length };
  const word = sticky(WORD, text, start) ?? '';
  if (word === '') throw new SyntaxFault(`unexpected "${char}" in command`, start);
  return { kind: 'word', text: word, start, end: start + word.length };
}

function quotedAt(text: string, start: number, quote: string): Token {
  if (quote === '`') {
    const end = text.indexOf('`', start + 1);
    return { kind: 'string', text: text.slice(start + 1, end), start, end: end + 1 };
  }
  const raw = sticky(quote === '"' ? STRING : CHARACTER, text, start) ?? unclosed(start);
  const value = unescape(raw.slice(1, -1), start);
  return { kind: quote === '"' ? 'string' : 'char', text: value, start, end: start + raw.length };
}

const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.))/gs;
const LETTERS: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

function unescape(raw: string, at: number): string {
  return raw.replace(ESCAPE, (_, hex?: string, short?: string, long?: string, octal?: string, letter?: string) => {
    const digits = hex ?? short ?? long;
    if (digits !== undefined) return codePoint(Number.parseInt(digits, 16), at);
    if (octal !== undefined) return codePoint(Number.parseInt(octal, 8), at);
    const plain = LETTERS[letter ?? ''];
    if (plain === undefined) throw new SyntaxFault('invalid escape in a string', at);
    return plain;
  });
}

function codePoint(code: number, at: number): string {
  if (code > 0x10ffff) throw new SyntaxFault('invalid escape in a string', at);
  return String.fromCodePoint(code);
}

function sticky(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
