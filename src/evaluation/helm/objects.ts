/** Documents that a chart renders to -> resources. */
import type { Span, SourceFile } from '../../syntax/source.js';
import type { Mapping, Origin, Value } from '../../syntax/value.js';
import { entry, lookup, scalar } from '../../syntax/value.js';
import { objectsIn, typeText } from '../kubernetes/objects.js';
import { numbered, resourceOf } from '../kubernetes/resource.js';
import type { Resource } from '../resource.js';
import { firstGiven, givenAt } from './origin.js';
import type { Release } from './release.js';
import type { RenderedDocument } from './template/render.js';
import { renderedWriter } from './writer.js';

export interface Rendition {
  readonly release: Release;
  /** Whether something names the release; else it is a values file, and its objects stand for themselves. */
  readonly isNamed: boolean;
  /** Every template, partials too. */
  readonly templates: ReadonlySet<SourceFile>;
  /** Folders of the chart and of the charts in it. */
  readonly folders: readonly string[];
}

export function resourcesOf(documents: readonly RenderedDocument[], rendition: Rendition): readonly Resource[] {
  return numbered(
    documents.flatMap((document) =>
      objectsIn(typed(document.value))
        .filter((object) => !isTest(object))
        .map((object) => resourceFor(object, document, rendition)),
    ),
  );
}

function resourceFor(object: Mapping, document: RenderedDocument, rendition: Rendition): Resource {
  const { release, isNamed, templates } = rendition;
  const { root, format, address, calls, span } = release;
  const influences = document.influences ?? [];
  const writer = renderedWriter({
    writer: release.writer,
    file: span.file,
    templates,
    empty: influences.flatMap((each) => givenAt(each, templates) ?? []),
  });
  const resource = resourceOf(object, root, format, writer);
  const own = addressOf(object, release.namespace);
  const condition = release.condition ?? document.condition;
  const around = isNamed ? [...(calls ?? []), release.heading] : calls;
  return {
    ...resource,
    address: address === '' ? own : `${address}/${own}`,
    heading: headingOf(object, influences, rendition) ?? (isNamed ? release.heading : resource.heading),
    ...(condition ? { condition } : {}),
    ...(around ? { calls: around } : {}),
  };
}

/** What says most about how an object opens a way, for each kind the first that its values decide. */
const telling: readonly (readonly string[])[] = [
  ['spec', 'type'],
  ['spec', 'ingressClassName'],
  ['spec', 'gatewayClassName'],
  ['metadata', 'annotations'],
  ['spec', 'loadBalancerSourceRanges'],
  ['spec', 'rules'],
];

/**
 * The values line on which an author acts. For a named release only one that is its own: defaults of the chart are not where it is
 * changed.
 */
function headingOf(object: Mapping, influences: readonly Origin[], rendition: Rendition): Span | undefined {
  const { templates, folders, isNamed } = rendition;
  const isOwn = ({ span: { file } }: Origin): boolean =>
    !isNamed || !folders.some((folder) => folder === '' || file.path.startsWith(`${folder}/`));
  const told = telling.flatMap((path) => lookup(object, path)?.origin ?? []);
  return [...told, ...influences].flatMap((origin) => firstGiven(origin, templates) ?? []).find(isOwn)?.span;
}

/** `Service/shop/web`; what is in the namespace of the release is in `default` where nothing says which that is. */
function addressOf(object: Mapping, own: string | undefined): string {
  const name = lookup(object, ['metadata', 'name']) ?? lookup(object, ['metadata', 'generateName']);
  const namespace = lookup(object, ['metadata', 'namespace']);
  const scope = (namespace?.kind === 'scalar' && wordsOf(namespace)) || (own ?? 'default');
  return `${typeText(object, 'kind') ?? ''}/${scope}/${wordsOf(name)}`;
}

function wordsOf(value: Value | undefined): string {
  if (value?.kind === 'undetermined') return value.expression;
  return value?.kind === 'scalar' && value.value !== null ? String(value.value) : '';
}

/** Pods that `helm test` runs and nothing else does. */
function isTest(object: Mapping): boolean {
  const hook = lookup(object, ['metadata', 'annotations', 'helm.sh/hook']);
  return hook?.kind === 'scalar' && /^test(?:-success|-failure)?$/.test(String(hook.value));
}

/** The API in which a kind is served by every cluster that AKS supports, where a template computes it from what a cluster has. */
const served: ReadonlyMap<string, string> = new Map([
  ['Service', 'v1'],
  ['ConfigMap', 'v1'],
  ['Pod', 'v1'],
  ['Deployment', 'apps/v1'],
  ['DaemonSet', 'apps/v1'],
  ['StatefulSet', 'apps/v1'],
  ['ReplicaSet', 'apps/v1'],
  ['CronJob', 'batch/v1'],
  ['Job', 'batch/v1'],
  ['Ingress', 'networking.k8s.io/v1'],
  ['IngressClass', 'networking.k8s.io/v1'],
  ['NetworkPolicy', 'networking.k8s.io/v1'],
  ['GatewayClass', 'gateway.networking.k8s.io/v1'],
  ['HTTPRoute', 'gateway.networking.k8s.io/v1'],
  ['HelmRelease', 'helm.toolkit.fluxcd.io/v2'],
  ['Application', 'argoproj.io/v1alpha1'],
]);

function typed(value: Value): Value {
  if (value.kind !== 'map') return value;
  const apiVersion = entry(value, 'apiVersion');
  if (apiVersion?.value.kind !== 'undetermined') return value;
  const known = served.get(typeText(value, 'kind') ?? '');
  if (known === undefined) return value;
  const told = { ...apiVersion, value: scalar(known, apiVersion.value.origin) };
  return { ...value, entries: new Map(value.entries).set('apiVersion', told) };
}
