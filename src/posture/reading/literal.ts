/** The literal that an author edits to change a value, when the value is that literal and nothing was computed. */
import type { Span } from '../../syntax/source.js';
import type { Scalar } from '../../syntax/value.js';
import { startOf } from '../../syntax/value.js';

/**
 * Where the literal of a scalar stands: the start of its way, if the text there denotes this very value. So `!local.open`,
 * `lower(var.zone)` or a text with holes have none.
 */
export function literalOf(value: Scalar): Span | undefined {
  const start = startOf(value.origin);
  if (!start) return undefined;
  const { file, start: from, end } = start.span;
  return denotes(file.text.slice(from, end), value.value) ? start.span : undefined;
}

/** Texts longer than this are no setting that a fix would replace. */
const longest = 500;

function denotes(text: string, value: Scalar['value']): boolean {
  if (text.length > longest) return false;
  const bare = text.trim();
  if (typeof value !== 'string') return bare === String(value);
  const quoted = /^(["'])([^"'\\]*)\1$/.exec(bare);
  return (quoted?.[2] ?? bare) === value;
}
