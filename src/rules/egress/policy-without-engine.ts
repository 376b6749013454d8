import type { EgressPolicy } from '../../posture/egress-path.js';
import { byDefault } from '../../scoring/judgement.js';
import { egressPathRule } from '../define.js';
import { listed, told } from '../words.js';

export const policyWithoutEngine = egressPathRule(
  {
    id: 'egress/policy-without-engine',
    dimension: 'egress',
    severity: 'warning',
    title: 'Nothing enforces the network policy',
    rationale:
      'Kubernetes takes network policies whether or not anything enforces them. On a cluster without a network policy engine, or with another one than the policy is written for, they have no effect, and nobody is told.',
    remedy:
      'Give the cluster an engine: network policy cilium, with the Cilium data plane. Policies of Cilium and Calico need the engine of that name.',
  },
  'policies',
  (subject) =>
    subject.policies
      .filter(({ inertOn, own }) => own && inertOn.length > 0)
      .map((policy) => ({
        message: `${policy.title} has no effect: ${reason(policy)}.`,
        origin: policy.origin,
        also: policy.inertOn.map(({ engine }) => engine.origin),
        key: policy.title,
      })),
);

function reason({ inertOn, family }: EgressPolicy): string {
  const [first] = inertOn;
  const names = listed([...new Set(inertOn.map(({ name }) => name))]);
  const where = inertOn.length > 1 ? `the clusters ${names}` : `cluster ${names}`;
  if (!first || family === 'kubernetes') {
    return `${where} has no network policy engine${first ? byDefault(first.engine) : ''}`.replace(
      /^(the clusters .*) has no/,
      '$1 have no',
    );
  }
  const wanted = family === 'cilium' ? 'Cilium' : 'Calico';
  return `only ${wanted} enforces it, and the network policy engine of ${where} is ${told(first.engine)}${byDefault(first.engine)}`;
}
