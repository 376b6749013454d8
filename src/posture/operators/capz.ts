/**
 * Clusters of the Cluster API provider for Azure. `AzureManagedControlPlane` has the names of the Azure API in places of its own;
 * `AzureASOManagedControlPlane` carries the objects of Azure Service Operator themselves. Templates are read as what they make.
 */
import type { Resource, Writer } from '../../evaluation/resource.js';
import { resourceOf } from '../../evaluation/kubernetes/resource.js';
import type { Mapping, Value } from '../../syntax/value.js';
import { literal, mapping, scalar, undetermined } from '../../syntax/value.js';
import { fromServiceOperator, inAzureTerms } from './aso.js';
import { at, itemsAt, kindIn, madeBy, mapAt, objectOf, withEntries } from './build.js';
import { mergePatched } from './merge-patch.js';
import { substituted } from './placeholders.js';

const group = /^infrastructure\.cluster\.x-k8s\.io$/;
const clusterType = 'Microsoft.ContainerService/managedClusters';

/** @returns undefined for what is no part of a managed cluster */
export function fromClusterApi(resource: Resource): readonly Resource[] | undefined {
  const kind = kindIn(resource.type, group);
  const [, base, template] = /^(AzureManaged\w+?|AzureASOManaged\w+?)(Template)?$/.exec(kind ?? '') ?? [];
  const path = template === undefined ? ['spec'] : ['spec', 'template', 'spec'];
  switch (base) {
    case 'AzureManagedControlPlane':
      return [controlPlane(resource, path)];
    case 'AzureManagedMachinePool':
      return [machinePool(resource, path)];
    case 'AzureASOManagedControlPlane':
      return carriedClusters(resource, path);
    case 'AzureASOManagedMachinePool':
      return carried(resource, path);
    default:
      return undefined;
  }
}

function controlPlane(resource: Resource, path: readonly string[]): Resource {
  const object = inAzureTerms(resource.body);
  const name = at(object, 'metadata', 'name');
  const spec = mapAt(object, ...path) ?? mapping([], literal(resource.heading));
  const body = objectOf(
    {
      name,
      location: at(spec, 'location'),
      identity: at(spec, 'identity'),
      properties: propertiesOf(spec),
      // Says which of the properties can change later.
      asoManagedClusterPatches: at(spec, 'asoManagedClusterPatches'),
    },
    resource.body.origin,
  );
  return {
    ...resource,
    format: 'capz',
    type: clusterType,
    name,
    body: patched(body, spec, resource),
    writer: knownWriter(resource.writer),
  };
}

/** The settings that these objects have; all others come by patches only, and Kubernetes would drop them. */
const settings = new Set([
  'enablePrivateCluster',
  'enablePrivateClusterPublicFQDN',
  'privateDNSZone',
  'authorizedIPRanges',
  'outboundType',
  'networkPolicy',
  'networkDataplane',
]);

/** The outbound types `none` and `block` are not in the enumeration of `AzureManagedControlPlane`. */
function knownWriter(writer: Writer): Writer {
  return {
    ...writer,
    set: (container, path, value) =>
      settings.has(path.at(-1) ?? '') && value !== 'none' && value !== 'block'
        ? writer.set(container, path, value)
        : undefined,
  };
}

/** What Azure has in its network profile stands in the specification itself, where a fix writes it too. */
function propertiesOf(spec: Mapping): Mapping {
  const network = objectOf(
    {
      outboundType: at(spec, 'outboundType'),
      loadBalancerSku: at(spec, 'loadBalancerSKU'),
      networkPolicy: at(spec, 'networkPolicy'),
      networkDataplane: at(spec, 'networkDataplane'),
      networkPlugin: at(spec, 'networkPlugin'),
    },
    spec.origin,
  );
  return withEntries(spec, {
    networkProfile: network,
    addonProfiles: addOns(at(spec, 'addonProfiles')),
    kubernetesVersion: at(spec, 'version'),
  });
}

/** A list with names there, an object by name in the Azure API. */
function addOns(list: Value | undefined): Value | undefined {
  if (list?.kind !== 'list') return list;
  const named = list.items.flatMap((item) => {
    const name = at(item, 'name');
    return name?.kind === 'scalar' ? [[String(name.value), item] as const] : [];
  });
  return objectOf(Object.fromEntries(named), list.origin);
}

/** `asoManagedClusterPatches`: JSON merge patches over the object that the provider sends to Azure Service Operator. */
function patched(body: Mapping, spec: Mapping, resource: Resource): Mapping {
  const patches = at(spec, 'asoManagedClusterPatches');
  if (!patches) return body;
  if (patches.kind !== 'list') return withEntries(body, { properties: madeBy('asoManagedClusterPatches', resource) });
  return patches.items.reduce<Mapping>((now, patch) => {
    const change = patch.kind === 'scalar' && typeof patch.value === 'string' ? specIn(patch.value) : undefined;
    if (change === undefined) {
      const open = undetermined('asoManagedClusterPatches', ['asoManagedClusterPatches'], patch.origin);
      return withEntries(now, { properties: open });
    }
    return withEntries(now, { properties: mergePatched(at(now, 'properties'), change, patch.origin) });
  }, body);
}

/** The `spec` of a patch; undefined for what can't be read. */
function specIn(patch: string): unknown {
  try {
    const parsed: unknown = JSON.parse(patch);
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    return 'spec' in parsed ? parsed.spec : {};
  } catch {
    return undefined;
  }
}

function machinePool(resource: Resource, path: readonly string[]): Resource {
  const object = inAzureTerms(resource.body);
  const properties = at(object, ...path) ?? mapping([], literal(resource.heading));
  const name = at(object, 'metadata', 'name');
  return {
    ...resource,
    format: 'capz',
    type: `${clusterType}/agentPools`,
    name,
    body: objectOf({ properties }, resource.body.origin),
  };
}

/** A control plane without a cluster gets it from patches that are made elsewhere: a ClusterClass. */
function carriedClusters(resource: Resource, path: readonly string[]): readonly Resource[] {
  const resources = carried(resource, path);
  if (resources.some(({ type }) => type === clusterType)) return resources;
  const properties = madeBy('patches of the ClusterClass', resource);
  const name = at(resource.body, 'metadata', 'name');
  const body = objectOf({ sku: properties, properties }, resource.body.origin);
  const known = name?.kind === 'scalar' ? substituted(name) : name;
  return [{ ...resource, format: 'capz', type: clusterType, name: known, body }, ...resources];
}

/** The objects that a resource carries; each may lack a name, which is then the carrier's. */
function carried(resource: Resource, path: readonly string[]): readonly Resource[] {
  const objects = itemsAt(resource.body, ...path, 'resources').filter((item) => item.kind === 'map');
  return objects.flatMap((object) => {
    const inner = resourceOf(named(object, resource), resource.root, resource.format, resource.writer);
    const kind = inner.type.split('/').at(-1) ?? '';
    const seen = fromServiceOperator({ ...inner, address: `${resource.address}/${kind}` }, 'capz');
    return seen ? [seen] : [];
  });
}

function named(object: Mapping, carrier: Resource): Mapping {
  if (at(object, 'metadata', 'name')) return object;
  const name = at(carrier.body, 'metadata', 'name') ?? scalar('', literal(carrier.heading));
  const metadata = mapAt(object, 'metadata') ?? mapping([], literal(carrier.heading));
  return withEntries(object, { metadata: withEntries(metadata, { name }) });
}
