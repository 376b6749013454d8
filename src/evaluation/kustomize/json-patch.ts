/** JSON patches (RFC 6902), as the library in kustomize applies them (evanphx/json-patch 4): `replace` may set what is missing. */
import { isDeepStrictEqual } from 'node:util';
import type { Mapping, Value } from '../../syntax/value.js';
import { withEntry, withItems, withoutEntry } from './edit.js';
import { field, textAt } from './read.js';
import { Refusal } from './refusal.js';

/**
 * @param operations the items of the patch
 * @throws Refusal for an operation that does not apply; then none does
 */
export function applyJsonPatch(object: Mapping, operations: readonly Value[]): Mapping {
  return operations.reduce<Mapping>((at, operation) => {
    const changed = apply(at, operation);
    if (changed.kind !== 'map') throw new Refusal('the patch leaves no object', operation.origin.span);
    return changed;
  }, object);
}

function apply(object: Mapping, operation: Value): Value {
  const op = textAt(operation, 'op');
  const pathValue = field(operation, 'path');
  const path = pointer(pathValue, operation);
  const given = field(operation, 'value');
  switch (op) {
    case 'add':
    case 'replace':
      if (!given) throw refused(operation, 'without a value');
      return put(object, path, given, op, pathValue ?? operation);
    case 'remove':
      return take(object, path, operation);
    case 'move':
    case 'copy': {
      const from = pointer(field(operation, 'from'), operation);
      const moved = find(object, from);
      if (!moved) throw refused(operation, `${op}s from /${from.join('/')}, which is not there`);
      const rest = op === 'move' ? take(object, from, operation) : object;
      return put(rest, path, moved, 'add', pathValue ?? operation);
    }
    case 'test':
      if (!isDeepStrictEqual(plain(find(object, path)), plain(given)))
        throw refused(operation, 'tests for what is not so');
      return object;
    default:
      throw refused(operation, `"${op ?? ''}" is no operation`);
  }
}

function pointer(value: Value | undefined, operation: Value): readonly string[] {
  const text = value?.kind === 'scalar' ? value.value : undefined;
  if (text === '') return [];
  if (typeof text !== 'string' || !text.startsWith('/')) throw refused(operation, 'without a path that begins with /');
  return text
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function find(value: Value | undefined, path: readonly string[]): Value | undefined {
  return path.reduce<Value | undefined>((at, part) => {
    if (at?.kind === 'map') return at.entries.get(part)?.value;
    return at?.kind === 'list' ? at.items.at(indexOf(part) ?? at.items.length) : undefined;
  }, value);
}

function put(at: Value, path: readonly string[], given: Value, op: 'add' | 'replace', place: Value): Value {
  const [part, ...rest] = path;
  if (part === undefined) return given;
  if (at.kind === 'map') {
    const found = at.entries.get(part);
    if (rest.length === 0) return withEntry(at, { key: part, keySpan: place.origin.span, value: given });
    if (!found) throw refused(place, `does not apply: ${part} is not there`);
    return withEntry(at, { ...found, value: put(found.value, rest, given, op, place) });
  }
  if (at.kind !== 'list') throw refused(place, `does not apply: nothing can stand at ${part}`);
  const items = [...at.items];
  const adds = rest.length === 0 && op === 'add';
  const index = adds && part === '-' ? items.length : placeOf(part, items.length + (adds ? 1 : 0));
  if (index === undefined) throw refused(place, `does not apply: there is no item ${part}`);
  const old = items[index];
  if (adds) items.splice(index, 0, given);
  else if (old) items[index] = put(old, rest, given, op, place);
  return withItems(at, items);
}

function take(at: Value, path: readonly string[], operation: Value): Value {
  const [part, ...rest] = path;
  if (part === undefined) throw refused(operation, 'can take away a part of an object only');
  if (at.kind === 'map') {
    const found = at.entries.get(part);
    if (!found) throw refused(operation, `does not apply: ${part} is not there`);
    return rest.length === 0
      ? withoutEntry(at, part)
      : withEntry(at, { ...found, value: take(found.value, rest, operation) });
  }
  const index = at.kind === 'list' ? placeOf(part, at.items.length) : undefined;
  if (at.kind !== 'list' || index === undefined) throw refused(operation, `does not apply: there is no item ${part}`);
  const items = at.items.flatMap((item, place) => {
    if (place !== index) return [item];
    return rest.length === 0 ? [] : [take(item, rest, operation)];
  });
  return withItems(at, items);
}

/** The place in a list of a length; negative places count from its end. */
function placeOf(part: string, length: number): number | undefined {
  const index = indexOf(part);
  if (index === undefined) return undefined;
  const place = index < 0 ? index + length : index;
  return place >= 0 && place < length ? place : undefined;
}

function indexOf(part: string): number | undefined {
  return /^[-+]?\d{1,9}$/.test(part) ? Number(part) : undefined;
}

function plain(value: Value | undefined): unknown {
  switch (value?.kind) {
    case undefined:
      return null;
    case 'scalar':
      return value.value;
    case 'undetermined':
      return Symbol('undetermined');
    case 'list':
      return value.items.map(plain);
    case 'map':
      return Object.fromEntries([...value.entries.values()].map(({ key, value: inner }) => [key, plain(inner)]));
  }
}

function refused(place: Value, why: string): Refusal {
  return new Refusal(
    `kustomize refuses the operation of the JSON patch: it ${why.replace(/^"/, 'says "')}`,
    place.origin.span,
  );
}
