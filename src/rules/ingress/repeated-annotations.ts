import { azure } from '../../posture/annotations.js';
import { serviceRule } from '../define.js';
import { internalCaveat, isInternal, isLoadBalancer } from './service.js';

export const repeatedAnnotations = serviceRule(
  {
    id: 'ingress/repeated-annotations',
    dimension: 'ingress',
    severity: 'error',
    title: 'The internal annotation is dropped, because its key is given again below',
    rationale:
      'Of a key that stands twice in a mapping Kubernetes keeps the last without a word. The annotations above are dropped with all that is in them, and the load balancer is public.',
    remedy: `Merge the two into one. ${internalCaveat}`,
  },
  ({ subject, ingress }) => {
    const { service, title } = subject;
    if (!service.repeated || !isLoadBalancer(service) || isInternal(service) === true) return [];
    return [
      {
        message: `${title} is ${ingress?.level === 'open' ? 'public' : 'not internal'} although ${azure.internal} is written: the same key stands again below, and Kubernetes keeps the last.`,
        origin: service.repeated.value.origin,
      },
    ];
  },
);
