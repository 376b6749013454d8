/** Sets values in YAML texts, comments and layout kept. */
import type { Writer } from '../../evaluation/resource.js';
import type { Edit, Plain } from '../edit.js';
import { lineOf, replaceRange } from '../lines.js';
import { SourceFile } from '../source.js';
import type { Span } from '../source.js';
import type { Entry, Mapping, Value } from '../value.js';
import { documentRanges } from './documents.js';
import { hasEffect } from './effect.js';
import { insertEntry, unitOf } from './insert.js';
import { parseYaml } from './parser.js';
import { printBlock, printFlow, printText } from './print.js';

/**
 * The writer of YAML files. Every edit is tried: no edit when the document as a whole would not be read as before but for the
 * value that is set. So nothing changes through an anchor, a merge or a repeated key, and no template is touched.
 */
export const yamlWriter: Writer = {
  set(container, path, value) {
    const document = documentAt(container.origin.span);
    if (!document || path.length === 0) return undefined;
    const found = findPath(document.root, container.origin.span.start - document.offset, 'map');
    if (found?.value.kind !== 'map') return undefined;
    const edit = setIn(document.file, found.value, path, value, unitOf(document.root));
    return edit && tried(document, edit, [...found.path, ...path], value);
  },
  replace(span, value) {
    const document = documentAt(span);
    const found = document && findPath(document.root, span.start - document.offset, 'scalar');
    if (!document || found?.value.kind !== 'scalar') return undefined;
    const { start, end } = found.value.origin.span;
    if (end !== span.end - document.offset || lineOf(document.file, start) !== lineOf(document.file, end))
      return undefined;
    return tried(
      document,
      replaceRange(document.file, start, end, inPlaceOf(found.value.raw, value)),
      found.path,
      value,
    );
  },
};

/** One document of a file, as a file of its own. */
interface Document {
  readonly file: SourceFile;
  readonly root: Value;
  readonly offset: number;
  /** How many lines of the whole file stand before it. */
  readonly lines: number;
}

function documentAt({ file, start }: Span): Document | undefined {
  const range = documentRanges(file.text).find((each) => each.start <= start && start < each.end);
  if (!range || file.position(range.start).column !== 1) return undefined;
  const piece = new SourceFile(file.path, file.text.slice(range.start, range.end));
  const { result, problems } = parseYaml(piece);
  const [root, another] = result;
  if (!root || another || problems.length > 0) return undefined;
  return { file: piece, root, offset: range.start, lines: file.position(range.start).line - 1 };
}

/** The value that starts at an offset, and the keys and places in lists that lead to it. */
function findPath(
  root: Value,
  start: number,
  kind: Value['kind'],
): { readonly value: Value; readonly path: readonly (string | number)[] } | undefined {
  const path: (string | number)[] = [];
  let at = root;
  while (at.origin.span.start !== start || at.kind !== kind) {
    const parts: readonly (readonly [string | number, Value])[] =
      at.kind === 'map'
        ? [...at.entries.values()].map((each) => [each.key, each.value] as const)
        : at.kind === 'list'
          ? at.items.map((item, index) => [index, item] as const)
          : [];
    const next = parts.find(
      ([, { origin }]) => origin.from.length === 0 && origin.span.start <= start && start < origin.span.end,
    );
    if (!next) return undefined;
    path.push(next[0]);
    at = next[1];
  }
  return { value: at, path };
}

function setIn(file: SourceFile, map: Mapping, path: readonly string[], value: Plain, unit: string): Edit | undefined {
  const [name = '', ...rest] = path;
  const existing = map.entries.get(name);
  if (!existing) return insertEntry(file, map, name, nest(rest, value), unit);
  if (existing.value.origin.from.length > 0) return undefined;
  if (rest.length > 0 && existing.value.kind === 'map' && existing.value.entries.size > 0) {
    return setIn(file, existing.value, rest, value, unit);
  }
  const empty = existing.value.kind === 'map' || (existing.value.kind === 'scalar' && existing.value.value === null);
  if (rest.length > 0 && !empty) return undefined;
  return replaceValue(file, map, existing, nest(rest, value), unit);
}

/** Puts a value in the place of another: on its line, or on lines below the key for what does not fit on one. */
function replaceValue(
  file: SourceFile,
  map: Mapping,
  { keySpan, value: old }: Entry,
  value: Plain,
  unit: string,
): Edit | undefined {
  const { start, end } = old.origin.span;
  const flow = file.text[map.origin.span.start] === '{';
  const gap = file.text.slice(keySpan.end, start);
  const below = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (!flow && (below || gap.includes('\n'))) {
    if (!/^\s*:\s*$/.test(gap)) return undefined;
    const indent = ' '.repeat(file.position(keySpan.start).column - 1);
    return replaceRange(file, keySpan.end, end, `:${printBlock(value, indent, unit)}`);
  }
  const printed = inPlaceOf(old.kind === 'scalar' ? old.raw : undefined, value);
  return replaceRange(file, start, end, /[:\s]$/.test(gap) && !/\s$/.test(gap) ? ` ${printed}` : printed);
}

/** A value as it goes into the place of a scalar; single quotes stay single quotes. */
function inPlaceOf(raw: string | undefined, value: Plain): string {
  return typeof value === 'string' ? printText(value, raw?.startsWith("'") ? "'" : '"') : printFlow(value);
}

/** The edit, counted in lines of the whole file, if it does what it should and nothing else. */
function tried(document: Document, edit: Edit, path: readonly (string | number)[], value: Plain): Edit | undefined {
  if (!hasEffect(document.file, document.root, edit, path, value)) return undefined;
  return { ...edit, startLine: edit.startLine + document.lines, endLine: edit.endLine + document.lines };
}

function nest(path: readonly string[], value: Plain): Plain {
  return path.reduceRight<Plain>((inner, key) => ({ [key]: inner }), value);
}
