import { admittedOf } from '../../scoring/egress/policies.js';
import { egressPathRule } from '../define.js';
import { byPolicy } from './by-policy.js';

export const policyAllowsDestinations = egressPathRule(
  {
    id: 'egress/policy-allows-destinations',
    dimension: 'egress',
    severity: 'warning',
    title: 'A network policy opens ways out of the cluster',
    rationale: 'Pods that were kept inside of the cluster get destinations outside of it.',
    remedy:
      'If the destination has a private endpoint, admit the address of that one, and nothing more than is needed.',
  },
  'policies',
  (subject, egress) =>
    egress?.cause === 'policy-allows-destinations'
      ? byPolicy(
          admittedOf(subject).finite,
          egress,
          'policy-allows-destinations',
          (policy, destinations) =>
            `${policy} lets ${subject.title} connect to destinations outside of the cluster: ${destinations}.`,
        ).map((discovery) => ({ ...discovery, onlyAsRegression: true }))
      : [],
);
