/** `replacements`: values of one object copied into others. */
import type { Mapping, Scalar, Value } from '../../../syntax/value.js';
import { scalar, through } from '../../../syntax/value.js';
import { resolvePlain } from '../../../syntax/yaml/scalar.js';
import { allIds, isOfKind, titleOf } from '../object.js';
import type { Draft } from '../object.js';
import { field, flag, itemsOf, mapsOf, textAt, textIn } from '../read.js';
import { Refusal } from '../refusal.js';
import { idFitter, labelFitter } from '../selector.js';
import type { Session } from '../session.js';
import { spend } from '../session.js';
import { changePath, splitPath, valueAt } from './replacement-path.js';

/** @throws Refusal for a source or a target that kustomize refuses */
export function replace(drafts: readonly Draft[], replacement: Mapping, session: Session): void {
  const value = sourceOf(drafts, replacement);
  for (const target of mapsOf(field(replacement, 'targets'))) {
    const select = field(target, 'select');
    if (!select) throw new Refusal('kustomize refuses a replacement with a target that selects nothing');
    const selected = fitter(select, session);
    const rejected = mapsOf(field(target, 'reject')).map((each) => fitter(each, session));
    for (const draft of drafts) {
      spend(session);
      if (selected(draft) && !rejected.some((fits) => fits(draft))) copyTo(draft, value, target);
    }
  }
}

function sourceOf(drafts: readonly Draft[], replacement: Mapping): Value {
  const fixed = field(replacement, 'sourceValue');
  if (fixed) return fixed;
  const source = field(replacement, 'source');
  const wanted = {
    group: textAt(source, 'group'),
    version: textAt(source, 'version'),
    kind: textAt(source, 'kind'),
  };
  const name = textAt(source, 'name');
  const namespace = textAt(source, 'namespace');
  const found = drafts.filter((draft) =>
    allIds(draft).some(
      (id) =>
        isOfKind(id, wanted) &&
        (name === undefined || id.name === name) &&
        (namespace === undefined || (id.namespace || 'default') === namespace),
    ),
  );
  const [draft, another] = found;
  const title = titleOf({
    group: '',
    version: '',
    kind: wanted.kind ?? 'object',
    name: name ?? '',
    namespace: namespace ?? '',
  });
  if (!draft || another) {
    throw new Refusal(
      `kustomize refuses a replacement: its source ${title} is ${draft ? 'several objects' : 'not there'}`,
    );
  }
  const path = textAt(source, 'fieldPath') ?? 'metadata.name';
  const value = valueAt(draft.value, splitPath(path));
  if (!value) throw new Refusal(`kustomize refuses a replacement: its source ${title} has no ${path}`);
  const options = field(source, 'options');
  const delimiter = textAt(options, 'delimiter');
  if (delimiter === undefined) return value;
  const part = textIn(value)?.split(delimiter)[indexIn(options)];
  if (part === undefined) throw new Refusal(`kustomize refuses a replacement: ${path} of ${title} has too few parts`);
  return scalar(part, value.origin);
}

function fitter(select: Value, session: Session): (draft: Draft) => boolean {
  const fits = idFitter(select, session);
  const labelled = labelFitter(select);
  return (draft) =>
    labelled(draft) && allIds(draft).some((id) => fits.kind(id) && fits.name(id.name) && fits.namespace(id.namespace));
}

function copyTo(draft: Draft, value: Value, target: Mapping): void {
  const options = field(target, 'options');
  const written = itemsOf(field(target, 'fieldPaths')).flatMap((path) => textIn(path) ?? []);
  for (const path of written.length > 0 ? written : ['metadata.name']) {
    const create = flag(options, 'create') ? target.origin.span : undefined;
    const changed = changePath(draft.value, splitPath(path), (old) => copied(old, value, options), create);
    if (changed.count === 0)
      throw new Refusal(`kustomize refuses a replacement: there is no ${path} in an object that it is for`);
    if (changed.value.kind === 'map') draft.value = changed.value;
  }
}

/** A single value takes the text over and keeps its own type; anything else becomes the value. */
function copied(old: Value | undefined, value: Value, options: Value | undefined): Value {
  if (old?.kind !== 'scalar' || value.kind !== 'scalar') return old ? through(value, old.origin.span) : value;
  const delimiter = textAt(options, 'delimiter');
  const text = textIn(value) ?? '';
  const origin = { span: old.origin.span, from: [value.origin] };
  if (delimiter === undefined) return typed(text, old, origin);
  const parts = (textIn(old) ?? '').split(delimiter);
  const index = indexIn(options);
  if (index < 0) parts.unshift(text);
  else if (index >= parts.length) parts.push(text);
  else parts[index] = text;
  return typed(parts.join(delimiter), old, origin);
}

function typed(text: string, old: Scalar, origin: Scalar['origin']): Scalar {
  return scalar(typeof old.value === 'string' ? text : resolvePlain(text), origin);
}

function indexIn(options: Value | undefined): number {
  return Number(textAt(options, 'index') ?? 0);
}
