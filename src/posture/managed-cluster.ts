/** `Microsoft.ContainerService/managedClusters` of ARM templates, Bicep and azapi, with agent pools that are resources of their own. */
import type { Resource } from '../evaluation/resource.js';
import { asAddedTo } from './added-part.js';
import { identityIn, region } from './cluster/identity.js';
import { apiOf, egressOf, poolOf } from './cluster/properties.js';
import { openingsOf } from './cluster/openings.js';
import { managedClusterCreation } from './creation.js';
import type { Fact } from './fact.js';
import { map } from './fact.js';
import { identityOf, ignoredBy, lifecycleOf, nameOf, textOf } from './identity.js';
import type { Mapper } from './mapper.js';
import type { NodePool } from './model.js';
import type { Unjoined } from './network/surroundings.js';
import type { Belongs } from './node-pools.js';
import { poolsOf, possiblyOf } from './node-pools.js';
import { resourceManager } from './reading/dialect.js';
import { textAt, textsAt } from './reading/facts.js';
import type { Scope } from './reading/scope.js';
import { scopeOf } from './reading/scope.js';

const clusterType = 'microsoft.containerservice/managedclusters';
const poolType = `${clusterType}/agentpools`;

export function isManagedCluster(type: string): boolean {
  return type.toLowerCase() === clusterType;
}

export const managedCluster: Mapper = {
  accepts: isManagedCluster,
  map(resource, siblings) {
    const clusters = siblings.filter(({ type }) => isManagedCluster(type));
    const agentPools = siblings.filter(({ type }) => type.toLowerCase() === poolType);
    const { certain, possible } = poolsOf(resource, clusters, agentPools, belongs);
    const pools = [...certain.map(agentPool), ...possible.map(agentPool).map(possiblyOf)];
    const seen = asAddedTo(resource, pools.length > 0);
    return [
      clusterOf(seen, {
        resourceObject: scopeOf(seen, resourceManager),
        properties: scopeOf(seen, resourceManager, ['properties']),
        pools,
        parts: certain,
      }),
    ];
  },
};

/** What carries the same object may be another resource: a template's, Terraform's azapi, Azure Service Operator. */
export interface ClusterParts {
  /** Has `sku`. */
  readonly resourceObject: Scope;
  readonly properties: Scope;
  /** Declared apart. */
  readonly pools: readonly NodePool[];
  /** The resources of those pools. */
  readonly parts: readonly Resource[];
}

export function clusterOf(resource: Resource, { resourceObject, properties, pools, parts }: ClusterParts): Unjoined {
  const automatic = isAutomatic(resourceObject);
  const api = apiOf(properties, automatic);
  const egress = egressOf(properties, automatic, pools);
  return {
    ...identityOf(resource, nameOf(resource), parts),
    kind: 'cluster',
    automatic,
    api,
    egress,
    openings: openingsOf(properties, automatic),
    meshRevisions: textsAt(properties, ['serviceMeshProfile', 'istio', 'revisions']),
    location: region(textAt(resourceObject, ['location'], '')),
    identity: identityIn(resourceObject),
    ignored: ignoredBy(resource),
    creation: managedClusterCreation(properties, api, egress),
    ...lifecycleOf(resource),
  };
}

function isAutomatic(resourceObject: Scope): Fact<boolean> {
  return map(textAt(resourceObject, ['sku', 'name'], 'Base'), (name) => name.toLowerCase() === 'automatic');
}

function agentPool(resource: Resource): NodePool {
  const name = tailOf(resource) ?? nameOf(resource);
  return {
    ...poolOf(scopeOf(resource, resourceManager, ['properties']), name),
    name: name.slice(name.indexOf('/') + 1),
  };
}

/** `/user` of a child whose parent's name the text does not decide. */
function tailOf({ name }: Resource): string | undefined {
  const tail = name?.kind === 'undetermined' ? name.parts?.at(-1) : undefined;
  return tail ? /\/([^/]+)$/.exec(tail)?.[1] : undefined;
}

/** A child's name starts with its parent's; declared inside it, its address does. */
function belongs(pool: Resource, cluster: Resource): Belongs {
  if (pool.address.startsWith(`${cluster.address}::`)) return 'yes';
  const [parent, child] = (textOf(pool.name) ?? '').toLowerCase().split('/');
  const name = textOf(cluster.name)?.toLowerCase();
  if (child !== undefined && name !== undefined) return parent === name ? 'yes' : 'no';
  return waitForTheSame(pool, cluster) ? 'yes' : 'unsaid';
}

function waitForTheSame({ name: pool }: Resource, { name: cluster }: Resource): boolean {
  if (pool?.kind !== 'undetermined' || cluster?.kind !== 'undetermined' || pool.waitsFor.length === 0) return false;
  const [ours, theirs] = [pool, cluster].map(({ waitsFor }) => [...new Set(waitsFor)].sort().join('\n'));
  return ours === theirs;
}
