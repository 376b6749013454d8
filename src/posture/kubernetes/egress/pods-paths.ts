/** Workloads whose pods step around a filter, ask public resolvers, or need images that an isolated cluster can't reach. */
import type { Resource } from '../../../evaluation/resource.js';
import type { Bypass, Need, PodsEgressPath, SelectedPods } from '../../egress-path.js';
import { certainly, is } from '../../fact.js';
import { digestOf } from '../../digest.js';
import { textOf } from '../../identity.js';
import { itemsAt, valueAt } from '../../reading/scope.js';
import { annotationsAt } from '../annotations.js';
import type { Estate } from '../estate.js';
import { hostFacts } from '../host.js';
import type { KubernetesObject } from '../object.js';
import { podLabels, podPath } from '../pods.js';
import { isolatedClusters } from './filtered-clusters.js';
import { isPublicHost, registryOf } from './outside.js';
import { pathOfObject } from './path-of.js';
import type { DeclaredPolicy } from './policies.js';
import { declaredPolicies } from './policies.js';
import { unitOf } from './policy-paths.js';
import { podResolvers } from './resolvers.js';
import { covers } from './selected-pods.js';

export function podsPaths(object: KubernetesObject, estate: Estate): readonly PodsEgressPath[] {
  const { scope, path } = object;
  const past = pastPolicies(object, estate);
  const bypasses = [...aroundProxy(object), ...aroundMesh(object), ...past.bypasses];
  const dns = [...podPath(object), 'spec', ...path('dnsConfig'), 'nameservers'];
  const resolvers = podResolvers(scope, dns);
  const needs = imagesFor(object, isolatedClusters(estate));
  if (bypasses.length + resolvers.length + needs.length === 0) return [];
  const own = pathOfObject(object);
  const digest = past.parts.length > 0 ? digestOf([object.resource, ...past.parts]) : own.digest;
  return [
    {
      ...own,
      digest,
      id: `${own.id}/egress`,
      via: 'pods',
      bypasses,
      resolvers,
      needs,
    },
  ];
}

const noProxy = 'kubernetes.azure.com/no-http-proxy-vars';

function aroundProxy(object: KubernetesObject): readonly Bypass[] {
  const annotation = podAnnotation(object, noProxy);
  return annotation?.value === 'true'
    ? [{ around: 'proxy', by: `the annotation ${noProxy}`, origin: annotation.origin }]
    : [];
}

/** An annotation of the pods, where its value is certain. */
function podAnnotation(object: KubernetesObject, key: string): { value: string; origin: Bypass['origin'] } | undefined {
  const { annotations } = annotationsAt(object.scope, [...podPath(object), 'metadata', 'annotations']);
  const found = annotations.get(key)?.value;
  return found?.known === true ? { value: found.value, origin: found.origin } : undefined;
}

const excludedRanges = 'traffic.sidecar.istio.io/excludeOutboundIPRanges';

/** A sidecar that leaves all addresses alone. Pods without a sidecar are not told: most of them have no mesh at all. */
function aroundMesh(object: KubernetesObject): readonly Bypass[] {
  const annotation = podAnnotation(object, excludedRanges);
  const ranges = annotation?.value.split(',').map((range) => range.trim()) ?? [];
  return annotation && ranges.some((range) => range === '*' || range === '0.0.0.0/0')
    ? [{ around: 'mesh', by: `the annotation ${excludedRanges}`, origin: annotation.origin }]
    : [];
}

const staticGateway = 'kubernetes.azure.com/static-gateway-configuration';

/** Policies hold neither for pods on the network of their node nor for what leaves through a static gateway. */
function pastPolicies(
  object: KubernetesObject,
  estate: Estate,
): { readonly bypasses: readonly Bypass[]; readonly parts: readonly Resource[] } {
  const { hostNetwork } = hostFacts(object);
  const gateway = podAnnotation(object, staticGateway);
  const found: Bypass[] = [];
  if (certainly(hostNetwork, (on) => on) === true) {
    found.push({ around: 'policies', by: 'hostNetwork', origin: hostNetwork.origin });
  }
  if (gateway) {
    found.push({ around: 'policies', by: `the annotation ${staticGateway}`, origin: gateway.origin });
  }
  if (found.length === 0) return { bypasses: [], parts: [] };
  const policies = policiesFor(object, estate);
  return { bypasses: policies.length > 0 ? found : [], parts: policies.map((policy) => policy.object.resource) };
}

function policiesFor(object: KubernetesObject, estate: Estate): readonly DeclaredPolicy[] {
  const { namespace, resource } = object;
  const its: SelectedPods = { namespace, text: '\0', labels: podLabels(object) };
  return estate
    .derived(declaredPolicies)
    .filter(
      ({ object: declaring, pods, policy }) =>
        covers(pods, its) &&
        is(policy.isolates, true) &&
        (namespace !== undefined || unitOf(declaring.resource).id === unitOf(resource).id),
    );
}

function imagesFor(object: KubernetesObject, clusters: readonly string[]): readonly Need[] {
  if (clusters.length === 0) return [];
  const { scope, path } = object;
  const names = scope.dialect.textOfScalars ? ['init_container', 'container'] : ['initContainers', 'containers'];
  const containers = names.flatMap((name) => itemsAt(scope, [...podPath(object), 'spec', ...path(name)]).scopes);
  return containers.flatMap((container): readonly Need[] => {
    const value = valueAt(container, ['image']);
    const image = value && textOf(value);
    if (!value || image === undefined) return [];
    const host = registryOf(image);
    return isPublicHost(host) ? [{ what: 'image', host, origin: value.origin, clusters }] : [];
  });
}
