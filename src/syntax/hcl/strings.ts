/** Quoted strings and heredocs of HCL. */
import type { HclExpression } from './ast.js';
import { lineEnd, SyntaxFault, takeWord, type Cursor } from './cursor.js';
import { stripIndentation } from './indentation.js';
import { scanTemplate, type TemplateToken } from './template-tokens.js';
import { buildTemplate } from './template-tree.js';

/** `"…"` */
export function parseQuoted(cursor: Cursor): HclExpression {
  const { text, at: start } = cursor;
  const plain = plainEnd(text, start + 1);
  if (plain >= 0) {
    cursor.at = plain + 1;
    return { kind: 'literal', value: text.slice(start + 1, plain), start, end: cursor.at };
  }
  cursor.at = start + 1;
  const tokens = scanTemplate(cursor, { kind: 'quoted', start });
  cursor.at += 1;
  return asExpression(cursor, tokens, start);
}

/** `<<MARKER` or `<<-MARKER`, with the lines down to the marker alone on its line. */
export function parseHeredoc(cursor: Cursor): HclExpression {
  const { text, at: start } = cursor;
  cursor.at += 2;
  const indented = text[cursor.at] === '-';
  if (indented) cursor.at += 1;
  const marker = takeWord(cursor);
  const end = lineEnd(text, cursor.at);
  if (marker === '' || text.slice(cursor.at, end).trim() !== '') {
    throw new SyntaxFault('expected a name and a new line after "<<"', start);
  }
  cursor.at = Math.min(end + 1, text.length);
  const tokens = scanTemplate(cursor, { kind: 'heredoc', marker, start });
  cursor.at = text.indexOf(marker, cursor.at) + marker.length;
  return asExpression(cursor, indented ? stripIndentation(tokens) : tokens, start);
}

/** The offset of the closing quote of a string without escapes and templates, or -1. */
function plainEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at;
    if (code === 0x5c || code === 0x0a) return -1;
    if ((code === 0x24 || code === 0x25) && text.charCodeAt(at + 1) === 0x7b) return -1;
  }
  return -1;
}

function asExpression(cursor: Cursor, tokens: readonly TemplateToken[], start: number): HclExpression {
  const end = cursor.at;
  const parts = buildTemplate(cursor, tokens);
  const [first, second] = parts;
  if (!first) return { kind: 'literal', value: '', start, end };
  if (first.kind === 'text' && !second) return { kind: 'literal', value: first.value, start, end };
  return { kind: 'template', parts, start, end };
}
