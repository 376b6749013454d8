/** The objects of files and texts, read as kustomize reads YAML. */
import type { Mapping, Value } from '../../syntax/value.js';
import { scalar } from '../../syntax/value.js';
import { objectsIn } from '../kubernetes/objects.js';
import { withEntries, withEntry, withItems, withoutEntry } from './edit.js';

/** The objects of documents; lists of objects are taken apart. What is no object is left out. */
export function objectsOf(documents: readonly Value[]): readonly Mapping[] {
  return documents.flatMap(objectsIn).map((object) => {
    const read = asKustomizeReads(object);
    return read.kind === 'map' ? read : object;
  });
}

/** Words that are booleans to the YAML 1.1 of kubectl and texts to that of kustomize (go-yaml 3). */
const WORD = /^(?:y|n|yes|no|on|off)$/i;

/** Words stay texts, and what a key gives twice is merged, as kustomize 5.5 does; 5.8 refuses the file. */
export function asKustomizeReads(value: Value): Value {
  switch (value.kind) {
    case 'undetermined':
      return value;
    case 'scalar':
      return typeof value.value === 'boolean' && value.raw !== undefined && WORD.test(value.raw)
        ? scalar(value.raw, value.origin)
        : value;
    case 'list': {
      const items = value.items.map(asKustomizeReads);
      return items.every((item, at) => item === value.items[at]) ? value : withItems(value, items);
    }
    case 'map': {
      const changed = [...value.entries.values()].flatMap((entry) => {
        const read = asKustomizeReads(entry.value);
        return read === entry.value ? [] : [{ ...entry, value: read }];
      });
      const result = withEntries(value, changed);
      return value.repeated ? unrepeated(result) : result;
    }
  }
}

function unrepeated(map: Mapping): Mapping {
  const { repeated = [], ...rest } = map;
  return repeated.reduceRight<Mapping>((merged, earlier) => {
    const later = merged.entries.get(earlier.key);
    if (later?.value.kind !== 'map' || earlier.value.kind !== 'map') return merged;
    const entries = new Map([...earlier.value.entries, ...later.value.entries]);
    return withEntry(merged, { ...later, value: { ...later.value, entries } });
  }, rest);
}

/**
 * Annotations are texts in the end, whatever was written: `true` is `"true"`, `True` is `"True"` and nothing is `""`.
 * @param canonical after a JSON patch, which reads what stands there: then `True` is `"true"`
 */
export function withTextAnnotations(object: Mapping, canonical = false): Mapping {
  const metadata = object.entries.get('metadata');
  const annotations = metadata?.value.kind === 'map' ? metadata.value.entries.get('annotations') : undefined;
  if (metadata?.value.kind !== 'map' || annotations?.value.kind !== 'map') return object;
  if (annotations.value.entries.size === 0) {
    return withEntry(object, { ...metadata, value: withoutEntry(metadata.value, 'annotations') });
  }
  const changed = [...annotations.value.entries.values()].flatMap((entry) => {
    const { value } = entry;
    if (value.kind !== 'scalar' || typeof value.value === 'string') return [];
    const text = value.value === null ? '' : ((canonical ? undefined : value.raw) ?? String(value.value));
    return [{ ...entry, value: scalar(text, value.origin) }];
  });
  if (changed.length === 0) return object;
  const texts = withEntries(annotations.value, changed);
  return withEntry(object, { ...metadata, value: withEntry(metadata.value, { ...annotations, value: texts }) });
}
