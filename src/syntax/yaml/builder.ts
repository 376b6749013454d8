/** The parser's flat events -> one positioned value per document. Iterative, so that no nesting overflows the stack. */
import { EVENT_ID } from 'js-yaml';
import type { Event } from 'js-yaml';
import type { SourceFile, Span } from '../source.js';
import { scalar, through } from '../value.js';
import type { Origin, Value } from '../value.js';
import { closeFrame, putMerged, putOwn } from './frame.js';
import type { Frame, Weighed } from './frame.js';
import { anchorOf, frameOf, isMergeKey, keyOfScalar, scalarPlace, scalarValue, tagOf } from './nodes.js';
import { flowEnd } from './place.js';

/** A piece of a file that was parsed on its own, and where it starts there. */
export interface Piece {
  readonly file: SourceFile;
  readonly text: string;
  readonly offset: number;
}

export interface Limits {
  /** Nested collections, aliases followed. */
  readonly depth: number;
  /** Values that all aliases of a file stand for. */
  readonly aliased: number;
}

/** What is left of a limit that counts over all documents of a file. */
export interface Budget {
  aliased: number;
}

/** Why a document has no value; the offset counts in the file. */
export interface Failure {
  readonly offset: number;
  readonly message: string;
}

export interface Built {
  readonly values: readonly Value[];
  readonly failures: readonly Failure[];
}

/** Shared by all values of a file: most of them are literals. */
const NO_ORIGINS: readonly Origin[] = [];

/** The values of all documents; a document that can't be built gives a failure and the others are kept. */
export function build(piece: Piece, events: readonly Event[], limits: Limits, budget: Budget): Built {
  const values: Value[] = [];
  const failures: Failure[] = [];
  let at = 0;
  let cursor = 0;
  while (at < events.length) {
    const end = documentEnd(events, at);
    const built = buildDocument(piece, events, at + 1, end, cursor, limits, budget);
    if ('message' in built) failures.push(built);
    else values.push(built.value);
    cursor = 'message' in built ? cursor : built.cursor;
    at = end + 1;
  }
  return { values, failures };
}

/** The index of the event that closes the document opened at `start`. */
function documentEnd(events: readonly Event[], start: number): number {
  let depth = 0;
  for (let at = start; at < events.length; at++) {
    const type = events[at]?.type;
    if (type === EVENT_ID.POP) depth--;
    else if (type !== EVENT_ID.SCALAR && type !== EVENT_ID.ALIAS) depth++;
    if (depth === 0) return at;
  }
  return events.length;
}

function buildDocument(
  piece: Piece,
  events: readonly Event[],
  start: number,
  end: number,
  from: number,
  limits: Limits,
  budget: Budget,
): { readonly value: Value; readonly cursor: number } | Failure {
  const { text } = piece;
  const anchors = new Map<string, Weighed | 'open'>();
  const stack: Frame[] = [];
  let root: Value | undefined;
  /** The end of what has been read so far: what stands between two events is found from here. */
  let cursor = from;

  const spanOf = (first: number, last: number): Span => ({
    file: piece.file,
    start: piece.offset + first,
    end: piece.offset + last,
  });
  const literalAt = (first: number, last: number): Origin => ({ span: spanOf(first, last), from: NO_ORIGINS });
  const fail = (offset: number, message: string): Failure => ({ offset: piece.offset + offset, message });

  for (let at = start; at < end; at++) {
    const event = events[at];
    if (!event) break;
    let done: Weighed;
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        continue;
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE: {
        const frame = frameOf(event, text, events[at + 1]);
        cursor = frame.start + (frame.bracketed ? 1 : 0);
        if (frame.anchor !== undefined) anchors.set(frame.anchor, 'open');
        stack.push(frame);
        continue;
      }
      case EVENT_ID.SCALAR: {
        const place = scalarPlace(event, text, cursor);
        cursor = place.end;
        const top = stack.at(-1);
        if (top?.kind === 'map' && top.key === undefined && event.anchorStart < 0) {
          top.key = keyOfScalar(event, text);
          if (top.key === undefined) return fail(place.start, 'a null key is refused by Kubernetes');
          top.keySpan = isMergeKey(event, text) ? undefined : spanOf(place.start, place.end);
          continue;
        }
        const value = scalarValue(event, text);
        if (value === undefined) return fail(place.start, `the value does not fit its tag ${tagOf(event, text)}`);
        const raw = text.slice(place.start, place.end);
        done = { value: scalar(value, literalAt(place.start, place.end), raw), size: 1, height: 0 };
        const anchor = anchorOf(event, text);
        if (anchor !== undefined) anchors.set(anchor, done);
        break;
      }
      case EVENT_ID.ALIAS: {
        const name = text.slice(event.anchorStart, event.anchorEnd);
        const target = anchors.get(name);
        const place = event.anchorStart - 1;
        if (target === undefined) return fail(place, `unknown anchor "${name}"`);
        if (target === 'open') return fail(place, `the anchor "${name}" contains itself`);
        budget.aliased -= target.size;
        if (budget.aliased < 0) return fail(place, `aliases expand to more than ${limits.aliased} values`);
        if (stack.length + target.height > limits.depth) return fail(place, tooDeep(limits.depth));
        cursor = event.anchorEnd;
        done = { ...target, value: through(target.value, spanOf(place, cursor), `*${name}`) };
        break;
      }
      case EVENT_ID.POP: {
        const frame = stack.pop();
        if (!frame) continue;
        if (frame.bracketed) cursor = flowEnd(text, cursor);
        done = closeFrame(frame, literalAt(frame.start, cursor));
        if (frame.anchor !== undefined) anchors.set(frame.anchor, done);
        break;
      }
    }
    const top = stack.at(-1);
    if (!top) {
      root = done.value;
      continue;
    }
    top.size += done.size;
    top.height = Math.max(top.height, done.height + 1);
    const problem = put(top, done.value);
    if (problem !== undefined) {
      const place = done.value.origin.span.start - piece.offset;
      // The braces of a template are a mapping in a mapping's key to YAML.
      return fail(place, text.startsWith('{{', place - 1) ? 'the braces of a template are no YAML' : problem);
    }
  }
  return { value: root ?? scalar(null, literalAt(cursor, cursor)), cursor };
}

/** What is said of a document that nests too deep, by brackets or by aliases. */
export function tooDeep(depth: number): string {
  return `nested deeper than ${depth} levels`;
}

/** Puts a finished value where it belongs; the reason when it can't stand there. */
function put(frame: Frame, value: Value): string | undefined {
  if (frame.kind === 'list') {
    frame.items.push(value);
    return undefined;
  }
  const { key, keySpan } = frame;
  frame.key = undefined;
  if (key === undefined) {
    if (value.kind !== 'scalar' || value.value === null) return 'a key that is no text is refused by Kubernetes';
    frame.key = String(value.value);
    frame.keySpan = value.origin.span;
  } else if (keySpan) {
    putOwn(frame, { key, keySpan, value });
  } else if (!putMerged(frame, value)) {
    return 'a merge key needs a mapping or a list of mappings';
  }
  return undefined;
}
