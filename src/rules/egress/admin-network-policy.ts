import { egressPathRule } from '../define.js';

export const adminNetworkPolicy = egressPathRule(
  {
    id: 'egress/admin-network-policy',
    dimension: 'egress',
    severity: 'warning',
    title: 'It is not known whether AKS enforces the cluster-wide policy',
    rationale:
      'The policies of policy.networking.k8s.io are an API that network engines implement as they see fit, and no document says that one of AKS does. Where it is enforced, an Admin rule that accepts overrides what network policies deny.',
    remedy:
      'Deny egress with network policies in each namespace, or with a CiliumClusterwideNetworkPolicy on Azure CNI powered by Cilium.',
  },
  'policies',
  (subject, egress) =>
    egress?.cause === 'admin-policy'
      ? subject.policies.map(({ title, origin }) => ({
          message: `It is not known whether the cluster enforces ${title}: no document says that an engine of AKS does.`,
          origin,
          key: title,
          level: egress.level,
        }))
      : [],
);
