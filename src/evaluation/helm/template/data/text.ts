/** Texts made of pieces: cutting and joining keeps where each piece comes from. */
import type { Span } from '../../../../syntax/source.js';
import type { Origin } from '../../../../syntax/value.js';
import type { Data, Mark, Text } from './data.js';
import { originsOf } from './data.js';

export const EMPTY: Text = { kind: 'string', value: '', marks: [] };

/** A text of one piece, or of unknown origin. */
export function text(value: string, origin?: Origin): Text {
  return { kind: 'string', value, marks: origin && value !== '' ? [{ start: 0, end: value.length, origin }] : [] };
}

/** A text as it stands in a file. */
export function literalText(value: string, span: Span): Text {
  if (value === '') return EMPTY;
  const mark: Mark = { start: 0, end: value.length, origin: { span, from: [] }, offset: span.start };
  return { kind: 'string', value, marks: [mark] };
}

/** A text that was computed from others as a whole. */
export function computed(value: string, from: readonly Data[]): Text {
  const origins = [...new Set(from.flatMap(originsOf))];
  const [first, ...others] = origins;
  if (!first) return text(value);
  return text(value, others.length === 0 ? first : { ...first, from: [...first.from, ...others] });
}

export function concat(parts: readonly Text[]): Text {
  const filled = parts.filter(({ value }) => value !== '');
  const [first] = filled;
  if (!first) return EMPTY;
  if (filled.length === 1) return first;
  const marks: Mark[] = [];
  let at = 0;
  for (const part of filled) {
    for (const mark of part.marks) marks.push(at === 0 ? mark : moved(mark, at));
    at += part.value.length;
  }
  return { kind: 'string', value: filled.map(({ value }) => value).join(''), marks };
}

export function slice(whole: Text, from: number, to: number = whole.value.length): Text {
  const start = Math.max(0, Math.min(from, whole.value.length));
  const end = Math.max(start, Math.min(to, whole.value.length));
  if (start === 0 && end === whole.value.length) return whole;
  const marks: Mark[] = [];
  for (let at = firstOverlap(whole.marks, start); at < whole.marks.length; at++) {
    const mark = whole.marks[at];
    if (!mark || mark.start >= end) break;
    const cut = Math.max(0, start - mark.start);
    marks.push({
      ...mark,
      start: Math.max(mark.start, start) - start,
      end: Math.min(mark.end, end) - start,
      ...(mark.offset === undefined ? {} : { offset: mark.offset + cut }),
    });
  }
  return { kind: 'string', value: whole.value.slice(start, end), marks };
}

/** The index of the first mark that ends behind an offset. */
export function firstOverlap(marks: readonly Mark[], offset: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function split(whole: Text, separator: string, limit = Infinity): readonly Text[] {
  const parts: Text[] = [];
  let start = 0;
  while (parts.length < limit - 1) {
    const at = separator === '' ? start + 1 : whole.value.indexOf(separator, start);
    if (at < 0 || at >= whole.value.length + (separator === '' ? 0 : 1)) break;
    parts.push(slice(whole, start, at));
    start = at + separator.length;
  }
  parts.push(slice(whole, start));
  return parts;
}

export function join(parts: readonly Text[], separator: Text): Text {
  return concat(parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part])));
}

export function replaceAll(whole: Text, from: string, to: Text): Text {
  return whole.value.includes(from) ? join(split(whole, from), to) : whole;
}

/** The same pieces under a text of the same length. */
export function withValue(whole: Text, value: string): Text {
  return value.length === whole.value.length ? { ...whole, value } : computed(value, [whole]);
}

/** One more step on the way of every piece: the action that wrote it. */
export function passed(whole: Text, span: Span, name: string): Text {
  const steps = new Map<Origin, Origin>();
  const marks: Mark[] = [];
  let at = 0;
  const fill = (end: number): void => {
    if (end > at) marks.push({ start: at, end, origin: { span, name, from: [] }, added: true });
  };
  for (const { start, end, origin, offset, added } of whole.marks) {
    fill(start);
    let step = steps.get(origin);
    if (!step) steps.set(origin, (step = { span, name, from: [origin] }));
    marks.push({ start, end, origin: step, ...(added || offset !== undefined ? { added: true } : {}) });
    at = end;
  }
  fill(whole.value.length);
  return { kind: 'string', value: whole.value, marks };
}

function moved(mark: Mark, by: number): Mark {
  return { ...mark, start: mark.start + by, end: mark.end + by };
}
