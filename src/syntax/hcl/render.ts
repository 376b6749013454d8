/** Writes plain data the way `terraform fmt` would. */
import type { Plain } from '../edit.js';
import { wordAt } from './cursor.js';

/** @param indent the indentation of the line that the value starts on; `undefined` keeps the value on one line */
export function renderValue(value: Plain, indent: string | undefined): string {
  if (typeof value === 'string') return renderString(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map((item) => renderValue(item, undefined)).join(', ')}]`;
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  if (indent === undefined) {
    return `{ ${entries.map(([key, item]) => `${renderKey(key)} = ${renderValue(item, undefined)}`).join(', ')} }`;
  }
  const inner = `${indent}  `;
  const width = Math.max(...entries.map(([key]) => renderKey(key).length));
  const lines = entries.map(([key, item]) => `${inner}${renderKey(key).padEnd(width)} = ${renderValue(item, inner)}`);
  return ['{', ...lines, `${indent}}`].join('\n');
}

/** A quoted string in which nothing is a template. */
export function renderString(value: string): string {
  const escaped = value
    .replace(/[\\"]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t')
    .replace(/[$%](?=\{)/g, '$&$&');
  return `"${escaped}"`;
}

/** A key of an object: bare when it is a name. */
export function renderKey(key: string): string {
  return key !== '' && wordAt(key, 0) === key ? key : renderString(key);
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
