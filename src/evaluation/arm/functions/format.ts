/** `format`: the composite formatting of .NET, as far as templates use it (alignment, D, N, X, and no format). */
import type { Value } from '../../../syntax/value.js';
import { fromText, plainText, textOf } from '../partial.js';
import type { Part } from '../partial.js';
import type { Call } from './function.js';
import { jsonText } from './json-text.js';

const hole = /\{\{|\}\}|\{(\d+)(?:,(-?\d+))?(?::([^{}]*))?\}/g;

/** The formatted text; open operands stay open where they stand. Nothing when the pattern can't be followed. */
export function formatText(pattern: string | undefined, values: readonly Value[], call: Call): Value | undefined {
  if (pattern === undefined) return undefined;
  const parts: Part[] = [];
  let at = 0;
  for (const match of pattern.matchAll(hole)) {
    parts.push(pattern.slice(at, match.index));
    at = match.index + match[0].length;
    const [whole, number, width, style] = match;
    if (number === undefined) {
      parts.push(whole.slice(0, 1));
      continue;
    }
    const value = values[Number(number)];
    if (!value) return undefined;
    const text = styled(value, style, call);
    if (!text) return undefined;
    parts.push(...(width === undefined ? text : aligned(text, Number(width))));
  }
  parts.push(pattern.slice(at));
  return fromText(parts, call.origin);
}

function styled(value: Value, style: string | undefined, call: Call): readonly Part[] | undefined {
  const plain = textOf(value);
  if (!plain) {
    const json = jsonText(value, call);
    return json === undefined ? undefined : [json];
  }
  if (style === undefined || style === '' || value.kind === 'undetermined') return plain;
  const number = value.kind === 'scalar' ? value.value : undefined;
  const [, letter = '', digits = ''] = /^([A-Za-z])(\d*)$/.exec(style) ?? [];
  if (typeof number !== 'number') return value.kind === 'scalar' ? [plainText(value)] : undefined;
  const width = Math.min(Number(digits || 0), 99);
  const sign = number < 0 ? '-' : '';
  switch (letter.toUpperCase()) {
    case 'D':
      return [sign + String(Math.abs(number)).padStart(width, '0')];
    case 'X': {
      const hex = Math.abs(number).toString(16).padStart(width, '0');
      return [letter === 'X' ? hex.toUpperCase() : hex];
    }
    case 'N': {
      const fraction = digits === '' ? 2 : width;
      return [number.toLocaleString('en-US', { minimumFractionDigits: fraction, maximumFractionDigits: fraction })];
    }
    default:
      return /^0+$/.test(style) ? [sign + String(Math.abs(number)).padStart(style.length, '0')] : undefined;
  }
}

function aligned(text: readonly Part[], width: number): readonly Part[] {
  const [only] = text;
  if (text.length !== 1 || typeof only !== 'string') return text;
  const size = Math.min(Math.abs(width), 1000);
  return [width < 0 ? only.padEnd(size) : only.padStart(size)];
}
