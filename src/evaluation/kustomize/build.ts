/** A kustomization as kustomize builds it, over positioned values: every value keeps the line that it was written in. */
import type { Problem } from '../../syntax/problem.js';
import { SourceFile } from '../../syntax/source.js';
import type { Span } from '../../syntax/source.js';
import type { Mapping } from '../../syntax/value.js';
import type { Files } from '../../tree/files.js';
import type { Inflate, InlineRelease } from './charts.js';
import type { Gathered } from './directives.js';
import { emptyGathered, gatherFields, gatherFolder } from './gather.js';
import { withTextAnnotations } from './load.js';
import { fixNameReferences } from './name-references.js';
import { draftOf } from './object.js';
import { fieldAt, textIn } from './read.js';
import type { Session, UnmatchedPatch } from './session.js';
import { attempt, openSession } from './session.js';
import { withVariables } from './variables.js';

export interface BuiltObject {
  readonly value: Mapping;
  /** As it was before anything changed it. */
  readonly source: Mapping;
  /** The file that declares it, or the kustomization that generates it. */
  readonly file: string;
  /** The entries of kustomizations, and the patches, that bring and change it, outermost first: where an author acts. */
  readonly uses: readonly Span[];
}

export interface Build {
  readonly objects: readonly BuiltObject[];
  readonly problems: readonly Problem[];
  /** Every file that was asked for, also those that do not exist: the closure of the kustomization. */
  readonly files: ReadonlySet<string>;
  /** Patches whose target fits no object, which kustomize leaves out without a word. */
  readonly unmatched: readonly UnmatchedPatch[];
  /** Whether it needs what is not in the tree, or programs: remote bases, charts, functions. */
  readonly beyond: boolean;
  /** Charts that were not inflated. */
  readonly releases: readonly InlineRelease[];
}

/**
 * The objects of a folder's kustomization. What kustomize refuses is a problem, and the rest goes on.
 * @param inflate renders charts; patches reach the objects that it gives
 */
export function buildKustomization(folder: string, files: Files, inflate?: Inflate): Build {
  const session = openSession(files);
  const top: Span = { file: new SourceFile(folder, ''), start: 0, end: 0 };
  const gathered =
    attempt(session, top, () => gatherFolder(folder, { session, inflate, stack: [], namespace: undefined })) ??
    emptyGathered();
  return finished(gathered, session);
}

/**
 * Objects after a kustomization with these fields: what Flux and Argo CD add to what they deploy.
 * @param folder what paths in the fields are relative to
 */
export function transformObjects(objects: readonly Mapping[], fields: Mapping, folder: string, files: Files): Build {
  const session = openSession(files);
  const gathered = emptyGathered();
  gathered.drafts = objects.map((object) => draftOf(object, object.origin.span.file.path));
  const place = { folder, file: fields.origin.span.file.path };
  const layer = { session, inflate: undefined, stack: [folder], namespace: undefined };
  attempt(session, fields.origin.span, () => gatherFields(fields, place, layer, gathered));
  return finished(gathered, session);
}

function finished(gathered: Gathered, session: Session): Build {
  fixNameReferences(gathered.drafts, gathered.configuration);
  const objects = gathered.drafts
    .filter(({ value }) => !isLocal(value))
    .map(({ value, source, file, uses }) => ({ value: withTextAnnotations(value), source, file, uses }));
  return {
    objects: withVariables(objects, session),
    problems: session.problems,
    files: session.asked,
    unmatched: session.unmatched,
    beyond: session.beyond,
    releases: session.releases,
  };
}

/** Objects for kustomize itself are not deployed. */
function isLocal(value: Mapping): boolean {
  const text = textIn(fieldAt(value, 'metadata', 'annotations', 'config.kubernetes.io/local-config'));
  return text !== undefined && text !== 'false';
}
