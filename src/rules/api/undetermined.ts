import { clusterRule } from '../define.js';

export const apiUndetermined = clusterRule(
  {
    id: 'api/undetermined',
    dimension: 'api',
    severity: 'warning',
    title: 'The text does not decide from where the API server can be reached',
    rationale:
      'A value that is given at deployment decides. It may be private; nobody can see it in this repository, and a review cannot vouch for it.',
    remedy:
      'Keep the value in the repository: a default that is private, a parameter file or a variable file. Or tell the reviewer about it in its configuration.',
  },
  ({ subject, api }) => {
    if (api.cause !== 'undetermined') return [];
    return [
      {
        message: `The text does not decide from where the API server of ${subject.name} can be reached: ${api.because}.`,
        origin: api.evidence[0] ?? subject.api.privateCluster.origin,
        level: api.level,
      },
    ];
  },
);
