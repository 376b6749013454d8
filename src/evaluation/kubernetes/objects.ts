/** The Kubernetes objects that positioned values hold. */
import type { Entry, Mapping, Value } from '../../syntax/value.js';
import { entry } from '../../syntax/value.js';

/** The objects of one document: itself, or the items of a `List` or `*List`. Anything else holds none. */
export function objectsIn(value: Value): readonly Mapping[] {
  if (value.kind !== 'map' || typeText(value, 'apiVersion') === undefined) return [];
  const kind = typeText(value, 'kind');
  if (kind === undefined) return [];
  const items = entry(value, 'items')?.value;
  if (!kind.endsWith('List') || items?.kind !== 'list') return [value];
  return items.items.flatMap((item) => objectsIn(kind === 'List' ? item : typed(item, value, kind)));
}

/** `apiVersion` or `kind`, when it is a text. */
export function typeText(object: Mapping, key: 'apiVersion' | 'kind'): string | undefined {
  const value = entry(object, key)?.value;
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}

/** Items of a `ServiceList` need not say that they are Services (apimachinery, `unstructuredJSONScheme.decodeToList`). */
function typed(item: Value, parent: Mapping, kind: string): Value {
  const apiVersion = entry(parent, 'apiVersion');
  const parentKind = entry(parent, 'kind');
  if (item.kind !== 'map' || item.entries.has('apiVersion') || item.entries.has('kind')) return item;
  if (!apiVersion || parentKind?.value.kind !== 'scalar') return item;
  const itemKind: Entry = { ...parentKind, value: { ...parentKind.value, value: kind.slice(0, -'List'.length) } };
  return { ...item, entries: new Map([['apiVersion', apiVersion], ['kind', itemKind], ...item.entries]) };
}
