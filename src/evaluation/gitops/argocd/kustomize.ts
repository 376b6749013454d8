/** `source.kustomize` of an Application, in the words of a kustomization. */
import { list, lookup, mapping, scalar } from '../../../syntax/value.js';
import type { Entry, Mapping, Value } from '../../../syntax/value.js';
import { entriesAt, itemsAt, only } from '../read.js';

const asTheyAre = [
  'patches',
  'components',
  'commonAnnotations',
  'commonLabels',
  'namespace',
  'namePrefix',
  'nameSuffix',
  'replicas',
];

/** @returns undefined when it says nothing that changes objects */
export function kustomizeFields(source: Mapping): Mapping | undefined {
  const settings = lookup(source, ['kustomize']);
  if (settings?.kind !== 'map') return undefined;
  const entries: Entry[] = [...only(settings, asTheyAre)];
  const images = itemsAt(settings, 'images');
  const keySpan = settings.entries.get('images')?.keySpan;
  if (images.length > 0 && keySpan) {
    entries.push({ key: 'images', keySpan, value: list(images.map(imageOf), settings.origin) });
  }
  return entries.length === 0 ? undefined : mapping(entries, settings.origin);
}

/** `old=new:tag` or `name:tag@digest`. */
function imageOf(value: Value): Value {
  if (value.kind !== 'scalar') return value;
  const [, name = '', renamed, image = '', tag, digest] =
    /^([^=@:]*(?::\d+\/[^=@:]*)?)(=)?((?:[^:@]|:\d+\/)*)(?::([^@]*))?(?:@(.*))?$/.exec(String(value.value)) ?? [];
  const text = (key: string, said: string | undefined): readonly Entry[] =>
    said === undefined || said === '' ? [] : [{ key, keySpan: value.origin.span, value: scalar(said, value.origin) }];
  return mapping(
    [
      ...text('name', name),
      ...text('newName', renamed === undefined ? undefined : image),
      ...text('newTag', tag),
      ...text('digest', digest),
    ],
    value.origin,
  );
}

export function isEmptyKustomize(source: Mapping): boolean {
  return entriesAt(source, 'kustomize').length === 0;
}
