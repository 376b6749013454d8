/** Values that were read from rendered text -> the same values with their places in templates and values files. */
import type { Span } from '../../../../syntax/source.js';
import { list, mapping, undetermined } from '../../../../syntax/value.js';
import type { Entry, Origin, Undetermined, Value } from '../../../../syntax/value.js';
import type { Mark, Text } from '../data/data.js';
import type { Holes } from '../data/holes.js';
import { MANY, hasHoles, holesIn, partsOf, readable } from '../data/holes.js';
import { firstOverlap } from '../data/text.js';

const ONE_HOLE = /^\uE000\d+\uE001\uE002?(?:: null)?$/;

/** @param fallback the place of what has none */
export function rebase(value: Value, rendered: Text, holes: Holes, fallback: Span): Value {
  switch (value.kind) {
    case 'undetermined':
      return value;
    case 'scalar': {
      const origin = originAt(rendered.marks, value.origin.span.start, value.origin.span.end, fallback);
      if (typeof value.value !== 'string' || !hasHoles(value.value)) return { ...value, origin };
      return undecided(value.value, origin, holes);
    }
    case 'list': {
      let rest: Undetermined | undefined;
      const items: Value[] = [];
      for (const item of value.items) {
        const based = rebase(item, rendered, holes, fallback);
        if (item.kind === 'scalar' && isMany(item.value) && based.kind === 'undetermined') rest ??= based;
        else items.push(based);
      }
      return list(items, placeOf(value.origin, rendered, fallback), rest);
    }
    case 'map': {
      let rest: Undetermined | undefined;
      const entries: Entry[] = [];
      for (const { key, keySpan, value: inner } of [...(value.repeated ?? []), ...value.entries.values()]) {
        const place = originAt(rendered.marks, keySpan.start, keySpan.end, fallback);
        if (hasHoles(key)) rest ??= undecided(key, place, holes);
        else entries.push({ key, keySpan: place.span, value: rebase(inner, rendered, holes, fallback) });
      }
      // Nothing but a hole: the value is not decided as a whole, it need not even be a mapping.
      if (rest && entries.length === 0) return rest;
      return mapping(entries, placeOf(value.origin, rendered, fallback), rest);
    }
  }
}

function isMany(value: unknown): boolean {
  return typeof value === 'string' && value.endsWith(MANY) && ONE_HOLE.test(value);
}

function undecided(value: string, origin: Origin, holes: Holes): Undetermined {
  const found = holesIn(value, holes);
  const [only] = found;
  if (only && ONE_HOLE.test(value)) {
    const way = origin.from.length > 0 ? origin : { ...origin, from: [only.origin] };
    return { ...only, origin: way };
  }
  const waitsFor = [...new Set(found.flatMap((hole) => hole.waitsFor))];
  return undetermined(readable(value, holes), waitsFor, origin, undefined, partsOf(value));
}

/** A collection stands where its text begins; its parts have ways of their own. */
function placeOf({ span }: Origin, { marks }: Text, fallback: Span): Origin {
  return { span: originAt(marks, span.start, span.end, fallback, true).span, from: [] };
}

/** The origin of a range: the values that it was made from when there are any, else its place in the template. */
function originAt(marks: readonly Mark[], start: number, end: number, fallback: Span, firstOnly = false): Origin {
  const found: Mark[] = [];
  const to = Math.max(end, start + 1);
  for (let at = firstOverlap(marks, start); at < marks.length; at++) {
    const mark = marks[at];
    if (!mark || mark.start >= to) break;
    found.push(mark);
    if (firstOnly) break;
  }
  const values = found.filter(({ offset, added }) => offset === undefined && !added);
  const chosen =
    values.length > 0 ? values : found.filter(({ offset, origin }) => offset === undefined && origin.from.length > 0);
  const [first, ...others] = [...new Set(chosen.map(({ origin }) => origin))];
  if (first && !firstOnly) return others.length === 0 ? first : { ...first, from: union([first, ...others]) };
  const [mark] = found.length > 0 ? found : marks.slice(-1);
  if (!mark) return { span: fallback, from: [] };
  if (mark.offset === undefined) return firstOnly ? { span: mark.origin.span, from: [] } : mark.origin;
  const { file } = mark.origin.span;
  const from = mark.offset + Math.max(0, start - mark.start);
  const last = found.at(-1);
  const isLinear = last?.offset !== undefined && last.origin.span.file === file;
  const until = isLinear
    ? (last.offset ?? 0) + Math.max(0, Math.min(end, last.end) - last.start)
    : mark.offset + (mark.end - mark.start);
  return { span: { file, start: from, end: Math.max(from, until) }, from: [] };
}

function union(origins: readonly Origin[]): readonly Origin[] {
  return [...new Set(origins.flatMap(({ from }) => from))];
}
