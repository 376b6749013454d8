/** Writes plain data the way `bicep format` does. */
import type { Plain } from '../edit.js';
import { encode } from './strings.js';

/** How a value is laid out over lines: the indentation of the line that it starts on, and one step of it. */
export interface Layout {
  readonly indent: string;
  readonly step: string;
}

/** @param layout `undefined` keeps the value on one line */
export function renderValue(value: Plain, layout: Layout | undefined): string {
  if (typeof value === 'string') return encode(value);
  if (typeof value === 'number') return renderNumber(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (isList(value)) {
    const items = (inner: Layout | undefined): string[] => value.map((item) => renderValue(item, inner));
    return bracket('[', ']', layout, items, '');
  }
  const entries = Object.entries(value);
  return bracket('{', '}', layout, (inner) => entries.map(([key, item]) => renderProperty(key, item, inner)), ' ');
}

export function renderProperty(key: string, value: Plain, layout: Layout | undefined): string {
  return `${renderKey(key)}: ${renderValue(value, layout)}`;
}

function bracket(
  open: string,
  close: string,
  layout: Layout | undefined,
  elements: (inner: Layout | undefined) => readonly string[],
  padding: string,
): string {
  const inner = layout && { indent: layout.indent + layout.step, step: layout.step };
  const written = elements(inner);
  if (written.length === 0) return open + close;
  if (!layout || !inner) return `${open}${padding}${written.join(', ')}${padding}${close}`;
  return [open, ...written.map((element) => inner.indent + element), layout.indent + close].join('\n');
}

/** Bicep has whole numbers only; others come out of `json()`. */
function renderNumber(value: number): string {
  const written = String(value);
  return /^-?\d+$/.test(written) ? written : `json('${written}')`;
}

function renderKey(key: string): string {
  const bare = /^[A-Za-z_]\w*$/.test(key) && !['true', 'false', 'null'].includes(key);
  return bare ? key : encode(key);
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
