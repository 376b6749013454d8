import { waysOutBesideNone } from '../../scoring/egress/closed.js';
import { clusterRule } from '../define.js';
import { beneathNodeAddresses, decided } from './beneath.js';

export const natGatewayBesideNone = clusterRule(
  {
    id: 'egress/nat-gateway-beside-none',
    dimension: 'egress',
    severity: 'error',
    title: 'A NAT gateway opens the subnet of a cluster without egress',
    rationale:
      'Outbound type none means that AKS makes no way out. A NAT gateway on the subnet is one all the same: its public address or prefix takes every node to the whole Internet, and filters nothing.',
    remedy:
      'Detach the NAT gateway from the subnet of the nodes. Where they need a few destinations, send everything to a firewall and admit those.',
  },
  (judged) => {
    const egress = beneathNodeAddresses(judged);
    const { subject } = judged;
    return waysOutBesideNone(subject)
      .filter(({ judgement }) => judgement.cause === 'nat-gateway-beside-none')
      .map(({ subnet, judgement }) => ({
        message: `The nodes of ${subject.name} reach the whole Internet through the NAT gateway of subnet ${subnet.name}, although the outbound type is none.`,
        origin: judgement.evidence[0] ?? subnet.heading,
        also: judgement.evidence.slice(1),
        key: subnet.name,
        ...(egress.cause === 'nat-gateway-beside-none' ? decided(judged, egress) : {}),
      }));
  },
);
