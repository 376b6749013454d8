import { clusterRule } from '../define.js';
import { unlessFixed } from '../module-setting.js';
import { targetsOf } from '../../posture/network/link.js';
import type { Subnet } from '../../posture/network/model.js';
import { nodeSubnets, wayOut } from '../../scoring/egress/routed.js';
import { listed } from '../words.js';
import { beneathNodeAddresses, decided, spelled } from './beneath.js';

export const unrestrictedOutbound = clusterRule(
  {
    id: 'egress/unrestricted-outbound',
    dimension: 'egress',
    severity: 'error',
    title: 'Nodes and pods reach the whole Internet',
    rationale:
      'A load balancer or a NAT gateway translates addresses and filters nothing: whatever runs in the cluster can send data anywhere. A private cluster does not change that.',
    remedy:
      'Route the node subnet to a firewall (a route for 0.0.0.0/0 first, then outboundType userDefinedRouting), or cut egress with outbound type none and images from a private cache. Changing the type of a running cluster interrupts connections and changes its outbound address, and only some changes are allowed.',
  },
  (judged) => {
    const egress = beneathNodeAddresses(judged);
    if (egress.cause !== 'unrestricted') return [];
    const { subject } = judged;
    const subnets = nodeSubnets(subject).flatMap(({ subnet }) => targetsOf(subnet));
    return [
      {
        message: `Nodes and pods of ${subject.name} can connect to the whole Internet: the outbound type is ${spelled(subject.egress.outboundType)}, which filters nothing${unrouted(subnets)}.`,
        origin: subject.egress.outboundType.origin,
        // A cluster behind a filter that loses its route is open without a change of its own.
        also: subnets.flatMap(wayOut),
        ...decided(judged, egress),
        ...unlessFixed(subject.egress.outboundType),
      },
    ];
  },
);

/** Worth a word where the subnets are declared here: their routes could have filtered. */
function unrouted(subnets: readonly Subnet[]): string {
  const bare = subnets.filter(({ routeTable }) => routeTable.kind === 'none');
  if (bare.length === 0 || bare.length < subnets.length) return '';
  const names = listed(
    bare.map(({ name }) => name),
    3,
  );
  return `, and ${bare.length === 1 ? `subnet ${names} has` : `subnets ${names} have`} no route table`;
}
