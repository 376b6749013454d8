/** Adds an item to an object. */
import type { Edit, Plain } from '../edit.js';
import type { SourceFile } from '../source.js';
import type { HclObject, HclObjectItem } from './ast.js';
import { indentOf, insertBehind, lineOf, replaceRange } from './lines.js';
import { renderKey, renderString, renderValue } from './render.js';

/** Adds it as the last one, in the style of the others: `=` or `:`, quoted keys or bare, on one line or on several. */
export function insertItem(file: SourceFile, object: HclObject, name: string, value: Plain): Edit | undefined {
  const [first] = object.items;
  const last = object.items.at(-1);
  const key = first && file.text[first.key.start] === '"' ? renderString(name) : renderKey(name);
  const sign = first && usesColon(file, first) ? ': ' : ' = ';
  if (lineOf(file, object.start) === lineOf(file, object.end - 1)) {
    const item = `${key}${sign}${renderValue(value, undefined)}`;
    if (!last) return replaceRange(file, object, `{ ${item} }`);
    return replaceRange(file, { start: last.end, end: last.end }, `, ${item}`);
  }
  const indent = last ? indentOf(file, last.start) : `${indentOf(file, object.start)}  `;
  // A brace that closes on the line of the last item leaves no line to add to.
  if (last && lineOf(file, last.end) === lineOf(file, object.end - 1)) return undefined;
  const padded = last ? key.padEnd(width(file, last, key)) : key;
  return insertBehind(file, last?.end ?? object.start, `${indent}${padded}${sign}${renderValue(value, indent)}`);
}

function usesColon(file: SourceFile, item: HclObjectItem): boolean {
  return file.text.slice(item.key.end, item.value.start).includes(':');
}

/** The width of keys in front of an aligned `=`; as it is when the new key is longer. */
function width(file: SourceFile, { key, value }: HclObjectItem, added: string): number {
  const sign = file.text.indexOf('=', key.end);
  if (sign < 0 || sign > value.start || lineOf(file, value.start) !== lineOf(file, value.end)) return added.length;
  return sign - key.start - 1;
}
