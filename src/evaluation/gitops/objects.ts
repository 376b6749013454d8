/** Objects that a deployment refers to by kind and name: sources of charts, ConfigMaps with values. */
import type { Parsed } from '../../syntax/problem.js';
import type { SourceFile } from '../../syntax/source.js';
import { lookup } from '../../syntax/value.js';
import type { Mapping } from '../../syntax/value.js';
import { parseYaml } from '../../syntax/yaml/parser.js';
import type { Files } from '../../tree/files.js';
import { objectsIn, typeText } from '../kubernetes/objects.js';
import { isManifest } from '../kubernetes/scan.js';
import { numberOfSharedFolders } from './nearness.js';
import type { Around } from '../releases/parts.js';
import { textAt } from './read.js';

export interface Wanted {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
}

/** Files beyond these are not searched for an object that no sibling is. */
const MOST_FILES = 3_000;

/**
 * The object of a name: among those that are deployed beside, else the one in the tree, else the one nearest to `near`.
 * @param near a path, for a tree that has several of the name
 */
export function objectNamed(wanted: Wanted, { siblings, files }: Around, near: string): Mapping | undefined {
  const beside = siblings.filter(({ body }) => isNamed(body, wanted));
  const own = beside.at(-1);
  if (own) return own.body;
  const found = inTree(files).filter((object) => isNamed(object, wanted));
  if (found.length < 2) return found[0];
  const shared = found.map((object) => numberOfSharedFolders(object.origin.span.file.path, near));
  return found[shared.indexOf(Math.max(...shared))];
}

/** All of a kind, those that are deployed beside first. */
export function objectsOfKind(kind: string, { siblings, files }: Around): readonly Mapping[] {
  const beside = siblings.map(({ body }) => body);
  return [...beside, ...inTree(files)].filter((object) => typeText(object, 'kind') === kind);
}

function inTree(files: Files): readonly Mapping[] {
  return files.paths
    .filter(isManifest)
    .slice(0, MOST_FILES)
    .flatMap((path) => files.parse(path, referredObjects) ?? []);
}

function isNamed(object: Mapping, { kind, name, namespace }: Wanted): boolean {
  if (typeText(object, 'kind') !== kind || textAt(object, 'metadata', 'name') !== name) return false;
  const where = textAt(object, 'metadata', 'namespace');
  return namespace === undefined || where === undefined || where === namespace;
}

const kinds = new Set([
  ...['HelmRepository', 'GitRepository', 'OCIRepository', 'Bucket', 'HelmChart', 'ConfigMap', 'ArtifactGenerator'],
]);

/** Told by the text first: few files have any. */
function referredObjects(file: SourceFile): Parsed<readonly Mapping[]> {
  const mentions = /source\.(?:toolkit|extensions)\.fluxcd\.io|ConfigMap/.test(file.text);
  const documents = mentions ? parseYaml(file).result : [];
  const objects = documents.flatMap(objectsIn).filter((object) => kinds.has(typeText(object, 'kind') ?? ''));
  return { result: objects.filter((object) => lookup(object, ['metadata', 'name'])), problems: [] };
}
