/**
 * What surrounds the nodes of a cluster, free of any format: the resources of its root that decide where traffic goes, joined.
 * Scoring and rules read it; neither knows how the resources were written or how they refer to each other.
 */
import type { Resource } from '../../evaluation/resource.js';
import type { Origin } from '../../syntax/value.js';
import type { Fact, Unknown } from '../fact.js';
import type { KnownAppliance } from '../known/known.js';
import type { Link } from './link.js';

/** Something that this root declares. */
export interface Declared {
  /** For people. */
  readonly name: string;
  /** The line that declares it. */
  readonly heading: Origin;
  /** The resources that make it what it is: its own, its parts that are declared apart, and all that it is joined to. */
  readonly parts: readonly Resource[];
}

export interface Surroundings {
  /** Where pools put nodes and pods, pool by pool; empty when AKS makes the network. */
  readonly subnets: readonly PoolSubnet[];
  /** The private DNS zone of one's own; `none` for the zone that AKS makes, or no zone. */
  readonly zone: Link<PrivateDnsZone>;
  /** The DNS name of that zone in lower case; `''` without a zone of one's own. */
  readonly zoneName: Fact<string>;
  /** The identities that the cluster acts with, where they are its own resources. */
  readonly identities: readonly Link<Identity>[];
  /** The registry that an isolated cluster takes its images from; `none` for the one that AKS makes. */
  readonly registry: Link<Registry>;
  /** Public addresses of this root that the authorized ranges are written from. */
  readonly admitted: readonly PublicAddress[];
  /** Every resource that any of this is read from. */
  readonly parts: readonly Resource[];
}

export interface PoolSubnet {
  readonly pool: string;
  readonly use: 'nodes' | 'pods';
  readonly subnet: Link<Subnet>;
}

export interface Subnet extends Declared {
  /** CIDRs. */
  readonly prefixes: Fact<readonly Fact<string>[]>;
  readonly network: Link<VirtualNetwork>;
  readonly routeTable: Link<RouteTable>;
  readonly natGateway: Link<NatGateway>;
  readonly securityGroup: Link<SecurityGroup>;
  /** Whether virtual machines without any other way out get one from Azure. */
  readonly defaultOutboundAccess: Fact<boolean>;
}

export interface VirtualNetwork extends Declared {
  /** The networks that this one is peered with. */
  readonly peers: readonly Link<Declared>[];
}

export interface RouteTable extends Declared {
  readonly routes: readonly Route[];
  /** What may hold further routes. */
  readonly further: readonly Unknown<unknown>[];
}

export interface Route {
  readonly name: string;
  /** A CIDR or a service tag. */
  readonly prefix: Fact<string>;
  /** In lower case: `virtualappliance`, `virtualnetworkgateway`, `internet`, `vnetlocal`, `none`. */
  readonly hop: Fact<string>;
  /** The firewall that the hop's address belongs to. */
  readonly firewall: Link<Firewall>;
  /** The appliance of the hop, where a team tells of it. */
  readonly appliance?: KnownAppliance;
  /** Present when the text does not decide whether there is such a route. */
  readonly condition?: Unknown<unknown>;
}

export interface NatGateway extends Declared {
  /** Whether it has a public address or prefix; without one it translates nothing. */
  readonly hasAddress: Fact<boolean>;
}

export interface SecurityGroup extends Declared {
  readonly rules: readonly SecurityRule[];
  readonly further: readonly Unknown<unknown>[];
}

export interface SecurityRule {
  readonly name: string;
  /** The lowest comes first. */
  readonly priority: Fact<number>;
  /** `inbound` or `outbound`. */
  readonly direction: Fact<string>;
  /** `allow` or `deny`. */
  readonly access: Fact<string>;
  /** `tcp`, `udp`, …, `*`. */
  readonly protocol: Fact<string>;
  /** CIDRs, service tags or `*`. */
  readonly sources: Fact<readonly Fact<string>[]>;
  readonly destinations: Fact<readonly Fact<string>[]>;
  /** Destination ports and ranges of ports. */
  readonly ports: Fact<readonly Fact<string>[]>;
  readonly condition?: Unknown<unknown>;
}

export interface Firewall extends Declared {
  readonly rules: readonly FirewallRule[];
  /** What may hold further rules. */
  readonly further: readonly Unknown<unknown>[];
  /** Whether some of its rules are declared elsewhere: a policy, or a parent of it, that is not in this root. */
  readonly hasRulesElsewhere: boolean;
  readonly addresses: readonly Link<PublicAddress>[];
}

export interface FirewallRule {
  readonly name: string;
  readonly kind: 'application' | 'network' | 'nat';
  /** `allow` or `deny`; `dnat` where addresses are translated. */
  readonly action: Fact<string>;
  /** CIDRs or `*`; IP groups of this root are read out. */
  readonly sources: Fact<readonly Fact<string>[]>;
  /** FQDNs and URLs of an application rule; CIDRs, service tags, FQDNs and `*` of a network rule. */
  readonly destinations: Fact<readonly Fact<string>[]>;
  /** What else lets traffic through: tags of FQDNs, categories of web sites. */
  readonly categories: Fact<readonly Fact<string>[]>;
  readonly ports: Fact<readonly Fact<string>[]>;
  /** Whether sources or destinations are also in IP groups, or data sources, that this root does not declare. */
  readonly elsewhere: { readonly sources: boolean; readonly destinations: boolean };
  readonly condition?: Unknown<unknown>;
}

export type PublicAddress = Declared;

export interface IpGroup extends Declared {
  readonly cidrs: Fact<readonly Fact<string>[]>;
}

export interface PrivateDnsZone extends Declared {
  /** In lower case. */
  readonly zone: Fact<string>;
  readonly links: readonly Link<Declared>[];
  readonly assignments: readonly RoleAssignment[];
}

export type Identity = Declared;

/** A role given on a zone, or on something around it that the text does not tell apart from what holds the zone. */
export interface RoleAssignment {
  /** A role's name or the id of its definition, in lower case. */
  readonly role: Fact<string>;
  readonly principal: Link<Identity>;
  readonly on: 'zone' | 'wider';
}

export interface Registry extends Declared {
  readonly publicAccess: Fact<boolean>;
  /** `allow` or `deny`: what its network rules do by default. */
  readonly defaultAction: Fact<string>;
}
