import { azure } from '../../posture/annotations.js';
import { serviceRule } from '../define.js';
import { quoted, told } from '../words.js';

export const additionalPublicIps = serviceRule(
  {
    id: 'ingress/additional-public-ips',
    dimension: 'ingress',
    severity: 'error',
    title: 'An internal Service admits additional public addresses',
    rationale:
      'The annotation is made for a global load balancer in front: the nodes take traffic for these public addresses, and the security rules let it in, although the load balancer is internal.',
    remedy:
      'Remove the annotation from an internal Service. If a global load balancer stands in front of it, give that its own public Service with source ranges.',
  },
  ({ subject, ingress }) => {
    if (ingress?.cause !== 'additional-public-addresses') return [];
    const addresses = subject.service.annotations.get(azure.additionalPublicIps);
    if (!addresses) return [];
    return [
      {
        message: `${subject.title} has an internal load balancer, but is opened to traffic for the public addresses ${quoted(told(addresses.value))} by ${azure.additionalPublicIps}.`,
        origin: addresses.value.origin,
        level: ingress.level,
      },
    ];
  },
);
