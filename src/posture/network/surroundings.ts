/** Joins a cluster to what its root declares around it. The index of a root is made once, when a cluster first asks for it. */
import type { Resource } from '../../evaluation/resource.js';
import type { Cluster } from '../model.js';
import type { Fact } from '../fact.js';
import { certainly } from '../fact.js';
import { publicAddresses, ipGroups } from './addresses.js';
import { assignmentsOf, identities } from './assignments.js';
import { attachmentsOf } from './attachments.js';
import type { Catalog } from './catalog.js';
import { firewallPolicies } from './firewall-policies.js';
import { firewallsOf } from './firewalls.js';
import type { Link } from './link.js';
import { mapLink, targetsOf } from './link.js';
import type {
  Declared,
  Identity,
  PoolSubnet,
  PrivateDnsZone,
  PublicAddress,
  Registry,
  Subnet,
  Surroundings,
} from './model.js';
import { natGateways } from './nat-gateways.js';
import { virtualNetworks } from './networks.js';
import { registries } from './registries.js';
import { byType } from './resources.js';
import { routeTables } from './routes.js';
import { securityGroups } from './security-groups.js';
import type { SubnetRange } from './subnet-ranges.js';
import { subnetRanges } from './subnet-ranges.js';
import { subnetsOf } from './subnets.js';
import { zoneNameOf } from './zone-name.js';
import { privateDnsZones } from './zones.js';

/** A cluster as it is mapped, before it is joined to its surroundings. */
export type Unjoined = Omit<Cluster, 'network'>;

/** @param resources all of one root */
export function surroundingsOf(resources: readonly Resource[]): (cluster: Unjoined) => Surroundings {
  let index: Index | undefined;
  return (cluster) => around(cluster, (index ??= indexOf(resources)));
}

interface Index {
  readonly ranges: Catalog<SubnetRange>;
  readonly join: (range: SubnetRange) => Subnet;
  readonly zones: Catalog<PrivateDnsZone>;
  readonly identities: Catalog<Identity>;
  readonly registries: Catalog<Registry>;
  readonly addresses: Catalog<PublicAddress>;
}

function indexOf(resources: readonly Resource[]): Index {
  const types = byType(resources);
  const groups = ipGroups(types);
  const addresses = publicAddresses(types);
  const ranges = subnetRanges(types);
  const policies = firewallPolicies(types, groups);
  const firewalls = firewallsOf(types, { policies, addresses, ipGroups: groups, subnets: ranges });
  const networks = virtualNetworks(types);
  const principals = identities(types);
  const join = subnetsOf({
    attachments: attachmentsOf(types, ranges),
    routeTables: routeTables(types, firewalls),
    natGateways: natGateways(types),
    securityGroups: securityGroups(types),
    networks,
  });
  return {
    ranges,
    join,
    addresses,
    identities: principals,
    registries: registries(types),
    zones: privateDnsZones(types, networks, assignmentsOf(types, principals)),
  };
}

function around(cluster: Unjoined, index: Index): Surroundings {
  const subnets = cluster.egress.pools.flatMap(({ name, subnet, podSubnet }) => [
    ...poolSubnet(name, 'nodes', subnet, index),
    ...poolSubnet(name, 'pods', podSubnet, index),
  ]);
  const zone = zoneLink(cluster.api.privateDnsZone, index);
  const registry = index.registries.find(cluster.egress.registry);
  const ids = cluster.identity.ids.known ? cluster.identity.ids.value.map((id) => index.identities.find(id)) : [];
  const ranges = cluster.api.authorizedRanges.known ? cluster.api.authorizedRanges.value : [];
  const admitted = ranges.flatMap((range) => (range.known ? [] : index.addresses.mentioned(range)));
  const joined: readonly Link<Declared>[] = [...subnets.map(({ subnet }) => subnet), zone, registry, ...ids];
  return {
    subnets,
    zone,
    zoneName: zoneNameOf(cluster.api.privateDnsZone, zone),
    identities: ids,
    registry,
    admitted,
    parts: [...new Set([...joined.flatMap(targetsOf), ...admitted].flatMap(({ parts }) => parts))],
  };
}

function poolSubnet(pool: string, use: PoolSubnet['use'], id: Fact<string>, index: Index): readonly PoolSubnet[] {
  if (certainly(id, (text) => text === '') === true) return [];
  return [{ pool, use, subnet: mapLink(index.ranges.find(id), index.join) }];
}

/** `system` and `none` are no zones of one's own. */
function zoneLink(zone: Fact<string>, { zones }: Index): Link<PrivateDnsZone> {
  const own = certainly(zone, (text) => text !== 'system' && text !== 'none' && text !== '');
  return own === false ? { kind: 'none', origin: zone.origin } : zones.find(zone);
}
