import { azure } from '../../posture/annotations.js';
import { certainly } from '../../posture/fact.js';
import { serviceRule } from '../define.js';
import { entriesOf, isLoadBalancer } from './service.js';

export const rangesAndTagsConflict = serviceRule(
  {
    id: 'ingress/ranges-and-tags-conflict',
    dimension: 'ingress',
    severity: 'warning',
    title: 'Source ranges are given in two ways that do not go together',
    rationale:
      'The field spec.loadBalancerSourceRanges also makes kube-proxy drop everything else, so traffic of a service tag gets no further than the node. Together with the annotation for IP ranges Azure refuses to configure the load balancer at all.',
    remedy: `Use ${azure.allowedIpRanges} and ${azure.allowedServiceTags} together, or spec.loadBalancerSourceRanges alone.`,
  },
  ({ subject }) => {
    const { service } = subject;
    if (!isLoadBalancer(service) || certainly(service.sourceRanges, (ranges) => ranges.length > 0) !== true) return [];
    return conflicts.flatMap(({ key, outcome }) => {
      const annotation = service.annotations.get(key);
      if (!annotation || !entriesOf(annotation).some((entry) => entry.known && entry.value !== '')) return [];
      return [
        {
          message: `${subject.title} has spec.loadBalancerSourceRanges and ${key}: ${outcome}`,
          origin: annotation.value.origin,
          key,
        },
      ];
    });
  },
);

const conflicts: readonly { readonly key: string; readonly outcome: string }[] = [
  { key: azure.allowedIpRanges, outcome: 'Azure refuses the combination and leaves the load balancer as it was.' },
  {
    key: azure.allowedServiceTags,
    outcome: 'traffic of the service tags is let through to the nodes and dropped there.',
  },
];
