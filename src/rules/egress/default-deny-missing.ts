import { egressPathRule } from '../define.js';

export const defaultDenyMissing = egressPathRule(
  {
    id: 'egress/default-deny-missing',
    dimension: 'egress',
    severity: 'notice',
    title: 'A namespace has no default of denying egress',
    rationale:
      'Other namespaces of the repository deny egress by default. In this one, pods that no other policy selects connect to wherever the cluster lets them.',
    remedy:
      'Add a policy for all pods of the namespace: podSelector: {}, policyTypes: [Egress], and DNS as its only rule.',
  },
  'namespace',
  ({ name, unlike, heading }) => [
    {
      message: `Namespace ${name} has workloads and no policy that denies egress by default, unlike ${unlike === '*' ? 'others' : `namespace ${unlike}`}.`,
      origin: { span: heading, from: [] },
    },
  ],
);
