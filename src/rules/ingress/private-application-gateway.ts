import { applicationGatewayRule } from '../define.js';

export const privateApplicationGateway = applicationGatewayRule(
  {
    id: 'ingress/private-application-gateway',
    dimension: 'ingress',
    severity: 'warning',
    title: 'An Application Gateway opens a way in from the virtual network',
    rationale:
      'A gateway with a private address is reached from the virtual network and everything connected to it. That is told only where it was better before, or where more is required.',
    remedy: 'Leave the gateway out where nothing outside of the cluster has to reach its workloads.',
  },
  ({ subject, ingress }) => {
    const [origin] = ingress?.evidence ?? [];
    if (ingress?.cause !== 'private-frontend' || !origin) return [];
    return [
      {
        message: `${subject.title} is reachable from the virtual network and everything connected to it: ${ingress.because}.`,
        origin,
        level: ingress.level,
        onlyAsRegression: true,
      },
    ];
  },
);
