/** YAML and JSON that stand as a text in another document: `values: |` of an Application, a heredoc, a key of a ConfigMap. */
import { SourceFile } from '../../syntax/source.js';
import type { Span } from '../../syntax/source.js';
import { isNull, list, mapping, scalar, undetermined } from '../../syntax/value.js';
import type { Entry, Origin, Undetermined, Value } from '../../syntax/value.js';
import { parseYaml } from '../../syntax/yaml/parser.js';

/**
 * The first document of a text, each value with the place of its line in the file that the text stands in.
 * @returns undefined for what is no text or can't be read; undetermined for a text that the files do not decide
 */
export function documentIn(value: Value): Value | undefined {
  if (value.kind === 'undetermined') return value.parts ? partial(value) : value;
  if (value.kind === 'map') return value;
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return undefined;
  return parsed(value.value, value.origin);
}

function parsed(text: string, origin: Origin): Value | undefined {
  const inner = new SourceFile(origin.span.file.path, text);
  const { result, problems } = parseYaml(inner);
  const [document] = result;
  if (problems.length > 0) return undefined;
  if (!document || isNull(document)) return mapping([], origin);
  return relocated(document, placer(inner, origin), origin);
}

/** A text with holes: what a hole stands in is open, the rest is as written. */
function partial(value: Undetermined): Value {
  const { parts = [], origin } = value;
  const { text, mark } = marked(parts);
  const document = parsed(text, origin);
  return document ? opening(document, value, mark) : value;
}

/** The text of parts with a word for each hole, which YAML reads as a text and which stands nowhere else in it. */
export function marked(parts: readonly (string | null)[]): { readonly text: string; readonly mark: string } {
  const known = parts.join('');
  let mark = 'aks0privacy0hole0';
  while (known.includes(mark)) mark += '0';
  return { text: parts.map((part) => part ?? mark).join(''), mark };
}

/** The parts of a text that holes have cut into pieces. */
export function partsAround(pieces: readonly string[]): readonly (string | null)[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [null, piece])).filter((piece) => piece !== '');
}

/**
 * What was read of a marked text, open where the holes are.
 * @param expressionOf how a value is called whose text they cut into pieces
 */
export function opening(
  value: Value,
  by: Undetermined,
  mark: string,
  expressionOf: (pieces: readonly string[]) => string = () => by.expression,
): Value {
  switch (value.kind) {
    case 'scalar': {
      if (typeof value.value !== 'string' || !value.value.includes(mark)) return value;
      const pieces = value.value.split(mark);
      return undetermined(expressionOf(pieces), by.waitsFor, value.origin, undefined, partsAround(pieces));
    }
    case 'list':
      return list(
        value.items.map((item) => opening(item, by, mark, expressionOf)),
        value.origin,
      );
    case 'map': {
      const entries = [...value.entries.values()];
      const open = entries.some(({ key }) => key.includes(mark));
      const kept = entries.filter(({ key }) => !key.includes(mark));
      return mapping(
        kept.map((entry) => ({ ...entry, value: opening(entry.value, by, mark, expressionOf) })),
        value.origin,
        open ? by : undefined,
      );
    }
    case 'undetermined':
      return value;
  }
}

type Placer = (span: Span) => Span;

/** The lines of the text, found again in the file that it stands in; the whole of it for a text that was computed. */
function placer(inner: SourceFile, origin: Origin): Placer {
  const host = hostOf(origin);
  const { file, start, end } = host;
  const first = file.position(start).line;
  const last = file.position(Math.max(start, end - 1)).line;
  const lead = leadOf(inner, file, first, last);
  if (lead === undefined) return () => origin.span;
  return (span) => {
    const from = inner.position(span.start);
    const line = lead + from.line;
    const written = inner.line(from.line).trim();
    const at = file.line(line).indexOf(written);
    if (written === '' || at < 0) return host;
    const column = at + from.column - 1 - (inner.line(from.line).length - inner.line(from.line).trimStart().length);
    const begin = file.lineStart(line) + Math.max(0, column);
    const length = Math.min(span.end, inner.lineStart(from.line + 1)) - span.start;
    return { file, start: begin, end: Math.min(file.text.length, begin + Math.max(0, length)) };
  };
}

/** Where the text is written: the place itself, or the whole file that was read. */
function hostOf(origin: Origin): Span {
  const [only, another] = origin.from;
  if (only && !another && only.span.start === 0 && only.span.end === only.span.file.text.length) return only.span;
  return origin.span;
}

/** How many lines of the file stand before the first one of the text. */
function leadOf(inner: SourceFile, file: SourceFile, first: number, last: number): number | undefined {
  let sample = 1;
  while (sample <= inner.lineCount && inner.line(sample).trim() === '') sample++;
  const wanted = inner.line(sample).trim();
  for (let line = first; line <= last; line++) {
    const text = file.line(line);
    if (wanted !== '' && (text.trim() === wanted || (line === first && text.includes(wanted)))) return line - sample;
  }
  return undefined;
}

function relocated(value: Value, place: Placer, host: Origin): Value {
  const seen = new Map<Value, Value>();
  const origins = new Map<Origin, Origin>();
  const originOf = (origin: Origin): Origin => {
    const known = origins.get(origin);
    if (known) return known;
    const span = place(origin.span);
    const whole = span.file === host.span.file && span.start === host.span.start && span.end === host.span.end;
    const fromHost = span.file === host.span.file && !whole ? [] : whole ? host.from : [];
    const elsewhere = span.file !== host.span.file;
    // A line that stands nowhere in the file that was read is put together there from what comes into it.
    const isMade = elsewhere && span.start === 0 && span.end === span.file.text.length;
    const made: Origin = isMade
      ? host
      : elsewhere
        ? { span: host.span, from: [{ span, from: [] }] }
        : { span, from: fromHost };
    origins.set(origin, made);
    return made;
  };
  const move = (at: Value): Value => {
    const known = seen.get(at);
    if (known) return known;
    const moved = moveParts(at);
    seen.set(at, moved);
    return moved;
  };
  const moveParts = (at: Value): Value => {
    const origin = originOf(at.origin);
    switch (at.kind) {
      case 'scalar':
        return scalar(at.value, origin, at.raw);
      case 'list':
        return list(at.items.map(move), origin);
      case 'map':
        return mapping(
          [...at.entries.values()].map((entry) => moveEntry(entry)),
          origin,
        );
      case 'undetermined':
        return { ...at, origin };
    }
  };
  const moveEntry = (entry: Entry): Entry => ({ ...entry, keySpan: place(entry.keySpan), value: move(entry.value) });
  return move(value);
}
