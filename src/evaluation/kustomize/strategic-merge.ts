/** Strategic merge patches, as kustomize applies them (kyaml/yaml/merge2): patched items of lists come first. */
import type { List, Mapping, Value } from '../../syntax/value.js';
import { mergeKeysOf } from './data/merge-keys.js';
import type { MergeKeys } from './data/merge-keys.js';
import { withItems } from './edit.js';
import { field, textAt, textIn } from './read.js';
import { Refusal } from './refusal.js';

const DIRECTIVE = '$patch';

/**
 * The object with the patch applied; undefined when the patch deletes it. What the patch sets stands where the patch does.
 * @throws Refusal where patch and object are of different make, or for an unknown directive
 */
export function applyStrategicMerge(object: Mapping, patch: Mapping): Mapping | undefined {
  const keysAt = mergeKeysOf(`${textAt(object, 'apiVersion') ?? ''}/${textAt(object, 'kind') ?? ''}`);
  const merged = merge(object, patch, [], keysAt);
  return merged?.kind === 'map' ? merged : undefined;
}

type KeysAt = (path: readonly string[]) => MergeKeys | undefined;

function merge(target: Value | undefined, patch: Value, path: readonly string[], keysAt: KeysAt): Value | undefined {
  if (isNull(patch)) return undefined;
  const at = target && !isNull(target) ? target : undefined;
  if (at && at.kind !== 'undetermined' && at.kind !== patch.kind) {
    const names = { scalar: 'a single value', list: 'a list', map: 'a mapping', undetermined: 'not known' };
    throw new Refusal(
      `the patch has ${names[patch.kind]} at ${path.join('.')}, where the object has ${names[at.kind]}`,
      patch.origin.span,
    );
  }
  switch (patch.kind) {
    case 'scalar':
    case 'undetermined':
      return patch;
    case 'map':
      return mergeMaps(at?.kind === 'map' ? at : undefined, patch, path, keysAt);
    case 'list':
      return mergeLists(at?.kind === 'list' ? at : undefined, patch, path, keysAt);
  }
}

function mergeMaps(
  target: Mapping | undefined,
  patch: Mapping,
  path: readonly string[],
  keysAt: KeysAt,
): Mapping | undefined {
  const directive = directiveOf(patch);
  if (directive === 'delete') return undefined;
  const base = directive === 'replace' ? undefined : target;
  const entries = new Map(base?.entries);
  for (const entry of patch.entries.values()) {
    if (entry.key === DIRECTIVE) continue;
    const value = merge(entries.get(entry.key)?.value, entry.value, [...path, entry.key], keysAt);
    if (value) entries.set(entry.key, { ...entry, value });
    else entries.delete(entry.key);
  }
  return { ...(base ?? patch), entries };
}

function mergeLists(target: List | undefined, patch: List, path: readonly string[], keysAt: KeysAt): List | undefined {
  const keys = keysAt(path);
  if (!keys) return patch;
  const whole = patch.items.find(
    (item) => item.kind === 'map' && item.entries.size === 1 && item.entries.has(DIRECTIVE),
  );
  const directive = whole?.kind === 'map' ? directiveOf(whole) : undefined;
  if (directive === 'delete') return undefined;
  const items = patch.items.filter((item) => item !== whole);
  const before = directive === 'replace' ? [] : (target?.items ?? []);
  if (keys.length === 0) {
    const texts = new Set(items.map(textIn));
    return withItems(target ?? patch, [...items, ...before.filter((item) => !texts.has(textIn(item)))]);
  }
  const left = [...before];
  const patched = items.flatMap((item) => {
    const at = left.findIndex((other) => isSame(other, item, keys));
    const [old] = at < 0 ? [] : left.splice(at, 1);
    return merge(old, item, path, keysAt) ?? [];
  });
  return withItems(target ?? patch, [...patched, ...left]);
}

/** Items are the same by all keys that both have, which the first one, or an equal other, must be among. */
function isSame(a: Value, b: Value, keys: MergeKeys): boolean {
  const pairs = keys.map((key) => [textIn(field(a, key)), textIn(field(b, key))] as const);
  const given = pairs.filter(([one, other]) => one !== undefined && other !== undefined);
  return given.length > 0 && given.every(([one, other]) => one === other);
}

function directiveOf(patch: Mapping): 'delete' | 'replace' | 'merge' {
  const written = field(patch, DIRECTIVE);
  if (!written) return 'merge';
  const directive = textIn(written);
  if (directive === 'delete' || directive === 'replace' || directive === 'merge') return directive;
  throw new Refusal(`"${directive ?? ''}" is no directive of a strategic merge patch`, written.origin.span);
}

function isNull(value: Value): boolean {
  return value.kind === 'scalar' && value.value === null;
}
