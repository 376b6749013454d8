/** Plain data as YAML that every reader takes for the same: YAML 1.1 and 1.2, block and flow. */
import type { Plain } from '../edit.js';
import { resolvePlain } from './scalar.js';

/** Words of letters, and what paths, labels and annotation keys hold between them. Everything else is quoted. */
const SAFE = /^[A-Za-z_/][\w./@+=-]*(?: [\w./@+=-]+)*$/;

/** Text as a scalar: quotes where it could be read as something else. `quote` is the kind of quotes that is liked. */
export function printText(text: string, quote: '"' | "'" = '"'): string {
  if (SAFE.test(text) && resolvePlain(text) === text) return text;
  // Control characters need escapes, which single quotes do not have.
  if (quote === "'" && !/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text))
    return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text);
}

/** A value on one line; keys in quotes where the file has them so. */
export function printFlow(value: Plain, quotedKeys = false): string {
  if (typeof value === 'string') return quotedKeys ? JSON.stringify(value) : printText(value);
  if (Array.isArray(value)) return `[${value.map((item: Plain) => printFlow(item, quotedKeys)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, part]) => {
    const name = quotedKeys ? JSON.stringify(key) : printText(key);
    return `${name}: ${printFlow(part, quotedKeys)}`;
  });
  return `{${parts.join(', ')}}`;
}

/** An entry of a block mapping, its first line without indentation, further ones indented below `indent`. */
export function printEntry(key: string, value: Plain, indent: string, unit: string): string {
  return `${printText(key)}:${printBlock(value, indent, unit)}`;
}

/** What stands behind the colon of a block mapping's key: on the same line, or on lines below `indent`. */
export function printBlock(value: Plain, indent: string, unit: string): string {
  const inner = indent + unit;
  if (typeof value !== 'object' || value === null) return ` ${printFlow(value)}`;
  if (Array.isArray(value)) {
    if (value.length === 0) return ' []';
    return value.map((item: Plain) => `\n${inner}- ${printFlow(item)}`).join('');
  }
  const parts = Object.entries(value);
  if (parts.length === 0) return ' {}';
  return parts.map(([key, part]) => `\n${inner}${printEntry(key, part, inner, unit)}`).join('');
}
