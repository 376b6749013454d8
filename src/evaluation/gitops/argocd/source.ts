/** One source of an Application: a chart, a kustomization, or a folder of manifests. */
import { literal, lookup } from '../../../syntax/value.js';
import type { Mapping } from '../../../syntax/value.js';
import type { Files } from '../../../tree/files.js';
import { asResources, overlaid } from '../built.js';
import type { Release } from '../../helm/release.js';
import { deployed } from '../../releases/deploy.js';
import { globMatcher } from '../../releases/glob.js';
import type { Around, Built, Expansion } from '../../releases/parts.js';
import { nothing } from '../../releases/parts.js';
import { unread } from '../../releases/unread.js';
import { builtFolder, inNamespace, objectsOfFiles } from '../contents.js';
import { folderOf, inside, kustomizationIn, parentOf } from '../folders.js';
import { isFolder, pathsBelow } from '../../../tree/below.js';
import { has, isTrue, textAt } from '../read.js';
import { helmValues, valuesWriter } from './helm.js';
import { kustomizeFields } from './kustomize.js';
import type { Application } from './application.js';

export function sourceContents(source: Mapping, application: Application, around: Around): Expansion {
  if (has(source, 'chart')) return chartContents(source, application, around);
  const path = lookup(source, ['path']);
  const folder = folderIn(source, around.files);
  if (folder === undefined) {
    const written =
      path?.kind === 'scalar' ? String(path.value) : path?.kind === 'undetermined' ? path.expression : '.';
    const from = textAt(source, 'repoURL') ?? 'a repository';
    return elsewhere(application, source, `the folder ${written} of ${from}, which is not in this repository`);
  }
  if (around.stack.includes(within(folder))) return nothing;
  switch (kindOf(source, folder, around.files)) {
    case 'plugin':
      return elsewhere(application, source, `the plugin that renders ${folder}`);
    case 'helm':
      return chartContents(source, application, around, folder);
    case 'kustomize':
      return kustomizeContents(source, folder, application, around);
    case 'directory':
      return directoryContents(source, folder, application, around);
  }
}

function within(folder: string): string {
  return `folder ${folder}`;
}

/**
 * The folder of this repository that a source names. Which repository this is, the files do not say: a folder that is here is
 * assumed to be the one that is meant. The top of a repository is in all of them, and says nothing.
 */
export function folderIn(source: Mapping, files: Files): string | undefined {
  const path = textAt(source, 'path');
  const folder = path === undefined ? undefined : folderOf(path);
  return folder !== undefined && folder !== '' && isFolder(files, folder) ? folder : undefined;
}

type SourceKind = 'helm' | 'kustomize' | 'directory' | 'plugin';

/** What is said, else what is found in the folder (argo-cd `discovery.go`). */
function kindOf(source: Mapping, folder: string, files: Files): SourceKind {
  const said = (['helm', 'kustomize', 'directory', 'plugin'] as const).filter((kind) => has(source, kind));
  if (said.includes('plugin')) return 'plugin';
  const [one] = said;
  if (one && said.length === 1) return one;
  if (files.has(inside(folder, 'Chart.yaml'))) return 'helm';
  return kustomizationIn(folder, files) === undefined ? 'directory' : 'kustomize';
}

function elsewhere(application: Application, source: Mapping, what: string): Expansion {
  const at = lookup(source, ['path']) ?? lookup(source, ['repoURL']);
  const address = sourceAddress(application, source);
  return {
    resources: [unread({ ...application.resource, format: 'argocd', address }, what, at?.origin)],
    problems: [],
  };
}

/** Several sources of one Application are told apart by their names, or by what they deploy. */
function sourceAddress({ resource, sources }: Application, source: Mapping): string {
  const name = textAt(source, 'name') ?? textAt(source, 'chart') ?? textAt(source, 'path');
  if (sources.length < 2) return resource.address;
  return `${resource.address}/${name ?? `source ${sources.indexOf(source) + 1}`}`;
}

