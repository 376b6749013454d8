import { egressPathRule } from '../define.js';
import { listed } from '../words.js';

export const noNetworkPolicy = egressPathRule(
  {
    id: 'egress/no-network-policy',
    dimension: 'egress',
    severity: 'error',
    title: 'Pods lose the network policy that kept their egress in',
    rationale:
      'Pods that no policy selects for egress connect to wherever the cluster lets them. A policy that is deleted, or that selects other pods after a change of its labels, leaves them without one.',
    remedy:
      'Keep a policy that denies egress by default for all pods of the namespace (podSelector: {}, policyTypes: [Egress]), and let others add what is needed.',
  },
  'policies',
  (subject, egress) => {
    if (egress?.cause !== 'no-policy') return [];
    const former = listed(subject.former ?? []);
    return [
      {
        message: `No network policy keeps egress of ${subject.title} in any more, which ${former || 'a policy'} did: they connect to wherever the cluster lets them.`,
        origin: egress.evidence[0] ?? { span: subject.heading, from: [] },
        level: egress.level,
      },
    ];
  },
);
