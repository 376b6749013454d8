import { azure } from '../../posture/annotations.js';
import { serviceRule } from '../define.js';
import { hasNoRanges, isLoadBalancer, isSwitchedOn } from './service.js';

export const denyAllWithoutRanges = serviceRule(
  {
    id: 'ingress/deny-all-without-ranges',
    dimension: 'ingress',
    severity: 'warning',
    title: 'Denying all but the source ranges does nothing without ranges',
    rationale:
      'Azure adds the denying rule only when there are source ranges beside it; service tags do not count. Alone the annotation closes nothing.',
    remedy: 'Add spec.loadBalancerSourceRanges with the sources that need the Service, or remove the annotation.',
  },
  ({ subject }) => {
    const { service } = subject;
    const annotation = service.annotations.get(azure.denyAllExceptSourceRanges);
    if (!annotation || !isLoadBalancer(service) || !isSwitchedOn(annotation) || !hasNoRanges(service)) return [];
    return [
      {
        message: `${azure.denyAllExceptSourceRanges} has no effect on ${subject.title}: it lists no source ranges, so nothing is denied.`,
        origin: annotation.value.origin,
      },
    ];
  },
);
