/**
 * JSON documents that are written as text: heredocs, files, templates with interpolations. Their parts stand where they are
 * written, and an interpolation is the value that it puts there.
 */
import type { HclTemplate, HclTemplatePart } from '../../syntax/hcl/ast.js';
import { parseJson } from '../../syntax/json/parser.js';
import { SourceFile, type Span } from '../../syntax/source.js';
import { list, mapping, scalar, undetermined, type Origin, type Value } from '../../syntax/value.js';
import { computed } from './values.js';

/** A text that is made of pieces: what is known, with the place of each unit, and values between. */
interface Composed {
  text: string;
  readonly offsets: number[];
  readonly holes: Map<string, Value>;
}

interface Laid extends Composed {
  readonly file: SourceFile;
  /** What stands where a place is not known. */
  readonly whole: Span;
}

/** Longer documents than Azure takes. */
const longest = 400_000;

/** Whether a text may be an object in JSON: all that is looked for. */
export function startsAsObject(text: string): boolean {
  return /^\s*\{\s*(?:"|\})/.test(text) && text.length < longest;
}

/** The object in a text that stands as it is in a heredoc, or is the whole of a file. */
export function objectInText(text: string, origin: Origin): Value | undefined {
  if (!startsAsObject(text)) return undefined;
  for (let at: Origin | undefined = origin; at; at = at.from[0]) {
    if (at.from.length > 0) continue;
    const { file, start, end } = at.span;
    const place = { file, whole: at.span, text, holes: new Map<string, Value>() };
    if (start === 0 && end === file.text.length && file.text === text) {
      return objectIn({ ...place, offsets: Array.from(text, (_, index) => index) });
    }
    const offsets = offsetsIn(file, start, end, text);
    if (offsets) return objectIn({ ...place, offsets });
  }
  return objectIn({ file: origin.span.file, whole: origin.span, text, offsets: [], holes: new Map() });
}

/** The object that a template writes; undefined when it is none, or directives make it. */
export function objectInTemplate(
  { parts, start, end }: HclTemplate,
  file: SourceFile,
  valueOf: (part: HclTemplatePart & { kind: 'interpolation' }) => Value,
): Value | undefined {
  const [first] = parts;
  if (first?.kind !== 'text' || !startsAsObject(first.value)) return undefined;
  const composed: Composed = { text: '', offsets: [], holes: new Map() };
  const written = parts.map((part) => (part.kind === 'text' ? part.value : '')).join('');
  // A number that the text does not hold can stand for a value, inside of quotes and outside.
  const mark = ['70000000', '81818181', '92929292'].find((number) => !written.includes(number));
  if (mark === undefined || written.length > longest) return undefined;
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'text') add(composed, part.value, offsetsIn(file, part.start, part.end, part.value), part.start);
    else if (part.kind === 'interpolation') {
      const name = `${mark}${String(index).padStart(4, '0')}`;
      composed.holes.set(name, valueOf(part));
      add(composed, name, undefined, part.start);
    } else return undefined;
  }
  return objectIn({ ...composed, file, whole: { file, start, end } });
}

function add(composed: Composed, text: string, offsets: readonly number[] | undefined, otherwise: number): void {
  composed.text += text;
  for (let index = 0; index < text.length; index += 1) composed.offsets.push(offsets?.[index] ?? otherwise);
}

/** Where each unit of a text stands in a range of a file whose lines end as the lines of the text do. */
function offsetsIn(file: SourceFile, start: number, end: number, text: string): number[] | undefined {
  const wanted = text.split('\n');
  const lines = file.text.slice(start, end).split('\n');
  // The first line of a heredoc names its marker, the last one ends it.
  const isHeredoc = lines[0]?.startsWith('<<') === true;
  const skipped = isHeredoc ? 1 : 0;
  const offsets: number[] = [];
  let at = start + (isHeredoc ? (lines[0]?.length ?? 0) + 1 : 0);
  for (const [index, line] of wanted.entries()) {
    const there = lines[index + skipped];
    if (there === undefined) return index === wanted.length - 1 && line === '' ? offsets : undefined;
    const isLast = index === wanted.length - 1;
    if (isLast && line === '') return offsets;
    if (!there.endsWith(line)) return undefined;
    for (let unit = 0; unit <= line.length; unit += 1) offsets.push(at + there.length - line.length + unit);
    at += there.length + 1;
  }
  return offsets;
}

