import { egressPathRule } from '../define.js';

export const staticGatewayPrivate = egressPathRule(
  {
    id: 'egress/static-gateway-private',
    dimension: 'egress',
    severity: 'warning',
    title: 'A static egress gateway opens a way out past network policies',
    rationale:
      'Network policies do not hold for what pods send through a static egress gateway. With private addresses, the routes behind the gateway decide what leaves.',
    remedy:
      'See that the route behind the gateway leads to a firewall, and let only pods use it that need its addresses.',
  },
  'static-gateway',
  (subject, egress) =>
    egress?.cause === 'static-gateway-private'
      ? [
          {
            message: `${subject.title} is a way out past network policies, from private addresses: the routes behind it decide what leaves.`,
            origin: subject.publicAddresses.origin,
            level: egress.level,
            onlyAsRegression: true,
          },
        ]
      : [],
);
