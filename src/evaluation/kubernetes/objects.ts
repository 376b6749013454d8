/** Kubernetes objects in positioned values: what a file holds, unwrapped and named. */
import type { Problem } from '../../syntax/problem.js';
import type { Span } from '../../syntax/source.js';
import type { Entry, Mapping, Value } from '../../syntax/value.js';
import { entry, lookup } from '../../syntax/value.js';
import type { Format, Resource, Root, Writer } from '../resource.js';

/** The objects of one document: itself, or the items of a `List`. Anything else holds none. */
export function objectsIn(value: Value): readonly Mapping[] {
  if (value.kind !== 'map' || textAt(value, 'apiVersion') === undefined) return [];
  const kind = textAt(value, 'kind');
  if (kind === undefined) return [];
  const items = entry(value, 'items')?.value;
  return kind.endsWith('List') && items?.kind === 'list' ? items.items.flatMap(objectsIn) : [value];
}

/**
 * An object as a resource.
 * @param taken addresses of the root so far; a repeated one gets a number
 */
export function resourceOf(
  object: Mapping,
  root: Root,
  format: Format,
  writer: Writer,
  taken: Map<string, number> = new Map<string, number>(),
): Resource {
  const kind = textAt(object, 'kind') ?? '';
  const name = lookup(object, ['metadata', 'name']) ?? lookup(object, ['metadata', 'generateName']);
  const namespace = lookup(object, ['metadata', 'namespace']);
  const address = numbered(`${kind}/${words(namespace) ?? 'default'}/${words(name) ?? '?'}`, taken);
  return {
    format,
    root,
    type: `${textAt(object, 'apiVersion') ?? ''}/${kind}`,
    address,
    name,
    body: object,
    span: startOf(object),
    heading: headingOf(object),
    writer,
  };
}

/** Keys given twice, anywhere in an object: the API server keeps the last without a word. */
export function repeatedKeys(value: Value): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<Value>();
  const pending: Value[] = [value];
  for (let at = pending.pop(); at; at = pending.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    if (at.kind === 'list') pending.push(...at.items);
    if (at.kind !== 'map') continue;
    pending.push(...[...at.entries.values()].map((each) => each.value));
    problems.push(...(at.repeated ?? []).map(repeated));
  }
  return problems;
}

function repeated({ key, keySpan }: Entry): Problem {
  const { file, start } = keySpan;
  return {
    path: file.path,
    line: file.position(start).line,
    message: `key “${key.slice(0, 100)}” is given twice in one object, and Kubernetes keeps the last`,
  };
}

function numbered(address: string, taken: Map<string, number>): string {
  const count = (taken.get(address) ?? 0) + 1;
  taken.set(address, count);
  return count === 1 ? address : `${address}#${String(count)}`;
}

/** `metadata.name` with its key: what a comment points at when something is missing in the object. */
function headingOf(object: Mapping): Span {
  const metadata = entry(object, 'metadata')?.value;
  const named = metadata?.kind === 'map' ? (entry(metadata, 'name') ?? entry(metadata, 'generateName')) : undefined;
  const kind = named ?? entry(object, 'kind');
  if (!kind) return startOf(object);
  const value = kind.value.origin.span;
  const end = value.file === kind.keySpan.file && value.end > kind.keySpan.end ? value.end : kind.keySpan.end;
  return { file: kind.keySpan.file, start: kind.keySpan.start, end };
}

function startOf(object: Mapping): Span {
  return object.origin.span;
}

function textAt(object: Mapping, key: string): string | undefined {
  const value = entry(object, key)?.value;
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}

function words(value: Value | undefined): string | undefined {
  if (value?.kind === 'undetermined') return value.expression;
  return value?.kind === 'scalar' && value.value !== null ? String(value.value) : undefined;
}
