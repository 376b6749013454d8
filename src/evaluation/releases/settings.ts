/** One setting of the kind of `--set`, over values. */
import { lookup, undetermined } from '../../syntax/value.js';
import type { Value } from '../../syntax/value.js';
import { mergeValues } from './merge.js';
import type { Step, Typing } from './strvals.js';
import { assign, assignmentsIn, literalPathOf, pathOf } from './strvals.js';
import { documentIn } from './text.js';

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
