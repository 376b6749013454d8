/**
 * Placeholders that `clusterctl` and Flux replace in manifests (drone/envsubst): `${NAME}`, with a default as `${NAME:=text}`,
 * `${NAME:-text}` or without the colon.
 */
import type { Scalar, Value } from '../../syntax/value.js';
import { scalar, undetermined } from '../../syntax/value.js';
import { resolvePlain } from '../../syntax/yaml/scalar.js';

/** Names, not expressions: `${1}` and `${a b}` are no placeholders. The default may hold one more placeholder. */
const placeholder = /\$\{([A-Za-z_][\w.]{0,200})(?:(:?[=-])((?:[^{}]|\$\{[^{}]*\})*))?\}/g;
/** Defaults that are placeholders themselves are followed this deep. */
const deepest = 4;
/** Longer texts are scripts and documents, not settings. */
const longest = 10_000;

/** A scalar after substitution: a default where there is one, else undetermined. */
export function substituted(value: Scalar, depth = deepest): Value {
  const { value: text, raw, origin } = value;
  if (typeof text !== 'string' || text.length > longest || !text.includes('${')) return value;
  const parts: (string | null)[] = [];
  const names: string[] = [];
  let from = 0;
  for (const { 0: whole, 1: name = '', 2: operator, 3: fallback = '', index } of text.matchAll(placeholder)) {
    parts.push(text.slice(from, index));
    from = index + whole.length;
    if (operator === undefined) names.push(name);
    parts.push(operator === undefined ? null : fallback);
  }
  if (from === 0) return value;
  parts.push(text.slice(from));
  const merged = joined(parts);
  if (names.length > 0) return undetermined(text, [...new Set(names)], origin, undefined, merged);
  const whole = parts.join('');
  const quoted = raw !== undefined && /^["'|>]/.test(raw);
  const result = scalar(quoted ? whole : resolvePlain(unquoted(whole)), origin, raw);
  return depth > 0 ? substituted(result, depth - 1) : undetermined(text, [], origin);
}

/** The text is replaced before the YAML is read, so a default may bring its own quotes. */
function unquoted(text: string): string {
  return /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;
}

/** Decided parts that touch become one; empty ones vanish. */
function joined(parts: readonly (string | null)[]): readonly (string | null)[] {
  const result: (string | null)[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part !== null && typeof last === 'string') result[result.length - 1] = last + part;
    else if (part !== '') result.push(part);
  }
  return result;
}
