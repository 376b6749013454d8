/** Adds entries to mappings, as their first. */
import type { Edit, Plain } from '../edit.js';
import { lineOf, replaceRange } from '../lines.js';
import type { SourceFile } from '../source.js';
import type { Mapping, Value } from '../value.js';
import { printEntry, printFlow, printText } from './print.js';

/** Adds an entry before all others; undefined where the mapping leaves no place for a line or a comma. */
export function insertEntry(file: SourceFile, map: Mapping, key: string, value: Plain, unit: string): Edit | undefined {
  const { start, end } = map.origin.span;
  if (file.text[start] === '{') return insertFlow(file, map, key, value);
  // What stands before the first key of a block mapping is its indentation, dashes of lists included.
  const { line, column } = file.position(start);
  if (end <= start || !/^[ ]*(?:- +)*$/.test(file.line(line).slice(0, column - 1))) return undefined;
  const indent = ' '.repeat(column - 1);
  const place = beforeComments(file, line, indent);
  if (place === line) return replaceRange(file, start, start, `${printEntry(key, value, indent, unit)}\n${indent}`);
  const first = file.lineStart(place);
  return replaceRange(file, first, first, `${indent}${printEntry(key, value, indent, unit)}\n`);
}

function insertFlow(file: SourceFile, map: Mapping, key: string, value: Plain): Edit | undefined {
  const { start, end } = map.origin.span;
  if (lineOf(file, start) !== lineOf(file, end)) return undefined;
  const inside = file.text.slice(start + 1, end - 1);
  const quoted = /^\s*"/.test(inside);
  const printed = `${quoted ? JSON.stringify(key) : printText(key)}: ${printFlow(value, quoted)}`;
  if (inside.trim() === '') return replaceRange(file, start, end, `{${printed}}`);
  const place = end - 1 - inside.trimStart().length;
  return replaceRange(file, place, place, `${printed}, `);
}

/** The first of the comment lines that stand right above a line and belong to it. */
function beforeComments(file: SourceFile, line: number, indent: string): number {
  // Above the first key of a document stands what is said of the whole file.
  if (indent === '') return line;
  let at = line;
  while (at > 1 && file.line(at - 1).startsWith(`${indent}#`)) at--;
  return at;
}

/** How much deeper a mapping is indented than the one around it, by the first example in a document. */
export function unitOf(root: Value): string {
  const pending: Value[] = [root];
  for (const value of pending) {
    if (value.kind === 'list') pending.push(...value.items);
    if (value.kind !== 'map') continue;
    for (const { keySpan, value: inner } of value.entries.values()) {
      if (inner.origin.from.length > 0) continue;
      const { file, start } = inner.origin.span;
      const step =
        inner.kind === 'map' && file.text[start] !== '{'
          ? file.position(start).column - file.position(keySpan.start).column
          : 0;
      if (step > 0) return ' '.repeat(step);
      pending.push(inner);
    }
  }
  return '  ';
}
