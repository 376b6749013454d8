/** One setting of the kind of `--set`, over values. */
import { lookup, undetermined } from '../../syntax/value.js';
import type { Undetermined, Value } from '../../syntax/value.js';
import { mergeValues } from './merge.js';
import type { Step, Typing } from './strvals.js';
import { assign, assignmentsIn, literalPathOf, pathOf } from './strvals.js';
import { documentIn, partsAround } from './text.js';

export type SettingKind = Typing | 'json' | 'literal';

/**
 * @param name as written, with escapes and places in lists
 * @param value the text as given; commas in it separate further settings, as Helm reads them
 */
export function applySetting(values: Value, name: string, value: Value, kind: SettingKind): Value {
  const { origin } = value;
  const path = kind === 'literal' ? literalPathOf(name) : pathOf(name);
  if (!path) return values;
  if (value.kind !== 'scalar') return assign(values, { path, value: openSetting(value, kind) });
  const text = value.value === null ? '' : String(value.value);
  switch (kind) {
    case 'literal':
      return assign(values, { path, value: { ...value, value: text } });
    case 'json': {
      const document = documentIn({ ...value, value: text }) ?? undetermined(text.slice(0, 100), [name], origin);
      return assign(values, { path, value: mergedAt(values, path, document) });
    }
    case 'typed':
    case 'string': {
      const assignments = assignmentsIn(`${name}=${text}`, kind, origin);
      // Helm refuses it, and then nothing is deployed that could be told.
      if (!assignments) return assign(values, { path, value: undetermined(text.slice(0, 100), [name], origin) });
      return assignments.reduce((sofar, assignment) => assign(sofar, assignment), values);
    }
  }
}

/** Lists and maps that `--set` is given by another language come as they are. */
function openSetting(value: Value, kind: SettingKind): Value {
  if (value.kind !== 'undetermined' || kind !== 'typed' || !value.candidates) return value;
  const candidates = value.candidates.map((each) =>
    each.kind === 'scalar'
      ? (assignmentsIn(`x=${String(each.value ?? '')}`, 'typed', each.origin)?.[0]?.value ?? each)
      : each,
  );
  return undetermined(value.expression, value.waitsFor, value.origin, candidates, value.parts);
}

function mergedAt(values: Value, path: readonly Step[], document: Value): Value {
  const keys = path.filter((step): step is string => typeof step === 'string');
  const before = keys.length === path.length ? lookup(values, keys) : undefined;
  return before ? mergeValues(before, document) : document;
}

/** A place in a text that the files do not decide. */
const HOLE = '\u0000';

/** A whole argument of the command line: `a=1,b=$x`. One that nothing is known of may set anything. */
export function applyText(values: Value, text: Value, kind: SettingKind): Value {
  if (text.kind === 'undetermined')
    return text.parts ? applyParts(values, text, text.parts, kind) : mergeValues(values, text);
  if (text.kind !== 'scalar') return values;
  const written = String(text.value ?? '');
  const equals = written.indexOf('=');
  if (kind === 'literal' || kind === 'json') {
    const value = { ...text, value: written.slice(equals + 1) };
    return equals < 0 ? values : applySetting(values, written.slice(0, equals), value, kind);
  }
  const assignments = assignmentsIn(written, kind, text.origin) ?? [];
  return assignments.reduce((sofar, assignment) => assign(sofar, assignment), values);
}

function applyParts(values: Value, text: Undetermined, parts: readonly (string | null)[], kind: SettingKind): Value {
  const written = parts.map((part) => part ?? HOLE).join('');
  const equals = written.indexOf('=');
  const name = written.slice(0, equals);
  if (equals < 0 || name.includes(HOLE)) return mergeValues(values, text);
  const hole = { ...text, parts: undefined };
  if (kind === 'literal' || kind === 'json')
    return applySetting(values, name, withParts(text, written.slice(equals + 1)), kind);
  const assignments = assignmentsIn(written, kind, text.origin);
  if (!assignments || assignments.some(({ path }) => path.some((step) => String(step).includes(HOLE)))) {
    return mergeValues(values, undetermined(hole.expression, hole.waitsFor, hole.origin));
  }
  return assignments.reduce((sofar, { path, value }) => assign(sofar, { path, value: withHoles(value, text) }), values);
}

function withHoles(value: Value, text: Undetermined): Value {
  if (value.kind === 'list') return { ...value, items: value.items.map((item) => withHoles(item, text)) };
  if (value.kind !== 'scalar' || typeof value.value !== 'string' || !value.value.includes(HOLE)) return value;
  return withParts(text, value.value);
}

function withParts({ expression, waitsFor, origin }: Undetermined, written: string): Undetermined {
  return undetermined(expression, waitsFor, origin, undefined, partsAround(written.split(HOLE)));
}
