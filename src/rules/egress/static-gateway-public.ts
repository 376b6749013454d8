import { byDefault } from '../../scoring/judgement.js';
import { egressPathRule } from '../define.js';
import { fixBySetting } from '../fix.js';

export const staticGatewayPublic = egressPathRule(
  {
    id: 'egress/static-gateway-public',
    dimension: 'egress',
    severity: 'error',
    title: 'The static egress gateway has public addresses',
    rationale:
      'What pods send through a static egress gateway leaves straight to the Internet, past a firewall that the routes of the cluster lead to. Network policies do not hold for it. Addresses are public unless provisionPublicIps is false.',
    remedy:
      'Set provisionPublicIps to false. Private addresses need Kubernetes 1.34, a gateway pool of virtual machines, and a route of your own behind it.',
  },
  'static-gateway',
  (subject, egress) =>
    egress?.cause === 'static-gateway-public'
      ? [
          {
            message: `${subject.title} sends what pods give it to the Internet from public addresses${byDefault(subject.publicAddresses)}, past network policies and the routes of the cluster.`,
            origin: subject.publicAddresses.origin,
            level: egress.level,
            ...fixBySetting(subject.publicAddresses, false, 'Take private addresses for the gateway'),
          },
        ]
      : [],
);
