/** What kustomize itself made of an overlay, with the places of the built-in reading: its values count, and ours say where they are written. */
import type { Origin, Value } from '../../syntax/value.js';
import { literal } from '../../syntax/value.js';
import type { Build, BuiltObject } from './build.js';
import { movedTo } from './inline.js';
import { idOf } from './object.js';
import { objectsOf } from './load.js';

/** The hash that is appended to the names of generated objects, in the alphabet of kustomize (api/hasher/hasher.go). */
const HASH = /-[bcdfghkmt2456789]{10}$/;

/**
 * @param documents what kustomize printed
 * @param unplaced where an object is said to stand that the built-in reading does not have: the kustomization
 */
export function reconciled(build: Build, documents: readonly Value[], unplaced: Origin): Build {
  const ours = new Map<string, BuiltObject[]>();
  for (const object of build.objects) {
    const key = keyOf(object.value);
    ours.set(key, [...(ours.get(key) ?? []), object]);
  }
  const objects = objectsOf(documents).map((real): BuiltObject => {
    const own = ours.get(keyOf(real))?.shift();
    const value = own ? merged(own.value, real, own.value.origin) : movedTo(real, unplaced);
    if (value.kind === 'map') return { source: value, file: unplaced.span.file.path, uses: [], ...own, value };
    return { value: real, source: real, file: unplaced.span.file.path, uses: [] };
  });
  // What kustomize accepts is no problem, and what it built of a patch or a chart is known.
  return { ...build, objects, problems: [] };
}

function keyOf(object: BuiltObject['value']): string {
  const { group, version, kind, namespace, name } = idOf(object);
  return [group, version, kind, namespace, name.replace(HASH, '')].join('\0');
}

/** The real value, at the places of ours as far as they go. @param near where what ours does not have is said to stand */
function merged(ours: Value, real: Value, near: Origin): Value {
  switch (real.kind) {
    case 'undetermined':
      return ours;
    case 'scalar':
      if (ours.kind !== 'scalar') return movedTo(real, ours.kind === 'undetermined' ? ours.origin : literal(near.span));
      return isSame(ours.value, real.value) ? ours : { ...movedTo(real, ours.origin) };
    case 'list': {
      if (ours.kind !== 'list') return movedTo(real, literal(ours.origin.span));
      const items = real.items.map((item, at) => {
        const own = ours.items[at];
        return own ? merged(own, item, ours.origin) : movedTo(item, literal(ours.origin.span));
      });
      const same = items.length === ours.items.length && items.every((item, at) => item === ours.items[at]);
      return same ? ours : { kind: 'list', items, origin: ours.origin };
    }
    case 'map': {
      if (ours.kind !== 'map') return movedTo(real, literal(ours.origin.span));
      const entries = [...real.entries.values()].map((entry) => {
        const own = ours.entries.get(entry.key);
        const value = own
          ? merged(own.value, entry.value, ours.origin)
          : movedTo(entry.value, literal(ours.origin.span));
        return own?.value === value ? own : { key: entry.key, keySpan: own?.keySpan ?? ours.origin.span, value };
      });
      const same =
        !ours.rest &&
        entries.length === ours.entries.size &&
        entries.every((entry) => ours.entries.get(entry.key) === entry);
      return same
        ? ours
        : { kind: 'map', entries: new Map(entries.map((entry) => [entry.key, entry])), origin: ours.origin };
    }
  }
}

/** Texts differ by the hash of a generated name, and by the line end that a printed block may lose. */
function isSame(ours: unknown, real: unknown): boolean {
  if (ours === real) return true;
  if (typeof ours !== 'string' || typeof real !== 'string') return false;
  return real.replace(HASH, '') === ours || real.trimEnd() === ours.trimEnd();
}
