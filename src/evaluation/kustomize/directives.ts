/** What the fields of a kustomization do to the objects that it has gathered, in the order of kustomize. */
import type { Mapping, Value } from '../../syntax/value.js';
import type { Configuration } from './configuration.js';
import type { Draft } from './object.js';
import type { Patch } from './patches.js';
import { applyPatch } from './patches.js';
import type { Place } from './patch-entries.js';
import { patchEntry, strategicMergeEntry, usablePath } from './patch-entries.js';
import { field, itemsOf, textIn } from './read.js';
import type { Session } from './session.js';
import { attempt, documents, spend } from './session.js';
import { setImages, setReplicas } from './transform/images.js';
import { addLabels, addPairs } from './transform/labels.js';
import { affixNames, setNamespace } from './transform/names.js';
import { replace } from './transform/replacements.js';

/** The objects that a kustomization works on. */
export interface Gathered {
  drafts: readonly Draft[];
  configuration: Configuration;
  /** Whether there may be objects that are not among them: of a remote base, a chart, a function, a file that is not there. */
  open: boolean;
}

/** The order is that of `configureBuiltinTransformers` in kustomize 5. */
export function transform(gathered: Gathered, fields: Mapping, place: Place, session: Session): void {
  const { configuration } = gathered;
  const each = (key: string, action: (entry: Value) => void): void => {
    for (const entry of itemsOf(field(fields, key))) {
      attempt(session, entry.origin.span, () => {
        spend(session, gathered.drafts.length);
        action(entry);
      });
    }
  };
  const patch = (read: (entry: Value) => Patch) => (entry: Value) => {
    patchAll(gathered, read(entry), session);
  };
  each(
    'patchesStrategicMerge',
    patch((entry) => strategicMergeEntry(entry, place, session)),
  );
  each(
    'patches',
    patch((entry) => patchEntry(entry, place, session)),
  );
  const given = (key: string): Value | undefined => {
    const value = field(fields, key);
    return textIn(value) === undefined ? undefined : value;
  };
  const namespace = given('namespace');
  if (namespace) setNamespace(gathered.drafts, namespace, configuration.namespace);
  const prefix = given('namePrefix');
  if (prefix) affixNames(gathered.drafts, prefix, 'prefix', configuration.namePrefix);
  const suffix = given('nameSuffix');
  if (suffix) affixNames(gathered.drafts, suffix, 'suffix', configuration.nameSuffix);
  each('labels', (entry) => {
    if (entry.kind === 'map') addLabels(gathered.drafts, entry, configuration);
  });
  addPairs(gathered.drafts, field(fields, 'commonLabels'), configuration.commonLabels);
  addPairs(gathered.drafts, field(fields, 'commonAnnotations'), configuration.commonAnnotations);
  each(
    'patchesJson6902',
    patch((entry) => patchEntry(entry, place, session)),
  );
  each('replicas', (entry) => {
    if (entry.kind === 'map' && !gathered.open) setReplicas(gathered.drafts, entry, configuration.replicas);
  });
  for (const key of ['images', 'imageTags']) {
    each(key, (entry) => {
      if (entry.kind === 'map') setImages(gathered.drafts, entry, configuration.images);
    });
  }
  each('replacements', (entry) => {
    replaceBy(gathered, entry, place, session);
  });
}

export function patchAll(gathered: Gathered, patch: Patch, session: Session): void {
  gathered.drafts = applyPatch(gathered.drafts, patch, session, gathered.open);
}

/** An item of `replacements`: a replacement, or a file with one or several. */
export function replaceBy({ drafts, open }: Gathered, entry: Value, place: Place, session: Session): void {
  const path = field(entry, 'path');
  const found = path ? documents(session, usablePath(path, place.folder, session)) : [entry];
  const all = found.flatMap((document) => (document.kind === 'list' ? document.items : [document]));
  for (const replacement of all) {
    // What is not known may be the source, or among several that could be.
    if (replacement.kind === 'map' && !open) replace(drafts, replacement, session);
  }
}
