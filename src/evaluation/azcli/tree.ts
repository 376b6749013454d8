/** Settings of commands as nested objects. */
import type { Span } from '../../syntax/source.js';
import type { Entry, Mapping, Undetermined, Value } from '../../syntax/value.js';
import { literal, mapping, scalar, undetermined } from '../../syntax/value.js';
import type { Setting } from './arguments.js';

interface Branch {
  readonly below: Map<string, Branch>;
  value?: Value;
}

/** Settings as nested objects; a later one takes the place of an earlier one. */
export function treeOf(settings: readonly Setting[], span: Span, rest: Undetermined | undefined): Mapping {
  const root: Branch = { below: new Map() };
  for (const { path, value, conditional, appends } of settings) {
    let at = root;
    for (const key of path) {
      const next = at.below.get(key) ?? { below: new Map<string, Branch>() };
      at.below.set(key, next);
      at = next;
    }
    const whole = appends ? after(at.value, value) : value;
    at.value = conditional ? eitherOf(at.value, whole) : whole;
  }
  const built = ({ below }: Branch): Mapping => {
    const entries = [...below].map(([key, branch]) => entryOf(key, branch.value ?? built(branch)));
    return mapping(entries, literal(span), rest);
  };
  return built(root);
}

function after(before: Value | undefined, value: Value): Value {
  if (before?.kind !== 'list' || value.kind !== 'list') return value;
  return { ...value, items: [...before.items, ...value.items] };
}

function eitherOf(before: Value | undefined, value: Value): Undetermined {
  const condition = 'a condition of the script';
  return undetermined(condition, [condition], value.origin, [before ?? scalar(null, value.origin), value]);
}

export function entryOf(key: string, value: Value): Entry {
  return { key, keySpan: value.origin.span, value };
}

/** The first line of a command. */
export function headingOf({ file, start, end }: Span): Span {
  const line = file.text.indexOf('\n', start);
  const stop = line < 0 ? end : Math.min(end, line);
  return { file, start, end: start + file.text.slice(start, stop).replace(/\s*[\\`]?\s*$/, '').length };
}
