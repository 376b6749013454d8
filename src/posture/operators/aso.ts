/**
 * Azure Service Operator's `ManagedCluster` and `ManagedClustersAgentPool`, seen as the resources of Azure that they are sent as:
 * their `spec` has the names of the Azure API, and references to other resources in place of ids.
 */
import type { Resource } from '../../evaluation/resource.js';
import type { Entry, Mapping, Value } from '../../syntax/value.js';
import { literal, mapping, scalar, undetermined } from '../../syntax/value.js';
import { partial } from '../partial.js';
import { at, kindIn, mapAt, objectOf } from './build.js';
import { substituted } from './placeholders.js';
import { rewritten } from './rewrite.js';

const group = /^containerservice\.azure\.com$/;
const clusterType = 'Microsoft.ContainerService/managedClusters';

/** @returns undefined for what is neither a cluster nor a pool */
export function fromServiceOperator(resource: Resource, format: 'aso' | 'capz' = 'aso'): Resource | undefined {
  switch (kindIn(resource.type, group)) {
    case 'ManagedCluster':
      return asApplied(clusterOf(resource, format), resource);
    case 'ManagedClustersAgentPool':
      return asApplied(poolOf(resource, format), resource);
    default:
      return undefined;
  }
}

/**
 * With the policy `skip` the operator sends nothing and only reads what is there, so what is omitted is not the default; with
 * `detach-on-delete` it sends as usual, and it takes any other value for `manage` (Azure Service Operator, annotations).
 */
function asApplied(seen: Resource, { body }: Resource): Resource {
  const written = at(body, 'metadata', 'annotations', 'serviceoperator.azure.com/reconcile-policy');
  const policy = written?.kind === 'scalar' ? substituted(written) : written;
  if (policy?.kind !== 'scalar' || policy.value !== 'skip') return seen;
  const told = 'whoever makes the cluster, which is only read here';
  return { ...seen, body: partial(seen.body, undetermined(told, [told], policy.origin)) };
}

function clusterOf(resource: Resource, format: 'aso' | 'capz'): Resource {
  const object = inAzureTerms(resource.body);
  const name = at(object, 'metadata', 'name');
  const spec = mapAt(object, 'spec');
  return {
    ...resource,
    format,
    type: clusterType,
    name,
    body: objectOf(
      {
        name,
        location: at(spec, 'location'),
        sku: at(spec, 'sku'),
        identity: identityOf(mapAt(spec, 'identity')),
        properties: at(object, 'spec') ?? mapping([], literal(resource.heading)),
      },
      resource.body.origin,
    ),
  };
}

function poolOf(resource: Resource, format: 'aso' | 'capz'): Resource {
  const object = inAzureTerms(resource.body);
  const name = childName(at(object, 'spec', 'owner', 'name'), at(object, 'metadata', 'name'), resource);
  const properties = at(object, 'spec') ?? mapping([], literal(resource.heading));
  return {
    ...resource,
    format,
    type: `${clusterType}/agentPools`,
    name,
    body: objectOf({ name, properties }, resource.body.origin),
  };
}

/** `cluster/pool`, as far as the owner is known. */
function childName(owner: Value | undefined, pool: Value | undefined, resource: Resource): Value | undefined {
  const child = text(pool) ?? resource.address.split('/').at(-1) ?? '';
  const parent = text(owner);
  if (parent !== undefined) return scalar(`${parent}/${child}`, owner?.origin ?? literal(resource.heading));
  if (owner?.kind !== 'undetermined') return pool;
  return undetermined(`${owner.expression}/${child}`, owner.waitsFor, owner.origin, undefined, [null, `/${child}`]);
}

function text(value: Value | undefined): string | undefined {
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}

/** A list of references there, whose ids are no keys of an object as in the Azure API. */
function identityOf(identity: Mapping | undefined): Mapping | undefined {
  const list = at(identity, 'userAssignedIdentities');
  if (!identity || list?.kind !== 'list') return identity;
  const ids = list.items.map((item) => at(item, 'id') ?? undetermined('reference', [], item.origin));
  return objectOf({ type: at(identity, 'type'), identity_ids: { ...list, items: ids } }, identity.origin);
}

/** After substitution, with the ids that references stand for. */
export function inAzureTerms(object: Mapping): Value {
  return rewritten(object, { scalar: substituted, entry: withId });
}

/** `vnetSubnetReference: { armId }` is the `vnetSubnetID` of the Azure API, `reference: { armId }` an `id`. */
function withId(entry: Entry): readonly Entry[] {
  const [, prefix] = /^(.*)[rR]eference$/.exec(entry.key) ?? [];
  if (prefix === undefined || entry.value.kind !== 'map') return [entry];
  const key = prefix === '' ? 'id' : prefix === 'privateDNSZone' ? prefix : `${prefix}Id`;
  const name = at(entry.value, 'name');
  const told = `${entry.key} ${text(name) ?? (name?.kind === 'undetermined' ? name.expression : '')}`.trim();
  const id = at(entry.value, 'armId') ?? undetermined(told, [told], entry.value.origin);
  return [entry, { key, keySpan: entry.keySpan, value: id }];
}
