import { publishedRule } from '../define.js';

export const restrictedController = publishedRule(
  {
    id: 'ingress/restricted-controller',
    dimension: 'ingress',
    severity: 'warning',
    title: 'The controller that publishes the object has a public IP, restricted to sources',
    rationale:
      'The controller stands on a public IP and admits listed sources. Whoever uses one of these addresses gets through, and a list that is widened later opens all that the controller publishes.',
    remedy:
      'Make the load balancer of the controller internal, and bring callers from outside in through a private connection.',
  },
  ({ subject, ingress }) => {
    if (ingress?.cause !== 'restricted-controller') return [];
    return [
      {
        message: `${subject.title} is published on a public IP that admits listed sources only: ${ingress.because}.`,
        origin: ingress.evidence[0] ?? { span: subject.heading, from: [] },
        level: ingress.level,
      },
    ];
  },
);
