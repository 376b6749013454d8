import { rule } from '../define.js';

export const egressUndetermined = rule(
  {
    id: 'egress/undetermined',
    dimension: 'egress',
    severity: 'warning',
    title: 'The text does not decide where nodes and pods can connect to',
    rationale:
      'A value that is given at deployment decides, or a value that AKS does not know. Egress may be filtered; nobody can see it in this repository, and a review cannot vouch for it.',
    remedy:
      'Keep the value in the repository: a default, a parameter file or a variable file. Or tell the reviewer about it in its configuration.',
  },
  ({ kind, subject, egress }) => {
    if (egress?.cause !== 'undetermined') return [];
    const who = kind === 'cluster' ? `nodes and pods of ${subject.name} can connect to` : `${subject.title} leads to`;
    const where = kind === 'egress-path' && subject.via === 'policies' ? `${subject.title} can connect to` : who;
    return [
      {
        message: `The text does not decide where ${where}: ${egress.because}.`,
        origin: egress.evidence[0] ?? { span: subject.heading, from: [] },
        level: egress.level,
      },
    ];
  },
);
