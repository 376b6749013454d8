import { clusterRule } from '../define.js';
import { beneathNodeAddresses, decided } from './beneath.js';

export const routed = clusterRule(
  {
    id: 'egress/routed',
    dimension: 'egress',
    severity: 'warning',
    title: 'Nodes and pods get a way out, through a route',
    rationale:
      'A cluster without egress gets a way out. What leaves is now decided by the route table and the rules of the firewall behind it.',
    remedy:
      'If the cluster needs few destinations, bring them closer instead: private endpoints, and more images in the cache. Otherwise see that the firewall admits named destinations only.',
  },
  (judged) => {
    const egress = beneathNodeAddresses(judged);
    if (egress.cause !== 'routed') return [];
    const { name, egress: facts } = judged.subject;
    return [
      {
        message: `Nodes and pods of ${name} get a way out through user-defined routing: the route table and its next hop decide what leaves.`,
        origin: facts.outboundType.origin,
        onlyAsRegression: true,
        ...decided(judged, egress),
      },
    ];
  },
);
