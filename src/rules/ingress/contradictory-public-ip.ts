import { serviceRule } from '../define.js';
import { listed, short } from '../words.js';
import { isInternal, isLoadBalancer, publicAddressAnnotations } from './service.js';

export const contradictoryPublicIp = serviceRule(
  {
    id: 'ingress/contradictory-public-ip',
    dimension: 'ingress',
    severity: 'warning',
    title: 'An internal Service carries annotations of a public IP',
    rationale:
      'Azure ignores them on an internal load balancer. They show that the Service was public, or is meant to be, and they take effect the moment that the internal annotation goes.',
    remedy:
      'Remove the annotations of the public IP. If the Service is meant to be public, remove the internal annotation instead, and let the review say what that opens.',
  },
  ({ subject }) => {
    const { service } = subject;
    if (!isLoadBalancer(service) || isInternal(service) !== true) return [];
    const [first, ...others] = publicAddressAnnotations(service);
    if (!first) return [];
    return [
      {
        message: `${subject.title} is internal, but also asks for a public address: ${listed([first, ...others].map(({ key }) => short(key)))} ${others.length > 0 ? 'have' : 'has'} no effect on an internal load balancer.`,
        origin: first.value.origin,
        also: others.map(({ value }) => value.origin),
      },
    ];
  },
);
