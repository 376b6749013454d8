/**
 * Crossplane's `KubernetesCluster` and `KubernetesClusterNodePool` of the Upbound providers, which are made from the azurerm
 * provider: its names in camel case under `spec.forProvider`, blocks as lists of one (v1beta1) or as objects (v1beta2 and the
 * `.m.` groups). So they are seen as that provider's resources, whose defaults are theirs.
 */
import type { Resource, Writer } from '../../evaluation/resource.js';
import type { Entry, Mapping, Undetermined, Value } from '../../syntax/value.js';
import { literal, scalar, undetermined } from '../../syntax/value.js';
import { at, kindIn, mapAt, objectOf, withEntries } from './build.js';
import { substituted } from './placeholders.js';
import { rewritten } from './rewrite.js';

const group = /^containerservice\.azure(\.m)?\.upbound\.io$/;

const types: ReadonlyMap<string, string> = new Map([
  ['KubernetesCluster', 'azurerm_kubernetes_cluster'],
  ['KubernetesClusterNodePool', 'azurerm_kubernetes_cluster_node_pool'],
]);

/** @returns undefined for what is neither a cluster nor a pool */
export function fromCrossplane(resource: Resource): Resource | undefined {
  const type = types.get(kindIn(resource.type, group) ?? '');
  if (type === undefined) return undefined;
  const object = rewritten(resource.body, { scalar: substituted });
  return {
    ...resource,
    format: 'crossplane',
    type,
    name: at(object, 'metadata', 'name'),
    body: argumentsOf(object, resource),
    writer: camelWriter(resource),
  };
}

/** What `initProvider` says counts where `forProvider` says nothing: it is sent when the resource is made. */
function argumentsOf(object: Value, { body, heading }: Resource): Mapping {
  const written = at(object, 'spec', 'forProvider');
  const provider = written?.kind === 'map' ? written : objectOf({}, body.origin);
  const initial = mapAt(object, 'spec', 'initProvider');
  const both = initial ? { ...provider, entries: new Map([...initial.entries, ...provider.entries]) } : provider;
  const seen = rewritten(both, { entry: azurermEntry });
  const map = seen.kind === 'map' ? seen : both;
  const id = clusterIdOf(provider);
  const observed = onlyObserved(object);
  const rest = written?.kind === 'undetermined' ? { rest: written } : observed ? { rest: observed } : {};
  return { ...(id ? withEntries(map, { kubernetes_cluster_id: id }) : map), ...rest, origin: originOf(map, heading) };
}

/** `managementPolicies: [Observe]`: somebody else makes it, and says what is not said here. */
function onlyObserved(object: Value): Undetermined | undefined {
  const policies = at(object, 'spec', 'managementPolicies');
  if (policies?.kind !== 'list' || policies.rest || policies.items.length !== 1) return undefined;
  const [only] = policies.items;
  if (only?.kind !== 'scalar' || only.value !== 'Observe') return undefined;
  const told = 'whoever makes the cluster, which is only observed here';
  return undetermined(told, [told], policies.origin);
}

function originOf(map: Mapping, heading: Resource['heading']): Mapping['origin'] {
  return map.origin.span.file === heading.file ? map.origin : literal(heading);
}

/** `kubernetesClusterIdRef.name` is as good as an id that ends in that name; a selector says nothing of it. */
function clusterIdOf(provider: Mapping): Value | undefined {
  const name = at(provider, 'kubernetesClusterIdRef', 'name');
  return name?.kind === 'scalar' ? scalar(`/${String(name.value)}`, name.origin) : undefined;
}

/** `vnetSubnetIdRef` and `vnetSubnetIdSelector` stand for a `vnet_subnet_id` that Crossplane finds. */
function azurermEntry({ key, keySpan, value }: Entry): readonly Entry[] {
  const [, target] = /^(.+)(?:Ref|Refs|Selector)$/.exec(key) ?? [];
  if (target === undefined || value.kind === 'scalar') return [{ key: snakeCase(key), keySpan, value }];
  return [{ key: snakeCase(target), keySpan, value: undetermined(key, [key], value.origin) }];
}

export function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function camelCase(key: string): string {
  return key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** A block that is not there yet is a list in one version and an object in the other: only the second is written. */
function camelWriter({ type, writer }: Resource): Writer {
  const lists = type.startsWith('containerservice.azure.upbound.io/v1beta1/');
  return {
    ...writer,
    set: (container, path, value) =>
      lists && path.length > 1 ? undefined : writer.set(container, path.map(camelCase), value),
  };
}
