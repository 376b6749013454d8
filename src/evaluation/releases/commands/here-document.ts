/** The text that a script hands to a command: `<<EOF` and the lines up to `EOF`. */
import type { Span } from '../../../syntax/source.js';
import { literal, scalar, undetermined } from '../../../syntax/value.js';
import type { Value } from '../../../syntax/value.js';

/** Longer texts are not read. */
const LONGEST = 100_000;

/** @param span of the command; the text starts on the line after it */
export function hereDocument({ file, start, end }: Span): Value | undefined {
  const line = file.text.indexOf('\n', end);
  if (line < 0) return undefined;
  const mark = /<<-?\s*(["']?)(\w+)["']?/.exec(file.text.slice(start, line));
  if (!mark) return undefined;
  const [, quote, word = ''] = mark;
  const from = line + 1;
  const rest = file.text.slice(from, from + LONGEST);
  const close = new RegExp(`^[ \\t]*${word}[ \\t]*\\r?$`, 'm').exec(rest);
  if (!close) return undefined;
  const text = rest.slice(0, close.index);
  const origin = literal({ file, start: from, end: from + Math.max(1, close.index) });
  if (quote !== '') return scalar(text, origin);
  const pieces = text.split(/(\$\{[^}\n]*\}|\$\([^)\n]*\)|\$\w+)/);
  if (pieces.length === 1) return scalar(text, origin);
  const parts = pieces.map((piece, index) => (index % 2 === 1 ? null : piece)).filter((piece) => piece !== '');
  const waits = [...new Set(pieces.filter((_, index) => index % 2 === 1))];
  return undetermined(waits.join(', ').slice(0, 200), waits, origin, undefined, parts);
}
