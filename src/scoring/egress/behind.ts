/** What stands on the way that the routes of the nodes take, gathered over all their subnets. */
import type { Cluster } from '../../posture/model.js';
import { targetsOf } from '../../posture/network/link.js';
import type { Firewall, RouteTable, Subnet } from '../../posture/network/model.js';
import type { Admission, Hole } from './firewall.js';
import { admissionOf } from './firewall.js';
import { nodeSubnets } from './routed.js';
import { routingOf } from './routing.js';

/** The subnets that nodes are certainly in, as far as they are declared here. */
export function declaredSubnets(cluster: Cluster): readonly Subnet[] {
  return nodeSubnets(cluster).flatMap(({ subnet }) => (subnet.kind === 'here' ? [subnet.target] : []));
}

/** The route tables that certainly stand on them. */
export function routeTablesOf(cluster: Cluster): readonly RouteTable[] {
  const tables = declaredSubnets(cluster).flatMap(({ routeTable }) =>
    routeTable.kind === 'here' ? [routeTable.target] : [],
  );
  return [...new Set(tables)];
}

/** The firewalls that everything is sent to, each with the subnet that sends it there. */
export function firewallsBehind(cluster: Cluster): readonly { readonly firewall: Firewall; readonly subnet: Subnet }[] {
  return declaredSubnets(cluster).flatMap((subnet) => {
    const routing = routingOf({ kind: 'here', target: subnet, origin: subnet.heading });
    if (routing.kind !== 'filtered') return [];
    return targetsOf(routing.route.firewall).map((firewall) => ({ firewall, subnet }));
  });
}

/** The holes of one kind in the rules of those firewalls, each once. */
export function holesBehind(cluster: Cluster, kind: 'everything' | 'azureCloud' | 'shared'): readonly Hole[] {
  const holes = firewallsBehind(cluster).flatMap(
    ({ firewall, subnet }): Admission[typeof kind] => admissionOf(firewall, subnet)[kind],
  );
  const seen = new Map<Hole['rule'], Set<string>>();
  return holes.filter((hole) => {
    const texts = seen.get(hole.rule) ?? new Set();
    seen.set(hole.rule, texts);
    const text = textOf(hole);
    return !texts.has(text) && texts.add(text);
  });
}

function textOf({ destination }: Hole): string {
  return destination.known ? destination.value : destination.expression;
}
