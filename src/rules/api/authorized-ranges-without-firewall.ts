import { certainly, is } from '../../posture/fact.js';
import type { Cluster } from '../../posture/model.js';
import type { Firewall } from '../../posture/network/model.js';
import { firewallsBehind } from '../../scoring/egress/behind.js';
import { coverage } from '../../scoring/ranges.js';
import { clusterRule } from '../define.js';
import { listed } from '../words.js';

export const authorizedRangesWithoutFirewall = clusterRule(
  {
    id: 'api/authorized-ranges-without-firewall',
    dimension: 'api',
    severity: 'warning',
    title: "The authorized IP ranges leave out the firewall that the cluster's own nodes come through",
    rationale:
      'The nodes of a public cluster reach its API server like anyone else: from the public address that their traffic leaves by. AKS adds the address of its own load balancer to the ranges, and not that of a firewall. Without it nodes do not register, and somebody widens the ranges until they do.',
    remedy:
      "Add the firewall's public address to the authorized ranges, as a reference to the address. Or make it a private cluster, whose nodes need no range.",
  },
  ({ subject }) => {
    const { privateCluster, vnetIntegration, authorizedRanges } = subject.api;
    if (certainly(privateCluster, (value) => value) !== false) return [];
    if (certainly(vnetIntegration, (value) => value) !== false) return [];
    if (!is(subject.egress.outboundType, 'userDefinedRouting') || !areDecided(subject)) return [];
    const left = [...new Set(firewallsBehind(subject).map(({ firewall }) => firewall))].filter(
      (firewall) => addressesOf(firewall).length > 0 && !isAdmitted(firewall, subject),
    );
    return left.map((firewall) => ({
      message: `The nodes of ${subject.name} reach its API server through firewall ${firewall.name}, and no authorized range is written from its public address ${listed(addressesOf(firewall).map(({ name }) => name))}: unless a literal range holds it, nodes cannot register.`,
      origin: authorizedRanges.origin,
      key: firewall.name,
    }));
  },
);

/** Whether there are ranges, and each is a literal or refers to an address of this root. */
function areDecided({ api: { authorizedRanges }, network }: Cluster): boolean {
  const { kind } = coverage(authorizedRanges);
  if ((kind !== 'finite' && kind !== 'own-address') || !authorizedRanges.known) return false;
  const open = authorizedRanges.value.filter((range) => !range.known);
  return open.length <= network.admitted.length;
}

function addressesOf({ addresses }: Firewall): readonly { readonly name: string }[] {
  return addresses.flatMap((link) => (link.kind === 'here' ? [link.target] : []));
}

function isAdmitted(firewall: Firewall, { network }: Cluster): boolean {
  return firewall.addresses.some((link) => link.kind !== 'here' || network.admitted.includes(link.target));
}
