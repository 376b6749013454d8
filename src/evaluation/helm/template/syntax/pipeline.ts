/** Parses what stands inside an action. */
import type { Command, Operand, Pipeline, Range } from './nodes.js';
import type { Token } from './lexer.js';
import { SyntaxFault, tokens } from './lexer.js';

const MAX_NESTING = 60;

/** The tokens of one action, and how far they are read. */
export interface Reader {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
}

export function readerOf(text: string, inner: Range): Reader {
  return { tokens: tokens(text, inner), at: 0, depth: 0 };
}

export function peek(reader: Reader): Token {
  const token = reader.tokens[reader.at] ?? reader.tokens.at(-1);
  if (!token) throw new SyntaxFault('missing action', 0);
  return token;
}

export function take(reader: Reader): Token {
  const token = peek(reader);
  reader.at++;
  return token;
}

export function skipSpace(reader: Reader): void {
  while (peek(reader).kind === 'space') reader.at++;
}

/** The word at the reader's place, taken when it is one of these. */
export function takeWord(reader: Reader, words: readonly string[]): string | undefined {
  skipSpace(reader);
  const token = peek(reader);
  if (token.kind !== 'word' || !words.includes(token.text)) return undefined;
  reader.at++;
  return token.text;
}

export function expectEnd(reader: Reader): void {
  skipSpace(reader);
  const token = peek(reader);
  if (token.kind !== 'end') throw new SyntaxFault('unexpected text in action', token.start);
}

/** @param close what ends it: the end of the action or a parenthesis, which is taken */
export function parsePipeline(reader: Reader, close: 'end' | ')'): Pipeline {
  if (++reader.depth > MAX_NESTING) throw new SyntaxFault('parentheses nest too deep', peek(reader).start);
  skipSpace(reader);
  const { start } = peek(reader);
  const { variables, assigns } = parseDeclaration(reader);
  const commands: Command[] = [];
  for (;;) {
    commands.push(parseCommand(reader));
    const token = take(reader);
    if (token.kind === '|') continue;
    if (token.kind !== close) throw new SyntaxFault('unexpected text in command', token.start);
    reader.depth--;
    return { variables, assigns, commands, start, end: commands.at(-1)?.end ?? start };
  }
}

function parseDeclaration(reader: Reader): { variables: string[]; assigns: boolean } {
  const from = reader.at;
  const variables: string[] = [];
  for (;;) {
    skipSpace(reader);
    const token = take(reader);
    if (token.kind !== 'variable') break;
    variables.push(token.text);
    skipSpace(reader);
    const next = take(reader);
    if (next.kind === ':=' || next.kind === '=') return { variables, assigns: next.kind === '=' };
    if (next.kind !== ',') break;
  }
  reader.at = from;
  return { variables: [], assigns: false };
}

function parseCommand(reader: Reader): Command {
  const operands: Operand[] = [];
  for (;;) {
    skipSpace(reader);
    const { kind, start } = peek(reader);
    if (kind === 'end' || kind === ')' || kind === '|') {
      const first = operands[0];
      if (!first) throw new SyntaxFault('missing value for command', start);
      return { operands, start: first.start, end: operands.at(-1)?.end ?? first.end };
    }
    operands.push(parseOperand(reader));
  }
}

function parseOperand(reader: Reader): Operand {
  const first = parseTerm(reader);
  const names: string[] = [];
  let { end } = first;
  for (let token = peek(reader); token.kind === 'field'; token = peek(reader)) {
    names.push(token.text);
    end = token.end;
    reader.at++;
  }
  return names.length === 0 ? first : { kind: 'fields', of: first, names, start: first.start, end };
}

function parseTerm(reader: Reader): Operand {
  const token = take(reader);
  const { start, end } = token;
  switch (token.kind) {
    case 'dot':
      return { kind: 'dot', start, end };
    case 'field':
      reader.at--;
      return { kind: 'dot', start, end: start };
    case 'variable':
      return { kind: 'variable', name: token.text, start, end };
    case 'string':
      return { kind: 'string', value: token.text, start, end };
    case 'char':
      return { kind: 'number', value: token.text.codePointAt(0) ?? 0, float: false, start, end };
    case 'number':
      return number(token.text, start, end);
    case 'word':
      switch (token.text) {
        case 'true':
        case 'false':
          return { kind: 'bool', value: token.text === 'true', start, end };
        case 'nil':
          return { kind: 'nil', start, end };
        default:
          return { kind: 'function', name: token.text, start, end };
      }
    case '(': {
      const pipeline = parsePipeline(reader, ')');
      return { kind: 'pipeline', pipeline, start, end: reader.tokens[reader.at - 1]?.end ?? end };
    }
    case 'space':
    case ')':
    case '|':
    case ',':
    case ':=':
    case '=':
    case 'end':
      throw new SyntaxFault('unexpected text in operand', start);
  }
}

function number(text: string, start: number, end: number): Operand {
  const digits = text.replaceAll('_', '');
  const unsigned = digits.replace(/^[+-]/, '');
  const octal = /^0[0-7]+$/.test(unsigned);
  const size = Number(octal ? `0o${unsigned}` : unsigned);
  if (Number.isNaN(size)) throw new SyntaxFault(`bad number syntax: "${text}"`, start);
  const float = /[.eE]/.test(unsigned) && !/^0[xX]/.test(unsigned);
  // A constant like 1e3 has an exact integer and becomes what its use asks for; alone it is a float64.
  return { kind: 'number', value: digits.startsWith('-') ? -size : size, float, start, end };
}
