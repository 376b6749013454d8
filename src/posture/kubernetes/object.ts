/** A Kubernetes object wherever it is declared: in a manifest, as `kubernetes_manifest`, or as a typed resource of Terraform. */
import type { Resource } from '../../evaluation/resource.js';
import type { Edit } from '../../syntax/edit.js';
import type { Origin, Value } from '../../syntax/value.js';
import { documentIn } from '../../evaluation/releases/text.js';
import { literal, lookup } from '../../syntax/value.js';
import { nameOf, textOf } from '../identity.js';
import { kubernetes, terraform } from '../reading/dialect.js';
import type { Scope } from '../reading/scope.js';
import { occurs, scopeOf, valueAt } from '../reading/scope.js';

export interface KubernetesObject {
  readonly resource: Resource;
  /** `''` for the core API. */
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  /** Undefined where none is given, or the text does not decide it. */
  readonly namespace: string | undefined;
  readonly scope: Scope;
  /** A path as the carrier spells it: `spec.loadBalancerIP` is `spec.load_balancer_ip` in a typed resource of Terraform. */
  readonly path: (...keys: readonly string[]) => readonly string[];
  /** Writes a text at a path of keys that no carrier spells differently. */
  readonly set: (path: readonly string[], value: string) => Edit | undefined;
}

/** @returns undefined for what is no object of Kubernetes */
export function objectOf(resource: Resource): KubernetesObject | undefined {
  const written = /^(?:([a-z0-9.-]+)\/)?v\d+(?:(?:alpha|beta)\d+)?\/([A-Z]\w*)$/.exec(resource.type);
  if (written) return view(resource, written[1] ?? '', written[2] ?? '', scopeOf(resource, kubernetes));
  if (resource.type === 'kubernetes_manifest') return manifestOf(resource, lookup(resource.body, ['manifest']));
  if (resource.type === 'kubectl_manifest') return textManifestOf(resource);
  const typed = typedResources.get(resource.type.replace(/_v\d+(?:(?:alpha|beta)\d+)?$/, ''));
  if (!typed) return undefined;
  const [group, kind] = typed;
  const object = view(resource, group, kind, scopeOf(resource, terraform));
  return { ...object, path: (...keys) => keys.map(snake), set: (path, value) => setInMap(object, path, value) };
}

/** Annotations are a map, which is written as one where it is missing: what is missing on a path would become blocks. */
function setInMap({ resource, scope }: KubernetesObject, path: readonly string[], value: string): Edit | undefined {
  const map = path.slice(0, -1);
  const key = path.at(-1) ?? '';
  return occurs(scope, map)
    ? resource.writer.set(resource.body, path, value)
    : resource.writer.set(resource.body, map, { [key]: value });
}

/** Typed resources of the Kubernetes provider, without the version at the end of their names. */
const typedResources: ReadonlyMap<string, readonly [group: string, kind: string]> = new Map([
  ['kubernetes_service', ['', 'Service']],
  ['kubernetes_config_map', ['', 'ConfigMap']],
  ['kubernetes_pod', ['', 'Pod']],
  ['kubernetes_deployment', ['apps', 'Deployment']],
  ['kubernetes_daemonset', ['apps', 'DaemonSet']],
  ['kubernetes_daemon_set', ['apps', 'DaemonSet']],
  ['kubernetes_stateful_set', ['apps', 'StatefulSet']],
  ['kubernetes_ingress', ['networking.k8s.io', 'Ingress']],
  ['kubernetes_ingress_class', ['networking.k8s.io', 'IngressClass']],
  ['kubernetes_namespace', ['', 'Namespace']],
  ['kubernetes_network_policy', ['networking.k8s.io', 'NetworkPolicy']],
]);

/** The `yaml_body` of the providers gavinbunny/kubectl and alekc/kubectl, which hold one document; no edit is made inside a text. */
function textManifestOf(resource: Resource): KubernetesObject | undefined {
  const body = lookup(resource.body, ['yaml_body']);
  const object = manifestOf(resource, body && documentIn(body));
  return object && { ...object, set: () => undefined };
}

function manifestOf(resource: Resource, root: Value | undefined): KubernetesObject | undefined {
  if (root?.kind !== 'map') return undefined;
  const apiVersion = textOf(lookup(root, ['apiVersion']));
  const kind = textOf(lookup(root, ['kind']));
  if (apiVersion === undefined || kind === undefined) return undefined;
  const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
  return view(resource, group, kind, { resource, dialect: kubernetes, root, base: [] });
}

function view(resource: Resource, group: string, kind: string, scope: Scope): KubernetesObject {
  const { root } = scope;
  return {
    resource,
    group,
    kind,
    name: textOf(valueAt(scope, ['metadata', 'name'])) ?? nameOf(resource),
    namespace: textOf(valueAt(scope, ['metadata', 'namespace'])),
    scope,
    path: (...keys) => keys,
    set: (path, value) => (root.kind === 'map' ? resource.writer.set(root, path, value) : undefined),
  };
}

/** `loadBalancerSourceRanges` -> `load_balancer_source_ranges`, `externalIPs` -> `external_ips`. */
function snake(key: string): string {
  return key
    .replace(/IPs$/, 'Ips')
    .replace(/IP$/, 'Ip')
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** `shop/web`, or `web` where no namespace is given. */
export function fullName({ namespace, name }: KubernetesObject): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}

/** Where an object is told that has nothing better to point at. */
export function headingOf({ resource }: KubernetesObject): Origin {
  return literal(resource.heading);
}