function objectIn(laid: Laid): Value | undefined {
  const { result } = parseJson(new SourceFile(laid.file.path, laid.text));
  return result?.kind === 'map' ? placed(result, laid) : undefined;
}

/** A value with its places in the file, and the values of its holes. */
function placed(value: Value, laid: Laid): Value {
  const origin: Origin = { span: spanIn(value.origin.span, laid), from: [] };
  switch (value.kind) {
    case 'scalar':
      if (typeof value.value === 'number') {
        const hole = laid.holes.get(String(value.value));
        return hole ? filled(hole, origin) : { ...value, origin };
      }
      return typeof value.value === 'string' ? textWith(value.value, origin, laid) : { ...value, origin };
    case 'list':
      return list(
        value.items.map((item) => placed(item, laid)),
        origin,
      );
    case 'map': {
      const entries = [...value.entries.values()].map((entry) => {
        const key = textWith(entry.key, origin, laid);
        return {
          key: key.kind === 'scalar' ? String(key.value) : entry.key,
          keySpan: spanIn(entry.keySpan, laid),
          value: placed(entry.value, laid),
        };
      });
      return mapping(entries, origin);
    }
    case 'undetermined':
      return value;
  }
}

function spanIn({ start, end }: Span, { file, offsets, whole }: Laid): Span {
  const [first, last] = [offsets[start], offsets[end - 1]];
  return first === undefined || last === undefined ? whole : { file, start: first, end: Math.max(first, last) + 1 };
}

/** A value outside of quotes: a text is JSON itself. */
function filled(hole: Value & { readonly encodes?: Value }, { span }: Origin): Value {
  const origin: Origin = { span, from: computed(span, [hole]).from };
  if (hole.encodes) return { ...hole.encodes, origin };
  if (hole.kind !== 'scalar' || typeof hole.value !== 'string') return { ...hole, origin };
  try {
    const parsed: unknown = JSON.parse(hole.value);
    if (parsed === null || typeof parsed === 'boolean' || typeof parsed === 'number') return scalar(parsed, origin);
  } catch {
    // The document is none with this value.
  }
  return undetermined(hole.value, ['the JSON that is made'], origin);
}

function textWith(text: string, origin: Origin, { holes }: Laid): Value {
  const found = [...holes].filter(([name]) => text.includes(name));
  if (found.length === 0) return scalar(text, origin);
  const values = found.map(([, value]) => value);
  const from = computed(origin.span, values).from;
  const parts = text.split(new RegExp(`(${found.map(([name]) => name).join('|')})`));
  const known = parts.map((part) => {
    const hole = holes.get(part);
    if (!hole) return part;
    return hole.kind === 'scalar' && hole.value !== null ? String(hole.value) : null;
  });
  if (!known.includes(null)) return scalar(known.join(''), { ...origin, from });
  const filledIn = parts.filter((part) => part !== '');
  const [only] = filledIn.length === 1 ? values : [];
  if (only?.kind === 'undetermined') return { ...only, origin: { ...origin, from } };
  const expression = parts.map((part) => told(holes.get(part)) ?? part).join('');
  const waits = values.flatMap((value) => (value.kind === 'undetermined' ? value.waitsFor : []));
  return undetermined(expression, [...new Set(waits)], { ...origin, from }, undefined, known);
}

function told(hole: Value | undefined): string | undefined {
  if (!hole) return undefined;
  return hole.kind === 'undetermined' ? `\${${hole.expression}}` : hole.kind === 'scalar' ? String(hole.value) : '${…}';
}
