import { rule } from '../define.js';

export const ingressUndetermined = rule(
  {
    id: 'ingress/undetermined',
    dimension: 'ingress',
    severity: 'warning',
    title: 'The text does not decide from where workloads can be reached',
    rationale:
      'A value that is given at deployment decides. It may be private; nobody can see it in this repository, and a review cannot vouch for it.',
    remedy:
      'Keep the value in the repository: a default that is private, a values, parameter or variable file. Or tell the reviewer about it in its configuration.',
  },
  ({ kind, subject, ingress }) => {
    if (ingress?.cause !== 'undetermined') return [];
    const what =
      kind === 'cluster'
        ? `what the cluster ${subject.name} opens to the outside`
        : `who reaches Service ${subject.name}`;
    return [
      {
        message: `The text does not decide ${what}: ${ingress.because}.`,
        origin: ingress.evidence[0] ?? { span: subject.heading, from: [] },
        level: ingress.level,
      },
    ];
  },
);
