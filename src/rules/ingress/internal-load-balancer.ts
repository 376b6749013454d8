import { serviceRule } from '../define.js';

export const internalLoadBalancer = serviceRule(
  {
    id: 'ingress/internal-load-balancer',
    dimension: 'ingress',
    severity: 'warning',
    title: 'The Service becomes reachable from the virtual network',
    rationale:
      'An internal load balancer is the private way in from outside the cluster. For a Service that only the cluster could reach it is still a step out: the virtual network and all that is connected to it get through.',
    remedy:
      'Keep it a ClusterIP if only the cluster calls it. Otherwise name the sources, with spec.loadBalancerSourceRanges and the annotation that denies all others.',
  },
  ({ subject, ingress }) => {
    if (ingress?.cause !== 'internal') return [];
    return [
      {
        message: `${subject.title} becomes reachable from the virtual network and everything connected to it, through an internal load balancer.`,
        origin: subject.service.type.origin,
        level: ingress.level,
        onlyAsRegression: true,
      },
    ];
  },
);
