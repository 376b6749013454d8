import { is } from '../../posture/fact.js';
import type { Cluster } from '../../posture/model.js';
import type { SecurityRule } from '../../posture/network/model.js';
import { declaredSubnets } from '../../scoring/egress/behind.js';
import { admittingRules } from '../../scoring/egress/security.js';
import { openPortsOf } from '../../scoring/node-ports.js';
import { clusterRule } from '../define.js';
import { fixBySetting } from '../fix.js';
import type { Discovery } from '../rule.js';
import { listed, told } from '../words.js';

export const nodePorts = clusterRule(
  {
    id: 'ingress/node-ports',
    dimension: 'ingress',
    severity: 'error',
    title: 'The Internet is let in to the nodes',
    rationale:
      'A public address on a node and a port that is allowed on it are a way in that no load balancer, firewall or source range stands before. A security rule on the node subnet that admits everyone takes away the fence behind which such an address would do no harm.',
    remedy:
      'Take the public addresses and the allowed ports from the pools, and give the sources in security rules by name. What the public should reach belongs behind a load balancer or a gateway.',
  },
  ({ subject, ingress }) => [
    ...openPortsOf(subject).map(({ name, hostPorts, nodePublicIp }) => ({
      message: `Ports of the nodes of pool ${name} in ${subject.name} are open to the whole Internet, on public addresses of their own.`,
      origin: hostPorts.origin,
      key: `pool ${name}`,
      ...(ingress?.cause === 'node-ports' ? { level: ingress.level } : {}),
      ...fixBySetting(nodePublicIp, false, `Set ${nodePublicIp.name} to false`),
    })),
    ...admitted(subject),
  ],
);

/** On its own a rule opens nothing that a load balancer does not lead to. */
function admitted(cluster: Cluster): readonly Discovery[] {
  const exposed = cluster.egress.pools.some(({ nodePublicIp }) => is(nodePublicIp, true));
  return declaredSubnets(cluster).flatMap(({ name: subnet, securityGroup }) =>
    securityGroup.kind === 'here'
      ? admittingRules(securityGroup.target).map((rule) => ({
          message: `Security rule ${rule.name} lets the whole Internet in to the nodes of ${cluster.name} in subnet ${subnet}, on ${portsOf(rule)}.`,
          origin: rule.sources.origin,
          also: [rule.access.origin],
          key: `rule ${subnet}/${rule.name}`,
          severity: !exposed && isForWeb(rule) ? ('notice' as const) : ('warning' as const),
        }))
      : [],
  );
}

function portsOf({ ports }: SecurityRule): string {
  if (!ports.known) return `ports that depend on ${ports.dependsOn.join(', ')}`;
  const texts = ports.value.map(told);
  return texts.includes('*') || texts.length === 0 ? 'all ports' : `port ${listed(texts)}`;
}

/** What a public load balancer of the cluster needs. */
function isForWeb({ ports }: SecurityRule): boolean {
  return ports.known && ports.value.every((port) => is(port, '80') || is(port, '443'));
}
