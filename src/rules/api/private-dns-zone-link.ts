import { certainly } from '../../posture/fact.js';
import type { Cluster } from '../../posture/model.js';
import { targetsOf } from '../../posture/network/link.js';
import type { Declared, PrivateDnsZone } from '../../posture/network/model.js';
import { declaredSubnets } from '../../scoring/egress/behind.js';
import { clusterRule } from '../define.js';
import { listed } from '../words.js';

export const privateDnsZoneLink = clusterRule(
  {
    id: 'api/private-dns-zone-link',
    dimension: 'api',
    severity: 'notice',
    title: 'The DNS zone of the private cluster is not linked to those who need it',
    rationale:
      'AKS links the zone to the network of the nodes. From a hub, a peered network or a build agent the API server has no name until somebody links the zone there, and switching the public FQDN on, or the private cluster off, is the tempting way around.',
    remedy:
      'Link the zone to the networks from which the cluster is operated: the hub with the DNS servers, and the network of the build agents.',
  },
  ({ subject }) => {
    const { zone } = subject.network;
    if (certainly(subject.api.privateCluster, (value) => value) !== true || zone.kind !== 'here') return [];
    if (certainly(subject.api.publicFqdn, (value) => value) !== false) return [];
    const missing = missingLinks(zone.target, subject);
    if (missing === undefined) return [];
    return [
      {
        message: `The private DNS zone of ${subject.name} ${missing}: from there its API server cannot be resolved.`,
        origin: zone.target.heading,
        also: [subject.api.privateDnsZone.origin],
      },
    ];
  },
);

function missingLinks({ links }: PrivateDnsZone, cluster: Cluster): string | undefined {
  if (links.length === 0) return 'is linked to no network but the one that AKS links by itself';
  if (links.some(({ kind }) => kind !== 'here')) return undefined;
  const linked = new Set(links.flatMap(targetsOf).map(resourceOf));
  const peers = declaredSubnets(cluster).flatMap(({ network }) =>
    network.kind === 'here' ? network.target.peers.flatMap((peer) => (peer.kind === 'here' ? [peer.target] : [])) : [],
  );
  const names = [...new Set(peers.filter((peer) => !linked.has(resourceOf(peer))).map(({ name }) => name))];
  return names.length > 0 ? `is not linked to the peered network ${listed(names)}` : undefined;
}

function resourceOf({ parts }: Declared): unknown {
  return parts[0];
}
