/** Puts the tokens of a template together: what stands between `%{ if }` and `%{ endif }`, `%{ for }` and `%{ endfor }`. */
import type { HclTemplatePart } from './ast.js';
import { nested, SyntaxFault, type Cursor } from './cursor.js';
import type { TemplateToken } from './template-tokens.js';

interface Reader {
  readonly tokens: readonly TemplateToken[];
  next: number;
}

/** Neighbouring texts become one part, empty ones none. */
export function buildTemplate(cursor: Cursor, tokens: readonly TemplateToken[]): HclTemplatePart[] {
  const reader: Reader = { tokens, next: 0 };
  const parts = buildParts(cursor, reader);
  const left = tokens[reader.next];
  if (left) throw new SyntaxFault(`"%{ ${left.kind} }" has no beginning`, left.start);
  return parts;
}

/** Reads up to a directive that ends or divides the one around. */
function buildParts(cursor: Cursor, reader: Reader): HclTemplatePart[] {
  const parts: HclTemplatePart[] = [];
  for (;;) {
    const token = reader.tokens[reader.next];
    if (!token || token.kind === 'else' || token.kind === 'endif' || token.kind === 'endfor') return parts;
    reader.next += 1;
    switch (token.kind) {
      case 'text':
        addText(parts, token);
        break;
      case 'interpolation':
        parts.push(token);
        break;
      case 'if':
        parts.push(nested(cursor, cursor.lines, () => buildIf(cursor, reader, token)));
        break;
      case 'for':
        parts.push(nested(cursor, cursor.lines, () => buildFor(cursor, reader, token)));
    }
  }
}

function addText(parts: HclTemplatePart[], token: TemplateToken & { kind: 'text' }): void {
  if (token.value === '') return;
  const last = parts.at(-1);
  if (last?.kind !== 'text') parts.push(token);
  else parts[parts.length - 1] = { kind: 'text', value: last.value + token.value, start: last.start, end: token.end };
}

function buildIf(cursor: Cursor, reader: Reader, token: TemplateToken & { kind: 'if' }): HclTemplatePart {
  const then = buildParts(cursor, reader);
  const divided = reader.tokens[reader.next]?.kind === 'else';
  if (divided) reader.next += 1;
  const otherwise = divided ? buildParts(cursor, reader) : [];
  const end = takeEnd(reader, token, 'endif');
  return { kind: 'if', condition: token.condition, then, otherwise, start: token.start, end };
}

function buildFor(cursor: Cursor, reader: Reader, token: TemplateToken & { kind: 'for' }): HclTemplatePart {
  const { key, value, collection, start } = token;
  const parts = buildParts(cursor, reader);
  return { kind: 'for', key, value, collection, parts, start, end: takeEnd(reader, token, 'endfor') };
}

function takeEnd(reader: Reader, opening: TemplateToken, kind: 'endif' | 'endfor'): number {
  const token = reader.tokens[reader.next];
  if (token?.kind !== kind) throw new SyntaxFault(`"%{ ${opening.kind} }" has no "%{ ${kind} }"`, opening.start);
  reader.next += 1;
  return token.end;
}
