import { clusterRule } from '../define.js';
import { beneathNodeAddresses, decided } from './beneath.js';

export const routeMissing = clusterRule(
  {
    id: 'egress/route-missing',
    dimension: 'egress',
    severity: 'error',
    title: 'User-defined routing without a route for everything',
    rationale:
      'With outbound type userDefinedRouting AKS leaves the way out to the route table of the node subnet. Without one, or without a route for 0.0.0.0/0 in it, the nodes have no way out, or the one that Azure gives to every virtual machine, which nothing filters.',
    remedy:
      'Attach a route table to the node subnet, with a route for 0.0.0.0/0 to the firewall, before the cluster is made. A virtual network that declares its subnets inside of it has to name the route table there: what it omits is detached.',
  },
  (judged) => {
    const egress = beneathNodeAddresses(judged);
    if (egress.cause !== 'route-missing') return [];
    const [origin, ...also] = egress.evidence;
    return [
      {
        message: `Egress of ${judged.subject.name} is broken or open: ${egress.because}.`,
        origin: origin ?? judged.subject.egress.outboundType.origin,
        also,
        ...decided(judged, egress),
      },
    ];
  },
);
