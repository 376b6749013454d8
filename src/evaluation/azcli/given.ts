/** What a workflow or pipeline gives to its scripts: variables, defaults of inputs, the values of a matrix. */
import type { Mapping, Value } from '../../syntax/value.js';
import { entry } from '../../syntax/value.js';

type Define = (name: string, value: Value) => void;

/** An object, or a list of `name` and `value`. */
export function variablesIn(value: Value, define: Define): void {
  if (value.kind === 'map') for (const each of value.entries.values()) define(each.key, each.value);
  if (value.kind !== 'list') return;
  for (const item of value.items) {
    const [name, text] = item.kind === 'map' ? [entry(item, 'name')?.value, entry(item, 'value')?.value] : [];
    if (name?.kind === 'scalar' && text) define(String(name.value), text);
  }
}

/** `inputs` of a workflow or an action, `parameters` of a pipeline: what they are where nobody gives another value. */
export function defaultsIn(kind: 'inputs' | 'parameters', value: Value, define: Define): void {
  const named = (name: string, item: Mapping): void => {
    const given = entry(item, 'default')?.value;
    if (given?.kind === 'scalar') define(`${kind}.${name}`, given);
  };
  if (value.kind === 'map') {
    for (const { key, value: item } of value.entries.values()) {
      if (item.kind === 'map') named(key, item);
      else if (kind === 'parameters' && item.kind === 'scalar') define(`${kind}.${key}`, item);
    }
  }
  if (value.kind !== 'list') return;
  for (const item of value.items) {
    const name = item.kind === 'map' ? entry(item, 'name')?.value : undefined;
    if (item.kind === 'map' && name?.kind === 'scalar') named(String(name.value), item);
  }
}

/** Each key of a matrix with its values, those of `include` among them. */
export function choicesIn(value: Value): ReadonlyMap<string, readonly Value[]> {
  const found = new Map<string, readonly Value[]>();
  if (value.kind !== 'map') return found;
  const add = (name: string, values: readonly Value[]): void => {
    found.set(`matrix.${name}`, [...(found.get(`matrix.${name}`) ?? []), ...values]);
  };
  for (const each of value.entries.values()) {
    if (each.key === 'exclude' || each.value.kind !== 'list') continue;
    if (each.key !== 'include') add(each.key, each.value.items);
    else {
      for (const item of each.value.items) {
        if (item.kind === 'map') for (const { key, value: one } of item.entries.values()) add(key, [one]);
      }
    }
  }
  return found;
}
