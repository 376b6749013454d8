import { publishedRule } from '../define.js';

export const bothInternalAndPublicController = publishedRule(
  {
    id: 'ingress/both-internal-and-public-controller',
    dimension: 'ingress',
    severity: 'error',
    title: 'An internal and a public Service lead to the same controller',
    rationale:
      'A controller serves every Ingress of its class on every Service that leads to it. A host that is meant to be internal is reached through the public Service by anyone who sends its name.',
    remedy:
      'Run one controller for each class: an internal one with an internal Service, a public one with a public Service, and give each Ingress the class that it needs. Or remove the public Service.',
  },
  ({ subject, ingress }) => {
    if (ingress?.cause !== 'both-internal-and-public-controller') return [];
    return [
      {
        message: `${subject.title} is reachable from the whole Internet although an internal way leads to it too: ${ingress.because}. A controller serves all of its class on each of its Services.`,
        origin: ingress.evidence[0] ?? { span: subject.heading, from: [] },
        level: ingress.level,
      },
    ];
  },
);
