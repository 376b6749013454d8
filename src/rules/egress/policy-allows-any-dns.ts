import { admittedOf } from '../../scoring/egress/policies.js';
import { egressPathRule } from '../define.js';
import { byPolicy } from './by-policy.js';

export const policyAllowsAnyDns = egressPathRule(
  {
    id: 'egress/policy-allows-any-dns',
    dimension: 'egress',
    severity: 'notice',
    title: 'A network policy admits DNS to any address',
    rationale:
      'A rule for port 53 without destinations admits every resolver of the Internet, and whatever else listens on that port there. Public resolvers do not know private DNS zones, and data can leave in what looks like a query.',
    remedy: 'Admit port 53 to the DNS pods of the cluster only: namespace kube-system, label k8s-app: kube-dns.',
  },
  'policies',
  (subject, egress) =>
    byPolicy(
      egress === null ? [] : admittedOf(subject).dns,
      egress,
      'policy-allows-any-dns',
      (policy, destinations) =>
        `${policy} lets ${subject.title} ask any DNS server: it admits port 53 of ${destinations}.`,
    ),
);
