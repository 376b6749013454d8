/**
 * Crossplane Compositions: the resources that they make of a claim. What a patch writes is undetermined, since the claim or
 * the environment decides it; what no patch writes is as it stands in the base.
 */
import type { Resource } from '../../evaluation/resource.js';
import { resourceOf } from '../../evaluation/kubernetes/resource.js';
import type { Mapping, Undetermined, Value } from '../../syntax/value.js';
import { literal, mapping, undetermined } from '../../syntax/value.js';
import { at, itemsAt, kindIn, withEntries } from './build.js';
import { fromCrossplane } from './crossplane.js';
import { fromServiceOperator } from './aso.js';

/** @returns undefined for what is no Composition */
export function fromComposition(resource: Resource): readonly Resource[] | undefined {
  if (kindIn(resource.type, /^apiextensions\.crossplane\.io$/) !== 'Composition') return undefined;
  const { body } = resource;
  const steps = itemsAt(body, 'spec', 'pipeline').map((step) => at(step, 'input'));
  return [at(body, 'spec'), ...steps].flatMap((holder) => {
    const sets = itemsAt(holder, 'patchSets');
    return itemsAt(holder, 'resources').flatMap((template) => composed(template, sets, resource));
  });
}

function composed(template: Value, sets: readonly Value[], resource: Resource): readonly Resource[] {
  const base = at(template, 'base');
  if (base?.kind !== 'map') return [];
  const patches = itemsAt(template, 'patches').flatMap((patch) => inSet(patch, sets));
  const object = patches.reduce<Mapping>((now, patch) => opened(now, patch), base);
  const inner = resourceOf(object, resource.root, resource.format, resource.writer);
  const label = text(at(template, 'name')) ?? inner.type.split('/').at(-1) ?? '';
  const heading = at(template, 'name')?.origin.span ?? resource.heading;
  const made = { ...inner, address: `${resource.address}/${label}`, span: template.origin.span, heading };
  const seen = fromCrossplane(made) ?? fromServiceOperator(made);
  return seen ? [{ ...seen, format: 'crossplane' }] : [];
}

function inSet(patch: Value, sets: readonly Value[]): readonly Value[] {
  const name = text(at(patch, 'patchSetName'));
  if (name === undefined) return [patch];
  return sets.filter((set) => text(at(set, 'name')) === name).flatMap((set) => itemsAt(set, 'patches'));
}

function opened(object: Mapping, patch: Value): Mapping {
  if (/^(ToComposite|CombineToComposite|ToEnvironment|CombineToEnvironment)/.test(text(at(patch, 'type')) ?? ''))
    return object;
  const source = text(at(patch, 'fromFieldPath')) ?? 'the composite resource';
  const target = text(at(patch, 'toFieldPath')) ?? text(at(patch, 'fromFieldPath'));
  if (target === undefined) return object;
  const value = undetermined(source, [source], patch.origin);
  const result = put(object, keysOf(target), value);
  return result.kind === 'map' ? result : object;
}

/** `spec.forProvider.defaultNodePool[0].osSku`, `metadata.annotations[crossplane.io/external-name]`. */
function keysOf(path: string): readonly string[] {
  return [...path.slice(0, 1000).matchAll(/\[["']?([^\]"']+)["']?\]|([^.[\]]+)/g)].map(
    ([, index, key]) => index ?? key ?? '',
  );
}

/** What a wildcard or a place beyond a list's end would change is open as a whole. */
function put(container: Value | undefined, keys: readonly string[], value: Undetermined): Value {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  switch (container?.kind) {
    case 'undetermined':
      return container;
    case 'list': {
      const index = Number(key);
      if (!Number.isInteger(index) || index >= container.items.length) return value;
      return {
        ...container,
        items: container.items.map((item, each) => (each === index ? put(item, rest, value) : item)),
      };
    }
    case 'map':
      return withEntries(container, { [key]: put(at(container, key), rest, value) });
    case 'scalar':
    case undefined:
      if (/^(\d+|\*)$/.test(key)) return value;
      return withEntries(mapping([], literal(value.origin.span)), { [key]: put(undefined, rest, value) });
  }
}

function text(value: Value | undefined): string | undefined {
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}
