import { bypassRule } from './bypass.js';

export const podsPastPolicies = bypassRule(
  {
    id: 'egress/pods-past-policies',
    dimension: 'egress',
    severity: 'notice',
    title: 'Network policies do not hold for pods that they select',
    rationale:
      'Pods on the network of their node have the identity of the node, and what leaves through a static egress gateway is past network policies. A policy that selects such pods looks like a filter and is none.',
    remedy: 'Give the pods a network of their own, or filter what they send behind the node: at a firewall.',
  },
  'policies',
  (who, by) => `The network policies that select the pods of ${who} do not hold for what they send out, by ${by}.`,
);
