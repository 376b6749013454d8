/**
 * Ports of nodes that the Internet reaches: AKS opens the allowed host ports in its own security group, on nodes that have public
 * addresses; a security group on the subnet has to let them through as well
 * (https://learn.microsoft.com/azure/aks/use-node-public-ips).
 */
import { certainly } from '../posture/fact.js';
import type { Cluster, NodePool } from '../posture/model.js';
import { admitsInternet } from './egress/security.js';
import type { Judgement } from './judgement.js';
import { undecided } from './judgement.js';

export function judgeNodePorts(cluster: Cluster): Judgement<'node-ports' | 'undetermined'> | undefined {
  const [open] = openPortsOf(cluster);
  if (open) {
    return {
      level: 'open',
      cause: 'node-ports',
      modifiers: [],
      because: `nodes of pool ${open.name} have public addresses and ports that are open to the Internet`,
      evidence: [open.hostPorts.origin, open.nodePublicIp.origin],
      dependsOn: [],
    };
  }
  const doubts = cluster.egress.pools.filter((pool) => isOpen(pool) === undefined && !isFenced(pool, cluster));
  const [doubt] = doubts;
  return doubt && undecided('whether ports of nodes are open to the Internet', [doubt.hostPorts, doubt.nodePublicIp]);
}

/** The pools whose nodes the Internet certainly reaches. */
export function openPortsOf(cluster: Cluster): readonly NodePool[] {
  return cluster.egress.pools.filter((pool) => isOpen(pool) === true && !isFenced(pool, cluster));
}

function isOpen({ nodePublicIp, hostPorts }: NodePool): boolean | undefined {
  const answers = [nodePublicIp, hostPorts].map((fact) => certainly(fact, (value) => value));
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

/** Whether a security group of one's own on the pool's subnet certainly admits nobody from the Internet. */
function isFenced({ name }: NodePool, { network }: Cluster): boolean {
  const own = network.subnets.find(({ pool, use }) => pool === name && use === 'nodes');
  if (own?.subnet.kind !== 'here' || own.subnet.target.securityGroup.kind !== 'here') return false;
  return admitsInternet(own.subnet.target.securityGroup.target) === false;
}
