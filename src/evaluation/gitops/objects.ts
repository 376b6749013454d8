/** Objects that a deployment refers to by kind and name: sources of charts, ConfigMaps with values. */
import type { SourceFile } from '../../syntax/source.js';
import type { Mapping } from '../../syntax/value.js';
import { parseYamlWhere } from '../../syntax/yaml/parser.js';
import type { Files } from '../../tree/files.js';
import { documentsOf } from '../kubernetes/documents.js';
import { objectsIn, typeText } from '../kubernetes/objects.js';
import { isManifest } from '../kubernetes/scan.js';
import type { Remembered } from './memo.js';
import { numberOfSharedFolders } from './nearness.js';
import type { Around } from '../releases/parts.js';
import { textAt } from './read.js';

export interface Wanted {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
}

/** Where an object is declared. */
export interface Declared extends Wanted {
  readonly path: string;
}

/** Finds the declarations of a kind in the tree. */
export type Catalogue = (kind: string) => readonly Declared[];

/** Files beyond these are not searched for an object that no sibling is. */
const MOST_FILES = 3_000;

/** A catalogue that looks through the tree when it is first asked. */
export function catalogueOf(files: Files, declared: Remembered<readonly Declared[]>): Catalogue {
  let byKind: Map<string, Declared[]> | undefined;
  const look = (): Map<string, Declared[]> => {
    const found = new Map<string, Declared[]>();
    for (const path of files.paths.filter(isManifest).slice(0, MOST_FILES)) {
      for (const each of declared(path, files) ?? []) {
        const same = found.get(each.kind);
        if (same) same.push(each);
        else found.set(each.kind, [each]);
      }
    }
    return found;
  };
  return (kind) => (byKind ??= look()).get(kind) ?? [];
}

/**
 * The object of a name: among those that are deployed beside, else the one in the tree, else the one nearest to `near`.
 * @param near a path, for a tree that has several of the name
 */
export function objectNamed(wanted: Wanted, { siblings, files, catalogue }: Around, near: string): Mapping | undefined {
  const own = siblings.findLast(({ body }) => isNamed(body, wanted));
  if (own) return own.body;
  const found = catalogue(wanted.kind).filter((each) => fits(each, wanted));
  const shared = found.map(({ path }) => numberOfSharedFolders(path, near));
  const nearest = found[shared.indexOf(Math.max(...shared))];
  return nearest && objectsOf(nearest.path, files).find((object) => isNamed(object, wanted));
}

/** All of a kind, those that are deployed beside first. */
export function objectsOfKind(kind: string, { siblings, files, catalogue }: Around): readonly Mapping[] {
  const beside = siblings.map(({ body }) => body);
  const paths = new Set(catalogue(kind).map(({ path }) => path));
  const others = [...paths].flatMap((path) => objectsOf(path, files));
  return [...beside, ...others].filter((object) => typeText(object, 'kind') === kind);
}

function objectsOf(path: string, files: Files): readonly Mapping[] {
  return documentsOf(path, files).flatMap(objectsIn);
}

function isNamed(object: Mapping, wanted: Wanted): boolean {
  if (typeText(object, 'kind') !== wanted.kind) return false;
  const [name, namespace] = ['name', 'namespace'].map((key) => textAt(object, 'metadata', key));
  return name !== undefined && fits({ kind: wanted.kind, name, namespace }, wanted);
}

/** An object without a namespace may be put into any. */
function fits({ name, namespace }: Wanted, wanted: Wanted): boolean {
  return (
    name === wanted.name &&
    (wanted.namespace === undefined || namespace === undefined || namespace === wanted.namespace)
  );
}

const kinds = new Set([
  ...['HelmRepository', 'GitRepository', 'OCIRepository', 'Bucket', 'HelmChart', 'ConfigMap', 'ArtifactGenerator'],
]);
const declaring = new RegExp(`\\bkind["']?\\s*:\\s*["']?(?:${[...kinds].join('|')}|\\w*List)\\b`);
/** The definitions of these kinds are the longest documents there are, and declare none. */
const defining = /^kind:\s*CustomResourceDefinition\s*$/m;

/** Objects of a file that others refer to. Told by the text first: few documents are any. */
export function declaredIn(file: SourceFile): readonly Declared[] {
  if (!declaring.test(file.text)) return [];
  return parseYamlWhere(file, (text) => declaring.test(text) && !defining.test(text))
    .result.flatMap(objectsIn)
    .flatMap((object) => {
      const kind = typeText(object, 'kind') ?? '';
      const name = textAt(object, 'metadata', 'name');
      if (name === undefined || !kinds.has(kind)) return [];
      return [{ kind, name, namespace: textAt(object, 'metadata', 'namespace'), path: file.path }];
    });
}
