/** The patches of a kustomization: `patches`, `patchesStrategicMerge`, `patchesJson6902`, and what transformers say of the same kind. */
import type { Value } from '../../syntax/value.js';
import { inlineDocuments } from './inline.js';
import { openDocuments } from './open-text.js';
import { isRemote, resolve } from './paths.js';
import type { Patch } from './patches.js';
import { patchOf } from './patches.js';
import { field, textAt, textIn } from './read.js';
import { Refusal } from './refusal.js';
import type { Session } from './session.js';
import { documents } from './session.js';

/** Where a kustomization file stands. */
export interface Place {
  readonly folder: string;
  readonly file: string;
}

/**
 * An item of `patches`, or of `patchesJson6902`.
 * @param text the field with a patch that is written here
 * @throws Refusal when there is no patch, or its file can't be used
 */
export function patchEntry(entry: Value, place: Place, session: Session, text = 'patch'): Patch {
  const written = field(entry, text);
  const path = field(entry, 'path');
  if (written?.kind === 'scalar' && textIn(written)?.trim()) {
    return patchOf(entry, place.file, field(entry, 'target'), inlineDocuments(session, written));
  }
  if (written?.kind === 'undetermined') {
    return patchOf(entry, place.file, field(entry, 'target'), openDocuments(session, written));
  }
  if (textIn(path) === undefined) throw new Refusal('kustomize refuses a patch with neither a text nor a path');
  return patchOf(entry, place.file, field(entry, 'target'), fileDocuments(path, place, session));
}

/** An item of `patchesStrategicMerge`: a path or a patch, as a text or, in objects of Flux, as it is (`apiextensionsv1.JSON`). */
export function strategicMergeEntry(entry: Value, place: Place, session: Session): Patch {
  if (entry.kind === 'map') return patchOf(entry, place.file, undefined, [entry]);
  if (entry.kind === 'undetermined') return patchOf(entry, place.file, undefined, openDocuments(session, entry));
  const text = textIn(entry) ?? '';
  const isPatch = text.includes('\n') || text.trimStart().startsWith('{');
  const found =
    entry.kind === 'scalar' && isPatch ? inlineDocuments(session, entry) : fileDocuments(entry, place, session);
  return patchOf(entry, place.file, undefined, found);
}

/**
 * The documents of a file that a kustomization names.
 * @throws Refusal for one that is not in the tree
 */
export function fileDocuments(named: Value | undefined, { folder }: Place, session: Session): readonly Value[] {
  return documents(session, usablePath(named, folder, session));
}

/** @throws Refusal for a path that leads out of the tree or to nothing */
export function usablePath(named: Value | undefined, folder: string, session: Session): string {
  const text = textIn(named) ?? '';
  const span = named?.origin.span;
  if (isRemote(text)) session.beyond = true;
  if (isRemote(text)) throw new Refusal(`${text} is not in the repository and was not fetched`, span);
  const path = resolve(folder, text);
  if (path === undefined) throw new Refusal(`${text} leads out of the repository and was not followed`, span);
  session.asked.add(path);
  if (!session.files.has(path)) throw new Refusal(`${text} does not exist`, span);
  return path;
}

/** What a text field of a configuration holds: `jsonOp` of a PatchJson6902Transformer. */
export function hasText(entry: Value, key: string): boolean {
  return textAt(entry, key) !== undefined;
}
