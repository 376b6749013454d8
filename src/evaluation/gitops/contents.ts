/** What a folder deploys when it is handed to a deployer as it is. */
import { mapping } from '../../syntax/value.js';
import type { Entry, Mapping, Origin, Value } from '../../syntax/value.js';
import { scalar } from '../../syntax/value.js';
import type { Files } from '../../tree/files.js';
import { documentsOf } from '../kubernetes/documents.js';
import { objectsIn } from '../kubernetes/objects.js';
import { isManifest, mentionsObjects } from '../kubernetes/scan.js';
import type { Built, ReleaseParts } from '../releases/parts.js';
import { kustomizationIn, parentOf, pathsBelow } from './folders.js';

/** A folder with more manifests is cut short, and that is told. */
const MOST_FILES = 2_000;

/** The objects of manifests, each file as it is. */
export function objectsOfFiles(paths: readonly string[], files: Files): Built {
  const objects = paths.slice(0, MOST_FILES).flatMap((path) => {
    const text = isManifest(path) ? files.read(path)?.text : undefined;
    return text !== undefined && mentionsObjects(text) ? documentsOf(path, files).flatMap(objectsIn) : [];
  });
  const [first] = paths;
  const problems =
    paths.length > MOST_FILES && first !== undefined
      ? [{ path: parentOf(first), message: `only ${MOST_FILES} of ${paths.length} manifests were read` }]
      : [];
  return { objects, problems };
}

/** As kustomize builds a folder; one without a kustomization is given one that lists all that is below it, as Flux does. */
export function builtFolder(folder: string, files: Files, parts: ReleaseParts): Built {
  if (kustomizationIn(folder, files) !== undefined) return textual(parts.kustomization(folder, files));
  const roots = kustomizationsBelow(folder, files);
  const isCovered = (path: string): boolean => roots.some((root) => path.startsWith(`${root}/`));
  const loose = pathsBelow(folder, files).filter((path) => /\.ya?ml$/.test(path) && !isCovered(path));
  const built = [objectsOfFiles(loose, files), ...roots.map((root) => parts.kustomization(root, files))];
  return textual({
    objects: built.flatMap(({ objects }) => objects),
    problems: built.flatMap(({ problems }) => problems),
  });
}

/** The topmost folders below one that have a kustomization of their own. */
function kustomizationsBelow(folder: string, files: Files): readonly string[] {
  const found: string[] = [];
  const folders = new Set(pathsBelow(folder, files).map(parentOf));
  for (const each of [...folders].sort()) {
    if (each === folder || found.some((root) => each.startsWith(`${root}/`))) continue;
    if (kustomizationIn(each, files) !== undefined) found.push(each);
  }
  return found;
}

/** Kustomize writes every annotation out as a text, whatever it was. */
function textual({ objects, problems }: Built): Built {
  return { objects: objects.map((object) => withTexts(object)), problems };
}

function withTexts(object: Mapping): Mapping {
  const metadata = object.entries.get('metadata');
  const annotations = metadata?.value.kind === 'map' ? metadata.value.entries.get('annotations') : undefined;
  if (metadata?.value.kind !== 'map' || annotations?.value.kind !== 'map') return object;
  const isText = ({ value }: Entry): boolean => value.kind !== 'scalar' || typeof value.value === 'string';
  if ([...annotations.value.entries.values()].every(isText)) return object;
  const texts = replaceEntries(annotations.value, [...annotations.value.entries.values()].map(textEntry));
  const changed = replaceEntries(metadata.value, [{ ...annotations, value: texts }]);
  return replaceEntries(object, [{ ...metadata, value: changed }]);
}

function textEntry(entry: Entry): Entry {
  const { value } = entry;
  if (value.kind !== 'scalar' || value.value === null || typeof value.value === 'string') return entry;
  return { ...entry, value: scalar(String(value.value), value.origin) };
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

/** Fields of a kustomization, made of what a deployer says. */
export function fieldsOf(entries: readonly Entry[], origin: Origin): Mapping | undefined {
  return entries.length === 0 ? undefined : mapping(entries, origin);
}
