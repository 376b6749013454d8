/** Lets fields that name other objects follow when these have been renamed. Done once, when everything is put together. */
import type { Mapping, Value } from '../../syntax/value.js';
import type { Configuration } from './configuration.js';
import { withEntry } from './edit.js';
import { changeField } from './field-spec.js';
import { isClusterScoped } from './data/scopes.js';
import { effectiveNamespace, idOf, isOfKind, originalId, sameId } from './object.js';
import type { Draft, Kinds } from './object.js';
import { field, textAt, textIn } from './read.js';

export function fixNameReferences(drafts: readonly Draft[], { nameReference }: Configuration): void {
  const renamed = drafts.filter(({ previous }) => previous.length > 0);
  if (renamed.length === 0) return;
  const byName = new Map<string, Set<Draft>>();
  for (const draft of renamed) {
    for (const { name } of draft.previous) byName.set(name, (byName.get(name) ?? new Set()).add(draft));
  }
  for (const referrer of drafts) {
    for (const { fieldSpecs, ...target } of nameReference) {
      for (const spec of fieldSpecs) {
        if (!isOfKind(originalId(referrer), spec)) continue;
        const find = (name: string, from: string | undefined): Draft | undefined =>
          referralOf(referrer, [...(byName.get(name) ?? [])], target, spec.path, name, from);
        const { group, version, kind } = idOf(referrer.value);
        const place = { path: spec.path, group, version, kind };
        referrer.value = changeField(
          referrer.value,
          place,
          (value) => value && follow(value, find),
          referrer.value.origin.span,
        );
      }
    }
  }
}

type Find = (name: string, namespace: string | undefined) => Draft | undefined;

function follow(value: Value, find: Find): Value {
  if (value.kind === 'map') return followInMap(value, find);
  const name = textIn(value);
  const found = name === undefined ? undefined : find(name, undefined);
  const now = found && nameOf(found);
  return !now || textIn(now) === name ? value : now;
}

/** A map with a name, and perhaps a namespace, takes over both. */
function followInMap(map: Mapping, find: Find): Value {
  const name = textAt(map, 'name');
  const found = name === undefined ? undefined : find(name, textAt(map, 'namespace'));
  const now = found && nameOf(found);
  if (!found || !now) return map;
  const namespace = field(field(found.value, 'metadata'), 'namespace');
  const named = withEntry(map, { key: 'name', keySpan: now.origin.span, value: now });
  return namespace && textIn(namespace) !== undefined
    ? withEntry(named, { key: 'namespace', keySpan: namespace.origin.span, value: namespace })
    : named;
}

function nameOf({ value }: Draft): Value | undefined {
  return field(field(value, 'metadata'), 'name');
}

/** The one object that a name stands for; undefined where none or several do. */
function referralOf(
  referrer: Draft,
  candidates: readonly Draft[],
  target: Kinds,
  path: string,
  name: string,
  namespace: string | undefined,
): Draft | undefined {
  const here = idOf(referrer.value);
  const roleRef = path.endsWith('roleRef/name') ? field(referrer.value, 'roleRef') : undefined;
  const fitting = candidates.filter((draft) => {
    const id = idOf(draft.value);
    const everywhere = isClusterScoped(here) || isClusterScoped(id) || id.kind === 'ServiceAccount';
    return (
      draft.previous.some((previous) => previous.name === name) &&
      draft.previous.some((previous) => isOfKind(previous, target)) &&
      (!roleRef ||
        draft.previous.some((previous) =>
          isOfKind(previous, { group: textAt(roleRef, 'apiGroup'), kind: textAt(roleRef, 'kind') }),
        )) &&
      (namespace === undefined ||
        effectiveNamespace(originalId(draft)) === namespace ||
        effectiveNamespace(id) === namespace) &&
      (everywhere || effectiveNamespace(here) === effectiveNamespace(id))
    );
  });
  if (fitting.length === 1) return fitting[0];
  const closest = fitting.filter((draft) => endsAlike(draft, referrer));
  const [first, ...others] = closest;
  if (first && others.every((other) => sameId(idOf(first.value), idOf(other.value)))) return first;
  return first && others.every((other) => textIn(nameOf(other)) === textIn(nameOf(first))) ? first : undefined;
}

/** Whether two objects were renamed by the same layers: the last prefixes and suffixes agree. */
function endsAlike(a: Draft, b: Draft): boolean {
  const alike = (one: readonly string[], other: readonly string[]): boolean => {
    const length = Math.min(one.length, other.length);
    return one.slice(one.length - length).every((each, at) => each === other[other.length - length + at]);
  };
  return alike(a.prefixes, b.prefixes) && alike(a.suffixes, b.suffixes);
}
