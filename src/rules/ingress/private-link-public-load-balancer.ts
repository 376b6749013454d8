import { azure, readsTrue } from '../../posture/annotations.js';
import { certainly } from '../../posture/fact.js';
import { serviceRule } from '../define.js';
import { internalCaveat, internalFix, isInternal, isLoadBalancer, isSwitchedOn } from './service.js';

export const privateLinkPublicLoadBalancer = serviceRule(
  {
    id: 'ingress/private-link-public-load-balancer',
    dimension: 'ingress',
    severity: 'warning',
    title: 'A Private Link Service stands on a public load balancer',
    rationale:
      'A private link adds a private way in; it does not take the public one away. Only an internal load balancer has the private way alone.',
    remedy: `Add ${azure.internal}: "true" beside the Private Link Service. ${internalCaveat}`,
  },
  ({ subject }) => {
    const { service } = subject;
    const link = service.annotations.get(azure.privateLinkService);
    if (!link || readsTrue(link) !== true || !isLoadBalancer(service) || isInternal(service) !== false) return [];
    const floating = service.annotations.get(azure.disableFloatingIp);
    if (floating && certainly(floating.value, () => true) === undefined) return [];
    const outcome = isSwitchedOn(floating)
      ? 'the private link comes beside the public IP, which stays'
      : 'Azure refuses to make it there, and the public IP stays';
    return [
      {
        message: `${subject.title} asks for a Private Link Service on a public load balancer: ${outcome}.`,
        origin: link.value.origin,
        ...internalFix(service),
      },
    ];
  },
);
