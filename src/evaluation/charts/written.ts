/** What becomes of values on the way through a template. */
import { mapping, scalar, undetermined } from '../../syntax/value.js';
import type { Entry, Value } from '../../syntax/value.js';
import type { Writing } from './definition.js';

/** Annotations as the rendered object has them. A mapping keeps its place, so that it is edited where it stands. */
export function annotationsWritten(value: Value, writing: Writing, chart: string): Value {
  if (value.kind !== 'map') return value;
  if (writing === 'yaml') return value;
  const entries = [...value.entries.values()].map((entry): Entry => ({
    ...entry,
    value: each(entry.value, writing, chart),
  }));
  return { ...value, entries: mapping(entries, value.origin).entries };
}

function each(value: Value, writing: Exclude<Writing, 'yaml'>, chart: string): Value {
  switch (writing) {
    case 'quote':
      return quoted(value);
    case 'tpl':
      return evaluated(value);
    case 'unknown': {
      const text = quoted(value);
      if (text === value) return value;
      const why = `whether ${chart} quotes annotations`;
      return undetermined(why, [why], value.origin, [text, value]);
    }
  }
}

/** Sprig's `quote`: the text of any scalar; nothing for null; the text that Go prints for anything else. */
function quoted(value: Value): Value {
  switch (value.kind) {
    case 'scalar':
      if (typeof value.value === 'string' || value.value === null) return value;
      return scalar(String(value.value), value.origin);
    case 'list':
    case 'map':
      return scalar(value.kind === 'map' ? 'map[…]' : '[…]', value.origin);
    case 'undetermined':
      return value.candidates ? { ...value, candidates: value.candidates.map(quoted) } : value;
  }
}

/** A text with an action of a template in it is evaluated once more. */
function evaluated(value: Value): Value {
  if (value.kind !== 'scalar' || typeof value.value !== 'string' || !value.value.includes('{{')) return value;
  return undetermined(value.value, [value.value], value.origin);
}

/** The value in a text: `--class={}`. */
export function inText(value: Value, text: string): Value {
  const [before = '', after = ''] = text.split('{}');
  switch (value.kind) {
    case 'scalar':
      return scalar(`${before}${String(value.value)}${after}`, value.origin);
    case 'undetermined': {
      const candidates = value.candidates?.map((candidate) => inText(candidate, text));
      return undetermined(text, value.waitsFor, value.origin, candidates, [before, null, after]);
    }
    case 'list':
    case 'map':
      return undetermined(text, [], value.origin);
  }
}
