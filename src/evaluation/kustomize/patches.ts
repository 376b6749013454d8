/** Patches of every form, on the objects that they are for. */
import type { Span } from '../../syntax/source.js';
import type { Entry, Mapping, Value } from '../../syntax/value.js';
import { changeAt, withEntry, withoutEntry } from './edit.js';
import { applyJsonPatch } from './json-patch.js';
import { asKustomizeReads, objectsOf, withTextAnnotations } from './load.js';
import { allIds, costOf, idOf, remember, sameId, titleOf, usesOf } from './object.js';
import type { Draft } from './object.js';
import { field, fieldAt, flag, itemsOf, textAt } from './read.js';
import { Refusal } from './refusal.js';
import { selectorOf } from './selector.js';
import type { Session } from './session.js';
import { spend } from './session.js';
import { applyStrategicMerge } from './strategic-merge.js';

export interface Patch {
  /** The entry of the kustomization. */
  readonly entry: Value;
  /** The kustomization file. */
  readonly file: string;
  readonly target: Value | undefined;
  readonly documents: readonly Value[];
  readonly allowNameChange: boolean;
  readonly allowKindChange: boolean;
}

export function patchOf(entry: Value, file: string, target: Value | undefined, documents: readonly Value[]): Patch {
  const options = field(entry, 'options');
  return {
    entry,
    file,
    target,
    documents,
    allowNameChange: flag(options, 'allowNameChange'),
    allowKindChange: flag(options, 'allowKindChange'),
  };
}

/**
 * The objects with the patch applied; those that it deletes are left out.
 * @param open whether there may be further objects, so that a patch which fits none may be for one of these
 * @throws Refusal for what kustomize refuses
 */
export function applyPatch(drafts: readonly Draft[], patch: Patch, session: Session, open: boolean): readonly Draft[] {
  const [first] = patch.documents;
  if (first?.kind === 'list') return applyOperations(drafts, patch, first, session, open);
  const documents = patch.documents.filter((document) => document.kind === 'map').flatMap(partsOf);
  if (!patch.target) return documents.reduce((at, document) => applyById(at, document, patch, session, open), drafts);
  const [document, another] = documents;
  if (!document) return drafts;
  if (another) throw new Refusal('kustomize refuses several patches in one entry that has a target');
  const selected = selectedBy(patch.target, drafts, patch, session, open);
  for (const draft of selected) spend(session, costOf(draft));
  return drafts.flatMap((draft) => (selected.has(draft) ? merged(draft, document, patch) : draft));
}

/** A patch with a target needs no kind; one without may stand in a list of objects. */
function partsOf(document: Value): readonly Mapping[] {
  const objects = objectsOf([document]);
  if (objects.length > 0) return objects;
  const read = asKustomizeReads(document);
  return read.kind === 'map' && read.entries.size > 0 ? [read] : [];
}

function applyById(
  drafts: readonly Draft[],
  document: Mapping,
  patch: Patch,
  session: Session,
  open: boolean,
): readonly Draft[] {
  spend(session, drafts.length);
  const id = idOf(document);
  const fitting = drafts.filter((draft) => allIds(draft).some((own) => sameId(own, id)));
  const [draft, another] = fitting;
  if (!draft) {
    if (open) return drafts;
    throw new Refusal(
      `kustomize refuses the patch for ${titleOf(id)}: there is no such object in what it patches`,
      fieldAt(document, 'metadata', 'name')?.origin.span,
    );
  }
  if (another) throw new Refusal(`kustomize refuses the patch for ${titleOf(id)}: it fits several objects`);
  return drafts.flatMap((each) => (each === draft ? merged(draft, document, patch) : each));
}

function selectedBy(
  target: Value,
  drafts: readonly Draft[],
  { entry, documents, file }: Patch,
  session: Session,
  open: boolean,
): ReadonlySet<Draft> {
  const selected = new Set(drafts.filter(selectorOf(target, session)));
  if (selected.size === 0 && !open && entry.kind === 'map') {
    session.unmatched.push({ entry, target, patch: documents, file });
  }
  return selected;
}

/** Empty when the patch deletes the object. What says which object it is stays, unless the patch may change it. */
function merged(draft: Draft, document: Mapping, patch: Patch): readonly Draft[] {
  const before = draft.value;
  const after = applyStrategicMerge(before, document);
  if (!after) return [];
  if (patch.allowNameChange || patch.allowKindChange) remember(draft);
  let value = kept(after, before, 'apiVersion');
  if (!patch.allowKindChange) value = kept(value, before, 'kind');
  const names = patch.allowNameChange ? ['namespace'] : ['name', 'namespace'];
  const metadata = field(before, 'metadata');
  value = changeAt(value, ['metadata'], (now) =>
    now?.kind === 'map' && metadata?.kind === 'map'
      ? names.reduce((at, key) => kept(at, metadata, key), now)
      : (now ?? metadata),
  );
  return [used(draft, value, patch, document.origin.span)];
}

function kept(after: Mapping, before: Mapping, key: string): Mapping {
  const old: Entry | undefined = before.entries.get(key);
  return old ? withEntry(after, old) : withoutEntry(after, key);
}

/**
 * A JSON patch. While kustomize works there are annotations of its own on every object, so that one may be added where there are none.
 */
function applyOperations(
  drafts: readonly Draft[],
  patch: Patch,
  operations: Value,
  session: Session,
  open: boolean,
): readonly Draft[] {
  if (!patch.target) throw new Refusal('kustomize refuses a JSON patch without a target');
  const selected = selectedBy(patch.target, drafts, patch, session, open);
  const items = itemsOf(operations);
  for (const draft of selected) {
    // What operations add makes those after them dearer.
    spend(session, Math.ceil(items.length * (costOf(draft) + items.length / 200)));
    remember(draft);
    const annotations = ['metadata', 'annotations'];
    const given = changeAt(
      withTextAnnotations(draft.value, true),
      annotations,
      (value) => (value?.kind === 'map' ? value : { kind: 'map', entries: new Map(), origin: draft.value.origin }),
      draft.value.origin.span,
    );
    const value = applyJsonPatch(given, items.map(asKustomizeReads));
    const tidy = changeAt(value, annotations, (left) =>
      left?.kind === 'map' && left.entries.size === 0 ? undefined : left,
    );
    used(draft, withTextAnnotations(tidy, true), patch, operations.origin.span);
  }
  return drafts;
}

/** The patch is a place where its author acts on the object: its entry, and its text where that is elsewhere. */
function used(draft: Draft, value: Mapping, { entry }: Patch, text: Span): Draft {
  draft.value = value;
  const place =
    textAt(entry, 'path') === undefined && entry.kind === 'map' ? [entry.origin.span] : [entry.origin.span, text];
  draft.uses = usesOf(...draft.uses, ...place);
  return draft;
}
