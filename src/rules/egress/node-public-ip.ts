import { is } from '../../posture/fact.js';
import { byDefault } from '../../scoring/judgement.js';
import { clusterRule } from '../define.js';
import { fixBySetting } from '../fix.js';

export const nodePublicIp = clusterRule(
  {
    id: 'egress/node-public-ip',
    dimension: 'egress',
    severity: 'error',
    title: 'Nodes have public addresses of their own',
    rationale:
      'A public address on a node is a way out around the outbound type, also under none, and a way in as soon as a security rule lets a port through.',
    remedy:
      'Switch it off. It is fixed when a pool is made: add a pool without public addresses, move the workloads and delete the old one; Terraform cycles the default pool when temporary_name_for_rotation is set.',
  },
  ({ subject, egress }) =>
    subject.egress.pools
      .filter((pool) => is(pool.nodePublicIp, true))
      .map(({ name, nodePublicIp: fact }) => ({
        message: `Every node of pool ${name} in ${subject.name} has a public address${byDefault(fact)}: it connects to the whole Internet around any filter, and the Internet can address it.`,
        origin: fact.origin,
        key: name,
        level: egress.level,
        ...fixBySetting(fact, false, `Set ${fact.name} to false`),
      })),
);
