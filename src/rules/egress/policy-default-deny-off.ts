import { egressPathRule } from '../define.js';

export const policyDefaultDenyOff = egressPathRule(
  {
    id: 'egress/policy-default-deny-off',
    dimension: 'egress',
    severity: 'warning',
    title: 'A Cilium policy switches its default of denying off',
    rationale:
      'With enableDefaultDeny.egress false a policy cuts nothing off: its pods connect to wherever they like, except for what some policy denies.',
    remedy: 'Leave enableDefaultDeny out, and list what the pods need.',
  },
  'policies',
  (subject, egress) => {
    if (egress?.cause !== 'default-deny-off') return [];
    return subject.policies
      .filter(({ inertOn, family }) => inertOn.length === 0 && family !== 'admin')
      .map(({ title, isolates }) => ({
        message: `${title} does not cut ${subject.title} off: enableDefaultDeny.egress is false, and no other policy of the same deployment denies egress by default.`,
        origin: isolates.origin,
        key: title,
        level: egress.level,
      }));
  },
);
