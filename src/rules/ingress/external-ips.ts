import { certainly } from '../../posture/fact.js';
import { serviceRule } from '../define.js';
import { listed, told } from '../words.js';

export const externalIps = serviceRule(
  {
    id: 'ingress/external-ips',
    dimension: 'ingress',
    severity: 'warning',
    title: 'The Service takes traffic for external IPs',
    rationale:
      'Every node takes traffic for these addresses, past the load balancer and its rules, and pods that call one of them reach this Service instead (CVE-2020-8554). Kubernetes deprecates the field.',
    remedy: 'Remove spec.externalIPs, and use an internal load balancer for a way in from the virtual network.',
  },
  ({ subject, ingress }) => {
    const { externalIps: addresses } = subject.service;
    if (certainly(addresses, (list) => list.length > 0) !== true) return [];
    const named = addresses.known ? listed(addresses.value.map(told)) : 'that are not decided here';
    return [
      {
        message: `${subject.title} is reachable on every node for the external IPs ${named}, from wherever they are routed to a node.`,
        origin: addresses.origin,
        ...(ingress?.cause === 'external-ips' ? { level: ingress.level } : {}),
      },
    ];
  },
);
