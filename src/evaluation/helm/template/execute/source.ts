/** Where the text of a template comes from: a file, or a text that `tpl` reads. */
import type { SourceFile, Span } from '../../../../syntax/source.js';
import type { Text } from '../data/data.js';
import { firstOverlap, literalText, slice } from '../data/text.js';
import { clean } from '../data/holes.js';
import type { Body, Range } from '../syntax/nodes.js';

export interface Source {
  /** As Helm names it: `web/templates/service.yaml`. */
  readonly name: string;
  readonly text: string;
  /** The place of a range in a file that an author edits. */
  readonly place: (range: Range) => Span;
  /** What stands there, with its origin. */
  readonly literal: (range: Range) => Text;
}

export interface Definition {
  readonly body: Body;
  readonly source: Source;
}

export function fileSource(name: string, file: SourceFile): Source {
  const text = clean(file.text);
  const place = ({ start, end }: Range): Span => ({ file, start, end });
  return { name, text, place, literal: (range) => literalText(text.slice(range.start, range.end), place(range)) };
}

/** @param fallback where the text is used, for what has no place of its own */
export function textSource(name: string, text: Text, fallback: Span): Source {
  return {
    name,
    text: text.value,
    place: ({ start }) => {
      const mark = text.marks[firstOverlap(text.marks, start)];
      return mark && mark.start <= start ? mark.origin.span : fallback;
    },
    literal: ({ start, end }) => slice(text, start, end),
  };
}

const LONGEST = 120;

/** What stands at a range, as people are shown it. */
export function excerpt({ text }: Source, { start, end }: Range): string {
  const short = text
    .slice(start, Math.min(end, start + LONGEST * 2))
    .replace(/\s+/g, ' ')
    .trim();
  return short.length > LONGEST ? `${short.slice(0, LONGEST)}…` : short;
}
