/** `azurerm_kubernetes_cluster_node_pool`, and the cluster that each belongs to. */
import type { Resource } from '../evaluation/resource.js';
import { entry } from '../syntax/value.js';
import { nameOf, textOf } from './identity.js';
import type { NodePool } from './model.js';
import type { Belongs } from './node-pools.js';
import { poolsOf, possiblyOf } from './node-pools.js';
import { idAt } from './network/id-at.js';
import { terraform } from './reading/dialect.js';
import { booleanAt, presenceAt, textAt } from './reading/facts.js';
import type { Scope } from './reading/scope.js';
import { firstOf, scopeOf } from './reading/scope.js';

/** The pools of a cluster that are declared apart, and the resources of those that are certainly its own. */
export function azurermPoolsOf(
  cluster: Resource,
  siblings: readonly Resource[],
): { readonly pools: readonly NodePool[]; readonly parts: readonly Resource[] } {
  const clusters = siblings.filter(({ type }) => /^azurerm_kubernetes_(automatic_)?cluster$/.test(type));
  const nodePools = siblings.filter(({ type }) => type === 'azurerm_kubernetes_cluster_node_pool');
  const inModules = new Set(clusters.map(moduleOf));
  const belongs = (pool: Resource, other: Resource): Belongs => belongsTo(pool, other, inModules.has(moduleOf(pool)));
  const { certain, possible } = poolsOf(cluster, clusters, nodePools, belongs);
  return { pools: [...certain.map(poolOf), ...possible.map(poolOf).map(possiblyOf)], parts: certain };
}

/** `node_public_ip_enabled`; `enable_node_public_ip` before provider 4.0. */
export function nodePoolOf(scope: Scope, unnamed: string): NodePool {
  const name = textAt(scope, ['name'], unnamed);
  const path = firstOf(scope, ['node_public_ip_enabled'], ['enable_node_public_ip']);
  return {
    name: name.known ? name.value : unnamed,
    nodePublicIp: booleanAt(scope, path, false),
    hostPorts: presenceAt(scope, ['node_network_profile', 'allowed_host_ports']),
    subnet: idAt(scope, ['vnet_subnet_id']),
    podSubnet: idAt(scope, ['pod_subnet_id']),
  };
}

function poolOf(resource: Resource): NodePool {
  return nodePoolOf(scopeOf(resource, terraform), nameOf(resource));
}

/**
 * By the reference in `kubernetes_cluster_id`, which nothing decides before the cluster exists: it waits for the address of the
 * cluster with `.id`. A reference to something else (a variable, a data source of another kind) does not say whose the pool is.
 * @param hasNeighbour whether a cluster stands in the pool's own module, so that those of others are out of the question
 */
function belongsTo(pool: Resource, cluster: Resource, hasNeighbour: boolean): Belongs {
  const id = entry(pool.body, 'kubernetes_cluster_id')?.value;
  const written = textOf(id);
  if (written !== undefined) return endsWith(written, textOf(cluster.name));
  const references = id?.kind === 'undetermined' ? id.waitsFor.flatMap((text) => clusterReference(text) ?? []) : [];
  const [reference, another] = references;
  if (reference !== undefined && another === undefined) return refersTo(reference, cluster.address) ? 'yes' : 'no';
  return moduleOf(pool) === moduleOf(cluster) || !hasNeighbour ? 'unsaid' : 'no';
}

function endsWith(id: string, name: string | undefined): Belongs {
  if (name === undefined) return 'unsaid';
  return id.toLowerCase().endsWith(`/${name.toLowerCase()}`) ? 'yes' : 'no';
}

/** `module.a.azurerm_kubernetes_cluster.main[0].id` -> `module.a.azurerm_kubernetes_cluster.main[0]`. */
function clusterReference(text: string): string | undefined {
  return /^(?:module\.[\w-]+(?:\[[^\]]*\])?\.)*(?:data\.)?azurerm_kubernetes_(?:automatic_)?cluster\.[\w-]+(?:\[[^\]]*\])?/.exec(
    text,
  )?.[0];
}

/** One of both may leave out which of several instances is meant. */
function refersTo(reference: string, address: string): boolean {
  return reference === address || withoutIndex(reference) === address || reference === withoutIndex(address);
}

/** `module.a["x"].` of `module.a["x"].azurerm_kubernetes_cluster.main`; empty in the root module. */
function moduleOf({ address, type }: Resource): string {
  return address.slice(0, Math.max(0, address.lastIndexOf(`${type}.`)));
}

function withoutIndex(address: string): string {
  return address.replace(/\[[^\]]*\]$/, '');
}
