import { publishedRule } from '../define.js';

export const internalController = publishedRule(
  {
    id: 'ingress/internal-controller',
    dimension: 'ingress',
    severity: 'warning',
    title: 'The object becomes reachable from the virtual network',
    rationale:
      'An internal controller is the private way in from outside the cluster. For what only the cluster could reach it is still a step out: the virtual network and all that is connected to it get through.',
    remedy: 'Leave it inside the cluster if nothing outside calls it.',
  },
  ({ subject, ingress }) => {
    if (ingress?.cause !== 'internal-controller') return [];
    return [
      {
        message: `${subject.title} becomes reachable from the virtual network and everything connected to it: ${ingress.because}.`,
        origin: ingress.evidence[0] ?? { span: subject.heading, from: [] },
        level: ingress.level,
        onlyAsRegression: true,
      },
    ];
  },
);
