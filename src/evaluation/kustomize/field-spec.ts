/** Places in objects of some kinds, as kustomize's transformer configurations give them. */
import type { Span } from '../../syntax/source.js';
import type { Mapping, Value } from '../../syntax/value.js';
import { emptyMap, withEntry, withItems } from './edit.js';
import { idOf, isOfKind } from './object.js';
import type { Kinds } from './object.js';

export interface FieldSpec extends Kinds {
  /** Keys joined by `/`, a slash in a key as `\/`; lists on the way are walked through, `[]` says where one must be. */
  readonly path: string;
  /** Whether what is missing on the way is made. */
  readonly create?: boolean;
}

export type Change = (value: Value | undefined) => Value | undefined;

/**
 * The object with the field changed wherever it stands. `change` is asked with undefined for a field that is to be made.
 * @param span where to say that what is made stands
 */
export function changeField(object: Mapping, spec: FieldSpec, change: Change, span: Span): Mapping {
  if (!isOfKind(idOf(object), spec)) return object;
  const changed = walk(object, keysOf(spec.path), spec.create === true, change, span);
  return changed.kind === 'map' ? changed : object;
}

function walk(at: Value, path: readonly string[], create: boolean, change: Change, span: Span): Value {
  if (at.kind === 'list') {
    const items = at.items.map((item) => walk(item, path, create, change, span));
    return items.every((item, index) => item === at.items[index]) ? at : withItems(at, items);
  }
  const [first, ...rest] = path;
  if (at.kind !== 'map' || first === undefined) return at;
  const key = first.replace(/\[\]$/, '');
  const found = at.entries.get(key);
  const makes = create && key === first;
  if (!found && !makes) return at;
  const old = found && !(makes && isNull(found.value)) ? found.value : undefined;
  let value: Value | undefined;
  if (rest.length === 0) value = old?.kind === 'list' ? eachItem(old, change) : change(old);
  else value = walk(old ?? emptyMap(span), rest, create, change, span);
  if (value === undefined || value === found?.value) return at;
  return withEntry(at, { key, keySpan: found?.keySpan ?? span, value });
}

function eachItem(list: Extract<Value, { kind: 'list' }>, change: Change): Value {
  const items = list.items.map((item) => change(item) ?? item);
  return items.every((item, index) => item === list.items[index]) ? list : withItems(list, items);
}

/** `metadata/annotations/a.b\/c` -> `metadata`, `annotations`, `a.b/c`. */
export function keysOf(path: string): readonly string[] {
  return path
    .replace(/^\//, '')
    .split(/(?<!\\)\//)
    .map((key) => key.replaceAll('\\/', '/'));
}

function isNull(value: Value): boolean {
  return value.kind === 'scalar' && value.value === null;
}
