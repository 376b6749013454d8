import { applicationGatewayRule } from '../define.js';

export const publicApplicationGateway = applicationGatewayRule(
  {
    id: 'ingress/public-application-gateway',
    dimension: 'ingress',
    severity: 'error',
    title: 'The Application Gateway listens on a public address',
    rationale:
      'An Application Gateway beside a cluster brings requests to its workloads. What listens on a public frontend takes them from the whole Internet.',
    remedy:
      'Give the gateway a frontend with a private address, and put every listener on it. If publishing is meant, put a web application firewall policy on the gateway and accept this finding with the reason.',
  },
  ({ subject, ingress }) => {
    const [origin] = ingress?.evidence ?? [];
    if (ingress?.cause !== 'public-frontend' || !origin) return [];
    return [
      {
        message: `${subject.title} is reachable from the whole Internet: ${ingress.because}.`,
        origin,
        level: ingress.level,
      },
    ];
  },
);
