import { certainly } from '../../posture/fact.js';
import type { Cluster } from '../../posture/model.js';
import { clusterChangeRule } from '../define.js';

export const cacheAndNoneInOneStep = clusterChangeRule(
  {
    id: 'egress/cache-and-none-in-one-step',
    dimension: 'egress',
    severity: 'warning',
    title: 'The image cache and the end of egress come in one step',
    rationale:
      'Nodes take images from the cache only after they are reimaged. Where egress ends in the same deployment, running nodes can reach neither the Internet nor, yet, the cache, and break.',
    remedy:
      'Take three steps: set the artifact source to Cache and deploy; reimage all node pools; then end egress with outbound type none or block.',
  },
  ({ subject: before }, { subject: after }) => {
    if (cached(before) !== false || cached(after) !== true) return [];
    if (closed(before) !== false || closed(after) !== true) return [];
    const { outboundType, artifactSource } = after.egress;
    return [
      {
        message: `The existing cluster ${before.name} gets an image cache and loses its egress in the same deployment: its nodes do not know the cache before they are reimaged.`,
        origin: outboundType.origin,
        also: [artifactSource.origin],
      },
    ];
  },
);

function cached({ egress }: Cluster): boolean | undefined {
  return certainly(egress.artifactSource, (source) => source === 'cache');
}

function closed({ egress }: Cluster): boolean | undefined {
  return certainly(egress.outboundType, (type) => type === 'none' || type === 'block');
}
