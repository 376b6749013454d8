/** `Kustomization` of Flux (kustomize.toolkit.fluxcd.io): deploys a folder, built and changed as it says. */
import { isNull, lookup, mapping, scalar, undetermined } from '../../../syntax/value.js';
import type { Entry, Mapping, Value } from '../../../syntax/value.js';
import type { Resource } from '../../resource.js';
import type { Around, Expansion } from '../../releases/parts.js';
import { nothing } from '../../releases/parts.js';
import { unread } from '../../releases/unread.js';
import { copiedFolder } from './artifact.js';
import { asResources, overlaid } from '../built.js';
import { builtFolder } from '../contents.js';
import { isFolder } from '../../../tree/below.js';
import { objectNamed } from '../objects.js';
import { entriesAt, isTrue, itemsAt, only, textAt } from '../read.js';
import { isElsewhere } from './repository.js';
import type { Variables } from './substitute.js';
import { substituted } from './substitute.js';

const type = /^kustomize\.toolkit\.fluxcd\.io\/\w+\/Kustomization$/;

export function isFluxKustomization(resource: Resource): boolean {
  return type.test(resource.type);
}

/** The folder that it deploys; undefined when the files do not say. */
export function deployedFolder({ body }: Resource): string | undefined {
  const path = lookup(body, ['spec', 'path']);
  if (!path) return '';
  return path.kind === 'scalar' && !String(path.value).includes('${') ? folderWithin(String(path.value)) : undefined;
}

/** Paths that lead out of the repository end at its top (Flux joins them with filepath-securejoin). */
function folderWithin(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

export function fluxKustomizationReader(resource: Resource, around: Around): Expansion | undefined {
  if (!isFluxKustomization(resource)) return undefined;
  const { files } = around;
  // Kubernetes refuses one without a source: it is a patch of another.
  if (!lookup(resource.body, ['spec', 'sourceRef'])) return nothing;
  const folder = folderIn(resource, around);
  if (folder === undefined || !isFolder(files, folder)) return elsewhere(resource);
  if (around.stack.includes(within(folder))) return nothing;
  const built = builtFolder(folder, resource.root, around);
  const changed = overlaid(built, fieldsOf(resource), folder, around.parts, files);
  if (!changed) return elsewhere(resource, 'what its patches do');
  const variables = variablesOf(resource, around);
  const objects = variables
    ? changed.objects.map((object) => ({ ...object, value: substituted(object.value, variables) }))
    : changed.objects;
  return asResources({ ...changed, objects }, resource, 'flux', within(folder));
}

function folderIn(resource: Resource, around: Around): string | undefined {
  const folder = deployedFolder(resource);
  const source = lookup(resource.body, ['spec', 'sourceRef']);
  const artifact = textAt(source, 'kind') === 'ExternalArtifact' ? textAt(source, 'name') : undefined;
  if (folder === undefined) return undefined;
  if (artifact !== undefined) return copiedFolder(artifact, folder, around);
  const place = { namespace: textAt(resource.body, 'metadata', 'namespace'), near: resource.span.file.path };
  return isElsewhere(source, folder, place, around) ? undefined : folder;
}

function within(folder: string): string {
  return `folder ${folder}`;
}

/** A source of which the folder is not in this repository. */
function elsewhere(resource: Resource, said?: string): Expansion {
  const spec = lookup(resource.body, ['spec']);
  const path = lookup(spec, ['path']);
  const source = [textAt(spec, 'sourceRef', 'kind'), textAt(spec, 'sourceRef', 'name')].join(' ').trim();
  const written = path?.kind === 'scalar' ? String(path.value) : path?.kind === 'undetermined' ? path.expression : '.';
  const what = said ?? `the folder ${written} of ${source || 'a source'}, which is not in this repository`;
  return { resources: [unread({ ...resource, format: 'flux' }, what, path?.origin)], problems: [] };
}

const asTheyAre = [
  'patches',
  'patchesStrategicMerge',
  'patchesJson6902',
  'images',
  'components',
  'namePrefix',
  'nameSuffix',
];

/** The fields of a kustomization that lists what is built; undefined when nothing is changed. */
function fieldsOf({ body }: Resource): Mapping | undefined {
  const spec = lookup(body, ['spec']);
  const namespace = lookup(spec, ['targetNamespace']);
  const entries: Entry[] = [...only(spec, asTheyAre)];
  if (namespace) entries.push({ key: 'namespace', keySpan: namespace.origin.span, value: namespace });
  for (const [from, to] of [
    ['labels', 'commonLabels'],
    ['annotations', 'commonAnnotations'],
  ] as const) {
    const common = lookup(spec, ['commonMetadata', from]);
    if (common) entries.push({ key: to, keySpan: common.origin.span, value: common });
  }
  return entries.length === 0 ? undefined : mapping(entries, spec?.origin ?? body.origin);
}

/** `substituteFrom` in order, then `substitute`; undefined when nothing is substituted. */
function variablesOf(resource: Resource, around: Around): Variables | undefined {
  const build = lookup(resource.body, ['spec', 'postBuild']);
  if (!build) return undefined;
  const known = new Map<string, Value>();
  let others: Value | undefined;
  for (const reference of itemsAt(build, 'substituteFrom')) {
    const data = dataOf(reference, resource, around);
    if (data) for (const { key, value } of entriesAt(data)) known.set(key, value);
    else if (!isTrue(reference, 'optional') || textAt(reference, 'kind') !== 'ConfigMap') {
      // What the source sets takes the place of what those before it do.
      const what = `the ${textAt(reference, 'kind') ?? 'source'} ${textAt(reference, 'name') ?? ''}`;
      others = undetermined(what, [what], reference.origin);
      for (const key of known.keys()) known.set(key, others);
    }
  }
  for (const { key, value } of entriesAt(build, 'substitute')) known.set(key, textOf(value));
  return known.size === 0 && !others ? undefined : { known, ...(others ? { others } : {}) };
}

function dataOf(reference: Value, resource: Resource, around: Around): Mapping | undefined {
  if (textAt(reference, 'kind') !== 'ConfigMap') return undefined;
  const namespace = textAt(resource.body, 'metadata', 'namespace');
  const wanted = { kind: 'ConfigMap', name: textAt(reference, 'name') ?? '', namespace };
  const object = objectNamed(wanted, around, resource.span.file.path);
  if (!object) return undefined;
  const data = lookup(object, ['data']);
  return data?.kind === 'map' ? data : mapping([], object.origin);
}

function textOf(value: Value): Value {
  return value.kind === 'scalar' && !isNull(value) ? scalar(String(value.value), value.origin) : value;
}

/** Of a folder's resources the Kustomization that deploys the folder, or one around it: `flux-system` in its own folder. */
export function selfDeployer(resources: readonly Resource[], folder: string): Resource | undefined {
  return resources.find((resource) => {
    const deploys = isFluxKustomization(resource) ? deployedFolder(resource) : undefined;
    return deploys !== undefined && (deploys === folder || (deploys !== '' && folder.startsWith(`${deploys}/`)));
  });
}