function chartContents(source: Mapping, application: Application, around: Around, folder?: string): Expansion {
  const release = releaseOf(source, application, around, folder);
  const made = deployed(release.release, around);
  return { resources: made.resources, problems: [...release.problems, ...made.problems] };
}

function releaseOf(
  source: Mapping,
  application: Application,
  around: Around,
  folder: string | undefined,
): { readonly release: Release; readonly problems: Expansion['problems'] } {
  const { root, span, heading, condition, calls, writer } = application.resource;
  const named = lookup(source, [folder === undefined ? 'chart' : 'path']);
  const name = textAt(source, 'chart');
  const values = helmValues(source, folder, application, around);
  if (folder !== undefined) around.deployed.add(inside(folder, 'values.yaml'));
  const release: Release = {
    root,
    format: 'argocd',
    address: sourceAddress(application, source),
    name: textAt(source, 'helm', 'releaseName') ?? application.name,
    namespace: textAt(source, 'helm', 'namespace') ?? textAt(application.destination, 'namespace'),
    chart:
      folder !== undefined
        ? { kind: 'local', path: folder }
        : name === undefined
          ? { kind: 'undetermined', expression: 'the chart of the Application' }
          : {
              kind: 'published',
              name,
              repository: textAt(source, 'repoURL'),
              version: lookup(source, ['targetRevision']),
            },
    chartOrigin: named?.origin ?? literal(heading),
    values: values.values,
    span,
    heading,
    ...(condition ? { condition } : {}),
    ...(calls ? { calls } : {}),
    writer: valuesWriter(source, values.values, writer),
  };
  return { release, problems: values.problems };
}

function kustomizeContents(source: Mapping, folder: string, application: Application, around: Around): Expansion {
  const built = builtFolder(folder, application.resource.root, around);
  const changed = overlaid(built, kustomizeFields(source), folder, around.parts, around.files);
  if (!changed) return elsewhere(application, source, 'what its kustomize settings do');
  return placed(changed, folder, application);
}

/** Manifests beside each other, of subfolders too when they are asked for; templates of Jsonnet are not read. */
function directoryContents(source: Mapping, folder: string, application: Application, around: Around): Expansion {
  const { files, deployed: done } = around;
  const paths = directoryFiles(source, folder, files);
  for (const path of paths) done.add(path);
  const jsonnet = paths.filter((path) => path.endsWith('.jsonnet'));
  const contents = placed(objectsOfFiles(paths, files), folder, application);
  if (jsonnet.length === 0) return contents;
  const open = elsewhere(application, source, `the Jsonnet of ${folder}`);
  return { ...contents, resources: [...contents.resources, ...open.resources] };
}

/** The files that a directory source applies (argo-cd `getPotentiallyValidManifests`). */
export function directoryFiles(source: Mapping, folder: string, files: Files): readonly string[] {
  const recurse = isTrue(source, 'directory', 'recurse');
  const include = textAt(source, 'directory', 'include');
  const exclude = textAt(source, 'directory', 'exclude');
  const [isIncluded, isExcluded] = [include, exclude].map(
    (pattern) => pattern !== undefined && globMatcher(pattern, true),
  );
  return pathsBelow(files, folder).filter((path) => {
    if (!recurse && parentOf(path) !== folder) return false;
    if (!/\.(?:ya?ml|json|jsonnet)$/.test(path)) return false;
    const name = path.slice(folder.length + 1);
    if (isExcluded && isExcluded(name)) return false;
    return !isIncluded || isIncluded(name);
  });
}

/** In the namespace of the destination, where objects name none. */
function placed(
  { objects, others, problems }: Built,
  folder: string,
  { resource, destination }: Application,
): Expansion {
  const namespace = lookup(destination, ['namespace']);
  const inPlace = objects.map((object) => ({ ...object, value: inNamespace(object.value, namespace) }));
  return asResources({ objects: inPlace, ...(others ? { others } : {}), problems }, resource, 'argocd', within(folder));
}
