import { admittedOf } from '../../scoring/egress/policies.js';
import { egressPathRule } from '../define.js';
import { byPolicy } from './by-policy.js';

export const policyAllowsEverything = egressPathRule(
  {
    id: 'egress/policy-allows-everything',
    dimension: 'egress',
    severity: 'warning',
    title: 'A network policy lets pods reach the whole Internet',
    rationale:
      'Network policies add up: one that admits everything cancels a default of denying for the pods that it selects. A rule without destinations admits all of them, and 0.0.0.0/0 without the private ranges admits the Internet and nothing else.',
    remedy:
      'Name the destinations: namespaces and pods of the cluster, the ranges of private endpoints, and single addresses outside. What needs names instead of addresses goes through a firewall or a policy with FQDNs.',
  },
  'policies',
  (subject, egress) =>
    egress?.cause === 'policy-allows-everything'
      ? byPolicy(
          admittedOf(subject).everything,
          egress,
          'policy-allows-everything',
          (policy, destinations) =>
            `${policy} lets ${subject.title} connect to the whole Internet: it admits ${destinations}.`,
        )
      : [],
);
