/** JSON as Go's encoder writes it: keys in order, and `<`, `>`, `&` escaped. */
import type { Plain } from '../../../syntax/edit.js';
import { numberText } from '../primitives.js';
import { boundText } from '../session.js';
import { compareText } from '../sets.js';

export function encodeJson(value: Plain): string {
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return encodeText(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (isList(value)) return boundText(`[${value.map(encodeJson).join(',')}]`);
  const keys = Object.keys(value).sort(compareText);
  return boundText(`{${keys.map((key) => `${encodeText(key)}:${encodeJson(value[key] ?? null)}`).join(',')}}`);
}

function encodeText(text: string): string {
  return JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
