/**
 * Holes: places of a text that are not decided. In the text a hole is a short run of private-use characters, so that cutting,
 * indenting and quoting texts leaves it whole; what stands there is looked up by its number.
 */
import type { Undetermined } from '../../../../syntax/value.js';
import type { Data, Open, Text } from './data.js';
import { text } from './text.js';

const OPENING = '\uE000';
const CLOSING = '\uE001';
/** Follows a hole that stands for entries or items, not for one value. */
export const MANY = '\uE002';
const HOLE = /\uE000(\d+)\uE001/g;
const RESERVED = /[\uE000-\uE002]/g;

/** All holes of one rendering; equal holes share a number whichever run makes them. */
export interface Holes {
  readonly texts: ReadonlyMap<number, Undetermined>;
  /** The text of a hole. */
  readonly write: (value: Undetermined) => string;
}

export function createHoles(): Holes {
  const numbers = new Map<string, number>();
  const texts = new Map<number, Undetermined>();
  return {
    texts,
    write: (value) => {
      const { span } = value.origin;
      const key = `${value.expression}\n${value.waitsFor.join('\n')}\n${span.file.path}\n${span.start}`;
      let number = numbers.get(key);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(key, number);
        texts.set(number, value);
      }
      return `${OPENING}${number}${CLOSING}`;
    },
  };
}

/** Text from outside without the characters that mean holes here. */
export function clean(value: string): string {
  return RESERVED.test(value) ? value.replace(RESERVED, '\uFFFD') : value;
}

export function hasHoles(value: string): boolean {
  return value.includes(OPENING);
}

/** The holes of a text in order. */
export function holesIn(value: string, holes: Holes): readonly Undetermined[] {
  const found: Undetermined[] = [];
  for (const [, number] of value.matchAll(HOLE)) {
    const hole = holes.texts.get(Number(number));
    if (hole) found.push(hole);
  }
  return found;
}

/** The parts of a text between its holes, null for each hole. */
export function partsOf(value: string): readonly (string | null)[] {
  const parts: (string | null)[] = [];
  let at = 0;
  for (const match of value.matchAll(/\uE000\d+\uE001(?:\uE002(?:: null)?)?/g)) {
    if (match.index > at) parts.push(value.slice(at, match.index));
    parts.push(null);
    at = match.index + match[0].length;
  }
  if (at < value.length) parts.push(value.slice(at));
  return parts;
}

/** The text with its holes as people write them. */
export function readable(value: string, holes: Holes): string {
  return value.replace(/\uE000(\d+)\uE001(?:\uE002(?:: null)?)?/g, (_, number: string) => {
    const hole = holes.texts.get(Number(number));
    return `{{ ${hole?.expression ?? '…'} }}`;
  });
}

export function isOpen(data: Data): boolean {
  return data.kind === 'open' || (data.kind === 'string' && hasHoles(data.value));
}

/** What an undecided value is in a text. */
export function holeText({ value }: Open, holes: Holes): Text {
  return text(holes.write(value), value.origin);
}

/** The undetermined values that a value contains on its surface. */
export function waitingOf(data: Data, holes: Holes): readonly Undetermined[] {
  if (data.kind === 'open') return [data.value];
  return data.kind === 'string' ? holesIn(data.value, holes) : [];
}
