/** How Go prints values (`%v`). */
import type { Data, Text } from './data.js';
import type { Holes } from './holes.js';
import { holeText } from './holes.js';
import { concat, text } from './text.js';
import { fault } from '../execute/fault.js';

/** Nested values print on one line; more of them than this is no text that anyone reads. */
const DEPTH = 100;
const MAX_VALUES = 100_000;

/** A value as `%v` prints it; texts keep their pieces. */
export function print(data: Data, holes: Holes, depth = 0, budget = { values: MAX_VALUES }): Text {
  budget.values -= 1;
  if (depth > DEPTH || budget.values < 0) return fault('a value is too large to print');
  switch (data.kind) {
    case 'nil':
      return text('<nil>', data.origin);
    case 'bool':
      return text(String(data.value), data.origin);
    case 'int':
    case 'int64':
      return text(formatInteger(data.value), data.origin);
    case 'float64':
      return text(formatFloat(data.value), data.origin);
    case 'string':
      return data;
    case 'list': {
      const items = data.items.map((item) => print(item, holes, depth + 1, budget));
      if (data.rest) items.push(holeText({ kind: 'open', value: data.rest }, holes));
      return concat([text('['), ...spaced(items), text(']')]);
    }
    case 'dict': {
      const entries = sortedKeys(data.entries).map((key) => {
        const item = data.entries.get(key)?.value;
        return concat([text(`${key}:`), item ? print(item, holes, depth + 1, budget) : text('')]);
      });
      if (data.rest) entries.push(holeText({ kind: 'open', value: data.rest }, holes));
      return concat([text('map['), ...spaced(entries), text(']')]);
    }
    case 'object':
      return text(data.text);
    case 'open':
      return holeText(data, holes);
  }
}

function spaced(parts: readonly Text[]): readonly Text[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [text(' '), part]));
}

/** Keys in the order of Go strings: by their bytes. */
export function sortedKeys(entries: ReadonlyMap<string, unknown>): readonly string[] {
  return [...entries.keys()].sort(byBytes);
}

export function byBytes(a: string, b: string): number {
  if (a === b) return 0;
  return /^[\u0000-\u007f]*$/.test(a + b) ? (a < b ? -1 : 1) : Buffer.compare(Buffer.from(a), Buffer.from(b));
}

export function formatInteger(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : BigInt(Math.trunc(value)).toString();
}

/** `strconv.FormatFloat(v, 'g', -1, 64)`: shortest digits, an exponent below 1e-4 and from 1e6 on. */
export function formatFloat(value: number, largest = 6): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const [digits = '', power = '0'] = value.toExponential().split('e');
  const exponent = Number(power);
  if (exponent >= -4 && exponent < largest) return plain(value);
  const size = String(Math.abs(exponent)).padStart(2, '0');
  return `${digits}e${exponent < 0 ? '-' : '+'}${size}`;
}

function plain(value: number): string {
  const short = String(value);
  return short.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : short;
}
