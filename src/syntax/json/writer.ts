/** Sets values in JSON texts, comments and layout kept. */
import type { Writer } from '../../evaluation/resource.js';
import type { Edit, Plain } from '../edit.js';
import { indentOf, lineOf, replaceRange } from '../lines.js';
import type { SourceFile } from '../source.js';
import { entry } from '../value.js';
import type { Mapping, Value } from '../value.js';
import { parseJson } from './parser.js';

/** The writer of JSON files: property names are compared exactly, as Kubernetes does. */
export const jsonWriter: Writer = writing(false);

/** The writer of ARM templates and their parameter files: property names are compared ignoring case. */
export const armWriter: Writer = writing(true);

function writing(ignoreCase: boolean): Writer {
  return {
    set(container, path, value) {
      const { file, start } = container.origin.span;
      const found = find(parseJson(file).result, start, (each) => each.kind === 'map');
      return found?.kind === 'map' ? setIn(file, found, path, value, ignoreCase) : undefined;
    },
    replace({ file, start, end }, value) {
      const found = find(parseJson(file).result, start, (each) => each.kind === 'scalar');
      if (found?.origin.span.end !== end || lineOf(file, start) !== lineOf(file, end)) return undefined;
      return replaceRange(file, start, end, render(value, undefined));
    },
  };
}

/** The value of the wanted kind that starts at an offset. */
function find(root: Value | undefined, start: number, wanted: (value: Value) => boolean): Value | undefined {
  let at = root;
  while (at && !(at.origin.span.start === start && wanted(at))) {
    const parts: readonly Value[] =
      at.kind === 'map' ? [...at.entries.values()].map(({ value }) => value) : at.kind === 'list' ? at.items : [];
    at = parts.find(({ origin }) => origin.span.start <= start && start < origin.span.end);
  }
  return at;
}

function setIn(
  file: SourceFile,
  map: Mapping,
  path: readonly string[],
  value: Plain,
  ignoreCase: boolean,
): Edit | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return undefined;
  const existing = entry(map, name, ignoreCase)?.value;
  if (!existing) return insert(file, map, name, nest(rest, value));
  if (rest.length > 0 && existing.kind === 'map') return setIn(file, existing, rest, value, ignoreCase);
  if (rest.length > 0 && !(existing.kind === 'scalar' && existing.value === null)) return undefined;
  const { start, end } = existing.origin.span;
  const layout = isOneLine(file, map) ? undefined : { indent: indentOf(file, start), unit: unitOf(file, map) };
  return replaceRange(file, start, end, render(nest(rest, value), layout));
}

/** Adds a property as the first one: the one behind it already has what separates them. */
function insert(file: SourceFile, map: Mapping, name: string, value: Plain): Edit | undefined {
  const { start, end } = map.origin.span;
  const key = JSON.stringify(name);
  const [first] = map.entries.values();
  if (!first) {
    if (file.text.slice(start + 1, end - 1).trim() !== '') return undefined;
    if (file.lineCount === 1) return replaceRange(file, start, end, `{ ${key}: ${render(value, undefined)} }`);
    const outer = indentOf(file, start);
    const unit = unitOf(file, map);
    const layout = { indent: outer + unit, unit };
    return replaceRange(file, start, end, `{\n${layout.indent}${key}: ${render(value, layout)}\n${outer}}`);
  }
  const place = first.keySpan.start;
  if (lineOf(file, start) === lineOf(file, place)) {
    return replaceRange(file, place, place, `${key}: ${render(value, undefined)}, `);
  }
  const layout = { indent: indentOf(file, place), unit: unitOf(file, map) };
  return replaceRange(file, place, place, `${key}: ${render(value, layout)},\n${layout.indent}`);
}

interface Layout {
  readonly indent: string;
  readonly unit: string;
}

/** A value as JSON, on one line without a layout. */
function render(value: Plain, layout: Layout | undefined): string {
  if (layout) return JSON.stringify(value, null, layout.unit).replaceAll('\n', `\n${layout.indent}`);
  if (Array.isArray(value)) return `[${value.map((item: Plain) => render(item, undefined)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${render(part, undefined)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

/** How much deeper a property is indented than the line of its object. */
function unitOf(file: SourceFile, map: Mapping): string {
  const outer = indentOf(file, map.origin.span.start);
  const [first] = map.entries.values();
  const inner = first ? indentOf(file, first.keySpan.start) : '';
  if (inner.length > outer.length) return inner.slice(outer.length);
  // The first line of the file that is indented shows the unit of the whole.
  return /\n([ \t]+)\S/.exec(file.text)?.[1] ?? '  ';
}

function isOneLine(file: SourceFile, map: Mapping): boolean {
  return lineOf(file, map.origin.span.start) === lineOf(file, map.origin.span.end - 1);
}

function nest(path: readonly string[], value: Plain): Plain {
  return path.reduceRight<Plain>((inner, key) => ({ [key]: inner }), value);
}
