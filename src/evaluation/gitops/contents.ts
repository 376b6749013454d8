/** What a folder deploys when it is handed to a deployer as it is. */
import type { Entry, Mapping, Value } from '../../syntax/value.js';
import type { Files } from '../../tree/files.js';
import { documentsOf } from '../kubernetes/documents.js';
import { objectsIn } from '../kubernetes/objects.js';
import { withTextAnnotations } from '../kustomize/load.js';
import type { Root } from '../resource.js';
import { isManifest, mentionsObjects } from '../kubernetes/scan.js';
import type { Around, Built } from '../releases/parts.js';
import { inside, kustomizationIn, kustomizationNames, parentOf } from './folders.js';
import { pathsBelow } from '../../tree/below.js';

/** A folder with more manifests is cut short, and that is told. */
const MOST_FILES = 2_000;

/** The objects of manifests, each file as it is. */
export function objectsOfFiles(paths: readonly string[], files: Files): Built {
  const objects = paths.slice(0, MOST_FILES).flatMap((path) => {
    const text = isManifest(path) ? files.read(path)?.text : undefined;
    return text !== undefined && mentionsObjects(text)
      ? documentsOf(path, files)
          .flatMap(objectsIn)
          .map((value) => ({ value, file: path, source: value, uses: [] }))
      : [];
  });
  const [first] = paths;
  const problems =
    paths.length > MOST_FILES && first !== undefined
      ? [{ path: parentOf(first), message: `only ${MOST_FILES} of ${paths.length} manifests were read` }]
      : [];
  return { objects, problems };
}

/** As kustomize builds a folder; one without a kustomization is given one that lists all that is below it, as Flux does. */
export function builtFolder(folder: string, root: Root, { files, parts, deployed }: Around): Built {
  if (kustomizationIn(folder, files) !== undefined) {
    for (const name of kustomizationNames) deployed.add(inside(folder, name));
    return parts.kustomization(folder, root, files);
  }
  const roots = kustomizationsBelow(folder, files);
  const isCovered = (path: string): boolean => roots.some((each) => path.startsWith(`${each}/`));
  const loose = pathsBelow(files, folder).filter((path) => /\.ya?ml$/.test(path) && !isCovered(path));
  const kustomizations = roots.flatMap((each) => kustomizationNames.map((name) => inside(each, name)));
  for (const path of [...loose, ...kustomizations]) deployed.add(path);
  const plain = objectsOfFiles(loose, files);
  const built: Built[] = [
    { ...plain, objects: plain.objects.map((object) => ({ ...object, value: withTextAnnotations(object.value) })) },
    ...roots.map((each) => parts.kustomization(each, root, files)),
  ];
  return {
    objects: built.flatMap(({ objects }) => objects),
    others: built.flatMap(({ others }) => others ?? []),
    problems: built.flatMap(({ problems }) => problems),
  };
}

/** The topmost folders below one that have a kustomization of their own. */
function kustomizationsBelow(folder: string, files: Files): readonly string[] {
  const found: string[] = [];
  const folders = new Set(pathsBelow(files, folder).map(parentOf));
  for (const each of [...folders].sort()) {
    if (each === folder || found.some((root) => each.startsWith(`${root}/`))) continue;
    if (kustomizationIn(each, files) !== undefined) found.push(each);
  }
  return found;
}

/** The same mapping with some entries in the place of those of their keys, or after them. */
export function replaceEntries(map: Mapping, entries: readonly Entry[]): Mapping {
  return { ...map, entries: new Map([...map.entries, ...entries.map((entry) => [entry.key, entry] as const)]) };
}

/** Objects of no namespace get one: the destination of an Application. */
export function inNamespace(object: Mapping, namespace: Value | undefined): Mapping {
  const metadata = object.entries.get('metadata');
  if (!namespace || metadata?.value.kind !== 'map' || metadata.value.entries.has('namespace')) return object;
  const entry: Entry = { key: 'namespace', keySpan: namespace.origin.span, value: namespace };
  return replaceEntries(object, [{ ...metadata, value: replaceEntries(metadata.value, [entry]) }]);
}
