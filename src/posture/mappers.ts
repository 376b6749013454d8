/** Every mapper, and the subjects that they make of the resources of one root. */
import type { Resource } from '../evaluation/resource.js';
import { applicationGateway } from './application-gateway.js';
import { throughAzapi } from './azapi.js';
import { updatesOf } from './azapi-update.js';
import { azurermAutomaticCluster } from './azurerm-automatic-cluster.js';
import { azurermCluster } from './azurerm-cluster.js';
import { managedCluster } from './managed-cluster.js';
import { digestOf } from './digest.js';
import { followedGateways } from './followed-gateways.js';
import type { Mapped, Mapper } from './mapper.js';
import type { Cluster, Subject } from './model.js';
import type { Unjoined } from './network/surroundings.js';
import { surroundingsOf } from './network/surroundings.js';
import { throughOperators } from './operators/through.js';
import { unreadDeployment } from './unread.js';
import { egressPathsOf } from './kubernetes/egress/egress-paths.js';
import { entryPointsOf } from './kubernetes/entry-points.js';
import type { Estate } from './kubernetes/estate.js';
import { estateOf } from './kubernetes/estate.js';

export const mappers: readonly Mapper[] = [
  managedCluster,
  azurermCluster,
  azurermAutomaticCluster,
  applicationGateway,
  unreadDeployment,
];

/**
 * @param resources all of one root: some subjects are declared in parts
 * @param estate what the root is joined to beyond itself: the Kubernetes objects of the whole revision
 */
export function subjects(resources: readonly Resource[], estate: Estate = estateOf(resources)): readonly Subject[] {
  const entryPoints = resources.flatMap((resource) => entryPointsOf(resource, estate));
  return [...fromAzure(resources), ...entryPoints, ...egressPathsOf(resources, estate)];
}

/** The clusters of all roots. */
export function clustersOf(resources: readonly Resource[]): readonly Cluster[] {
  const roots = new Map<string, Resource[]>();
  for (const resource of resources) {
    const { format, id } = resource.root;
    const root = `${format} ${id}`;
    const same = roots.get(root);
    if (same) same.push(resource);
    else roots.set(root, [resource]);
  }
  return [...roots.values()].flatMap(fromAzure).flatMap((subject) => (subject.kind === 'cluster' ? [subject] : []));
}

/** Clusters, and the gateways beside them. */
function fromAzure(resources: readonly Resource[]): readonly Subject[] {
  const seen = throughOperators(throughAzapi(resources));
  const mapped = seen.flatMap((resource) => mapResource(resource, seen).map((subject) => ({ subject, resource })));
  const clusters = mapped.filter(({ subject }) => subject.kind === 'cluster').map(({ resource }) => resource);
  const updates = updatesOf(seen, clusters);
  const updated = mapped.map(({ subject, resource }) =>
    subject.kind === 'cluster' ? updates.applied(subject, resource) : subject,
  );
  return [...updated, ...updates.elsewhere].map(joining(seen));
}

function mapResource(resource: Resource, siblings: readonly Resource[]): readonly Mapped[] {
  return mappers.filter(({ accepts }) => accepts(resource.type)).flatMap((mapper) => mapper.map(resource, siblings));
}

/** What surrounds a cluster is a part of it: a changed route touches the clusters behind it. */
function joining(resources: readonly Resource[]): (mapped: Mapped) => Subject {
  const around = surroundingsOf(resources);
  const follow = followedGateways(resources);
  const join = (own: Unjoined): Subject => {
    const cluster = follow(own);
    const network = around(cluster);
    if (network.parts.length === 0) return { ...cluster, network };
    const surroundings = digestOf(network.parts);
    return { ...cluster, network, digest: () => `${cluster.digest()} ${surroundings()}` };
  };
  return (mapped) => (mapped.kind === 'cluster' ? join(mapped) : mapped);
}
