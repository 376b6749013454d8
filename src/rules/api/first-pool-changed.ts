import { is } from '../../posture/fact.js';
import type { Fact } from '../../posture/fact.js';
import type { Cluster } from '../../posture/model.js';
import { differs } from '../change.js';
import { clusterChangeRule } from '../define.js';

export const firstPoolChanged = clusterChangeRule(
  {
    id: 'api/first-pool-changed',
    dimension: 'api',
    severity: 'warning',
    title: 'The private endpoint of the API server can move to another subnet',
    rationale:
      'AKS puts the private endpoint of the API server into the subnet of the first node pool. Where another pool comes first, the endpoint moves when the cluster is stopped and started, and its address changes.',
    remedy:
      'Keep the order of the node pools, and put new ones at the end. If the first pool has to go, check security groups, firewall rules and DNS records for the address of the endpoint.',
  },
  ({ subject: before }, { subject: after }) => {
    const [was, now] = [firstPool(before), firstPool(after)];
    if (!was || !now || !hasEndpointInNodeSubnet(before) || !hasEndpointInNodeSubnet(after)) return [];
    const moves = differs(spelledAlike(was.subnet), spelledAlike(now.subnet));
    if (moves === false || (moves === undefined && was.name === now.name)) return [];
    const how =
      was.name === now.name
        ? `The first node pool ${now.name} of ${before.name} goes to another subnet`
        : `Node pool ${now.name} takes the place of ${was.name} as the first of ${before.name}`;
    return [
      {
        message: `${how}: the private endpoint of the API server follows it ${moves ? 'to another subnet' : 'to the subnet of that pool'} when the cluster is stopped and started, and gets another address.`,
        origin: now.subnet.origin,
        also: [now.nodePublicIp.origin],
      },
    ];
  },
);

function firstPool({ egress }: Cluster): Cluster['egress']['pools'][number] | undefined {
  return egress.pools[0];
}

/** With API server VNet integration the API server has a subnet of its own. */
function hasEndpointInNodeSubnet({ api }: Cluster): boolean {
  return is(api.privateCluster, true) && is(api.vnetIntegration, false);
}

function spelledAlike(fact: Fact<string>): Fact<string> {
  return fact.known ? { ...fact, value: fact.value.toLowerCase() } : fact;
}
