/** Node pools that are declared apart from their cluster, and whose they are. */
import type { Resource } from '../evaluation/resource.js';
import { map } from './fact.js';
import type { NodePool } from './model.js';
import { known } from './reading/convert.js';

export type Belongs = 'yes' | 'no' | 'unsaid';

/**
 * The pools of a cluster among the resources of its root. A pool that does not say whose it is belongs to the only cluster
 * that there is; among several it could be anyone's.
 * @param belongs what a pool says about a cluster
 */
export function poolsOf(
  cluster: Resource,
  clusters: readonly Resource[],
  pools: readonly Resource[],
  belongs: (pool: Resource, cluster: Resource) => Belongs,
): { readonly certain: readonly Resource[]; readonly possible: readonly Resource[] } {
  const answers = pools.map((pool) => ({ pool, answer: whose(pool, cluster, clusters, belongs) }));
  return {
    certain: answers.filter(({ answer }) => answer === 'yes').map(({ pool }) => pool),
    possible: answers.filter(({ answer }) => answer === 'unsaid').map(({ pool }) => pool),
  };
}

function whose(
  pool: Resource,
  cluster: Resource,
  clusters: readonly Resource[],
  belongs: (pool: Resource, cluster: Resource) => Belongs,
): Belongs {
  if (clusters.some((other) => belongs(pool, other) === 'yes')) return belongs(pool, cluster) === 'yes' ? 'yes' : 'no';
  const candidates = clusters.filter((other) => belongs(pool, other) === 'unsaid');
  if (!candidates.includes(cluster)) return 'no';
  return candidates.length === 1 ? 'yes' : 'unsaid';
}

/** A pool that may belong to another cluster decides nothing about this one when it has no public addresses, else leaves it open. */
export function possiblyOf(pool: NodePool): NodePool {
  const { nodePublicIp, hostPorts } = pool;
  const elsewhere = openPool(pool.name, nodePublicIp);
  if (!nodePublicIp.known || !nodePublicIp.value) return { ...elsewhere, hostPorts };
  const { origin, name } = nodePublicIp;
  const expression = `the cluster of node pool ${pool.name}`;
  return { ...elsewhere, hostPorts, nodePublicIp: { known: false, expression, dependsOn: [expression], origin, name } };
}

/** A pool of which nothing else is known. */
export function openPool(name: string, nodePublicIp: NodePool['nodePublicIp']): NodePool {
  const absent = known('', nodePublicIp.origin, name, true);
  return { name, nodePublicIp, hostPorts: map(absent, () => false), subnet: absent, podSubnet: absent };
}
