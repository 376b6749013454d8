/** What one event of the parser says: which collection opens, where a scalar is written and what it means. */
import { CHOMPING_MODE, COLLECTION_STYLE, EVENT_ID, SCALAR_STYLE, getScalarValue } from 'js-yaml';
import type { Event, MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml';
import type { Scalar } from '../value.js';
import { openList, openMap } from './frame.js';
import type { Frame } from './frame.js';
import { blockEnd, blockHeader, emptyPlace } from './place.js';
import { keyOf, resolvePlain, resolveTagged } from './scalar.js';

/** The collection that an event opens; `next` is the event after it. */
export function frameOf(event: MappingEvent | SequenceEvent, text: string, next: Event | undefined): Frame {
  const isMap = event.type === EVENT_ID.MAPPING;
  // `[a: b]` holds a mapping without braces of its own: it starts where its key starts.
  const first = next?.type === EVENT_ID.MAPPING || next?.type === EVENT_ID.SEQUENCE ? next.start : -1;
  const bracketed =
    event.style === COLLECTION_STYLE.FLOW && text[event.start] === (isMap ? '{' : '[') && first !== event.start;
  const anchor = anchorOf(event, text);
  return isMap ? openMap(event.start, bracketed, anchor) : openList(event.start, bracketed, anchor);
}

/** Where a scalar is written, quotes and block header included. */
export function scalarPlace(event: ScalarEvent, text: string, cursor: number): { start: number; end: number } {
  const properties = Math.max(event.anchorEnd, event.tagEnd);
  if (event.valueStart < 0) {
    const place = properties < 0 ? emptyPlace(text, cursor) : properties;
    return { start: place, end: place };
  }
  switch (event.style) {
    case SCALAR_STYLE.PLAIN:
      return { start: event.valueStart, end: event.valueEnd };
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return { start: event.valueStart - 1, end: event.valueEnd + 1 };
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK: {
      const start = blockHeader(text, Math.max(cursor, properties));
      return { start, end: blockEnd(text, start, event.valueEnd) };
    }
  }
}

/** The value of a scalar; `undefined` when it does not fit its tag. */
export function scalarValue(event: ScalarEvent, text: string): Scalar['value'] | undefined {
  const content = contentOf(event, text);
  if (event.tagStart >= 0) return resolveTagged(tagOf(event, text), content);
  return event.style === SCALAR_STYLE.PLAIN ? resolvePlain(content) : content;
}

/**
 * The text of a scalar, unquoted and unfolded. A block scalar at the very end of a file without a last line break has none
 * in go-yaml either; js-yaml adds it.
 */
function contentOf(event: ScalarEvent, text: string): string {
  const content = getScalarValue(text, event);
  const block = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
  if (!block || event.valueEnd < text.length || event.chomping === CHOMPING_MODE.STRIP) return content;
  return /[\r\n]$/.test(text) ? content : content.replace(/\n$/, '');
}

/** The key that a scalar makes; `undefined` when it is null. */
export function keyOfScalar(event: ScalarEvent, text: string): string | undefined {
  const content = contentOf(event, text);
  return event.style === SCALAR_STYLE.PLAIN && event.tagStart < 0 ? keyOf(content) : content;
}

/** Whether a scalar is the key `<<`, which in quotes is a key like any other. */
export function isMergeKey(event: ScalarEvent, text: string): boolean {
  if (event.valueEnd - event.valueStart !== 2 || !text.startsWith('<<', event.valueStart)) return false;
  return event.style === SCALAR_STYLE.PLAIN ? event.tagStart < 0 : tagOf(event, text) === '!!merge';
}

export function anchorOf(event: ScalarEvent | MappingEvent | SequenceEvent, text: string): string | undefined {
  return event.anchorStart < 0 ? undefined : text.slice(event.anchorStart, event.anchorEnd);
}

export function tagOf(event: ScalarEvent, text: string): string {
  return event.tagStart < 0 ? '' : text.slice(event.tagStart, event.tagEnd);
}
