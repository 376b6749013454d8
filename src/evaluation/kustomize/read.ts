/** What the fields of a kustomization hold, read without surprise: anything else than what is asked for is nothing. */
import { entry } from '../../syntax/value.js';
import type { Entry, List, Mapping, Value } from '../../syntax/value.js';

export function field(value: Value | undefined, key: string): Value | undefined {
  return value?.kind === 'map' ? entry(value, key)?.value : undefined;
}

export function fieldAt(value: Value | undefined, ...path: readonly string[]): Value | undefined {
  return path.reduce<Value | undefined>(field, value);
}

/** A text, or what a number or boolean reads as; undefined for null, '' and everything else. */
export function textIn(value: Value | undefined): string | undefined {
  if (value?.kind !== 'scalar' || value.value === null || value.value === '') return undefined;
  return typeof value.value === 'string' ? value.value : (value.raw ?? String(value.value));
}

export function textAt(value: Value | undefined, ...path: readonly string[]): string | undefined {
  return textIn(fieldAt(value, ...path));
}

export function flag(value: Value | undefined, key: string): boolean {
  const found = field(value, key);
  return found?.kind === 'scalar' && (found.value === true || found.value === 'true');
}

export function itemsOf(value: Value | undefined): readonly Value[] {
  return value?.kind === 'list' ? value.items : [];
}

export function mapsOf(value: Value | undefined): readonly Mapping[] {
  return itemsOf(value).filter((item): item is Mapping => item.kind === 'map');
}

export function entriesOf(value: Value | undefined): readonly Entry[] {
  return value?.kind === 'map' ? [...value.entries.values()] : [];
}

export function isList(value: Value | undefined): value is List {
  return value?.kind === 'list';
}
