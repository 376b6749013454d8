import { admittedOf } from '../../scoring/egress/policies.js';
import { egressPathRule } from '../define.js';
import { byPolicy } from './by-policy.js';

export const policyWideWildcard = egressPathRule(
  {
    id: 'egress/policy-wide-wildcard',
    dimension: 'egress',
    severity: 'warning',
    title: 'A network policy admits a domain that strangers share',
    rationale:
      'Anyone can have a name below domains like blob.core.windows.net. A wildcard for one of them admits the storage of an attacker as well as your own.',
    remedy: 'Name the hosts in full: account.blob.core.windows.net instead of *.blob.core.windows.net.',
  },
  'policies',
  (subject, egress) =>
    byPolicy(
      egress === null ? [] : admittedOf(subject).shared,
      egress,
      undefined,
      (policy, names) => `${policy} lets ${subject.title} connect to names that strangers can have too: ${names}.`,
    ),
);
