/** `images` and `replicas`. */
import type { Mapping, Value } from '../../../syntax/value.js';
import { scalar } from '../../../syntax/value.js';
import type { FieldSpec } from '../field-spec.js';
import { changeField } from '../field-spec.js';
import { withEntries, withEntry, withItems } from '../edit.js';
import { allIds, idOf, isOfKind } from '../object.js';
import type { Draft } from '../object.js';
import { field, textAt, textIn } from '../read.js';
import { Refusal } from '../refusal.js';

export function setImages(drafts: readonly Draft[], image: Mapping, specs: readonly FieldSpec[]): void {
  const change = (value: Value | undefined): Value | undefined => {
    const written = textIn(value);
    const changed = written === undefined ? undefined : renamed(written, image);
    if (!value || changed === undefined || changed === written) return value;
    return scalar(changed, { span: value.origin.span, from: [value.origin, image.origin] });
  };
  for (const draft of drafts) {
    if (idOf(draft.value).kind !== 'CustomResourceDefinition') {
      const walked = inContainers(draft.value, change);
      draft.value = walked.kind === 'map' ? walked : draft.value;
    }
    draft.value = specs.reduce<Mapping>(
      (value, spec) => changeField(value, { ...spec, create: false }, change, image.origin.span),
      draft.value,
    );
  }
}

/** Changes `image` in every item of every list called `containers` or `initContainers`, at any depth. */
function inContainers(value: Value, change: (value: Value | undefined) => Value | undefined): Value {
  if (value.kind === 'list') {
    const items = value.items.map((item) => inContainers(item, change));
    return items.every((item, at) => item === value.items[at]) ? value : withItems(value, items);
  }
  if (value.kind !== 'map') return value;
  const changed = [...value.entries.values()].flatMap((entry) => {
    const walked = inContainers(entry.value, change);
    const holds = (entry.key === 'containers' || entry.key === 'initContainers') && walked.kind === 'list';
    const inner = holds
      ? withItems(
          walked,
          walked.items.map((item) => inItem(item, change)),
        )
      : walked;
    return inner === entry.value ? [] : [{ ...entry, value: inner }];
  });
  return withEntries(value, changed);
}

function inItem(item: Value, change: (value: Value | undefined) => Value | undefined): Value {
  const image = item.kind === 'map' ? item.entries.get('image') : undefined;
  const value = image && change(image.value);
  return item.kind === 'map' && image && value ? withEntry(item, { ...image, value }) : item;
}

/** `[host[:port]/]path[:tag][@digest]` with another name, tag or digest; undefined where it is another image. */
function renamed(written: string, image: Mapping): string | undefined {
  const slash = written.indexOf('/');
  const [beforeDigest = '', digest = ''] = written.split('@', 2);
  const colon = beforeDigest.indexOf(':', Math.max(0, slash));
  const name = colon < 0 ? beforeDigest : beforeDigest.slice(0, colon);
  const tag = colon < 0 ? '' : beforeDigest.slice(colon + 1);
  if (name !== textAt(image, 'name')) return undefined;
  const newTag = textAt(image, 'newTag');
  const newDigest = textAt(image, 'digest');
  const suffix = textAt(image, 'tagSuffix');
  let ending = `${tag === '' ? '' : `:${tag}`}${digest === '' ? '' : `@${digest}`}`;
  if (newTag !== undefined || newDigest !== undefined) {
    ending = `${newTag === undefined ? '' : `:${newTag}`}${newDigest === undefined ? '' : `@${newDigest}`}`;
  } else if (suffix !== undefined) ending = `:${tag}${suffix}`;
  return `${textAt(image, 'newName') ?? name}${ending}`;
}

/** @throws Refusal when no object has the name */
export function setReplicas(drafts: readonly Draft[], replica: Mapping, specs: readonly FieldSpec[]): void {
  const count = field(replica, 'count');
  const name = textAt(replica, 'name');
  if (!count) return;
  let found = false;
  for (const spec of specs) {
    for (const draft of drafts) {
      if (!allIds(draft).some((id) => id.name === name && isOfKind(id, spec))) continue;
      found = true;
      draft.value = changeField(draft.value, spec, () => count, replica.origin.span);
    }
  }
  if (!found)
    throw new Refusal(
      `kustomize refuses replicas for ${name ?? 'nothing'}: no object of a kind with replicas has that name`,
    );
}
