/** Egress through routes: where the subnets of nodes send what goes to the Internet, and what the firewall there lets through. */
import type { Fact } from '../../posture/fact.js';
import type { Cluster } from '../../posture/model.js';
import type { Link } from '../../posture/network/link.js';
import type { Firewall, PoolSubnet, Subnet } from '../../posture/network/model.js';
import type { Judgement } from '../judgement.js';
import { undecided } from '../judgement.js';
import type { Modifier } from '../ladder.js';
import { weakest } from '../ladder.js';
import type { Origin } from '../../syntax/value.js';
import type { Admission, Hole } from './firewall.js';
import { admissionOf } from './firewall.js';
import type { Routing } from './routing.js';
import { mayBeFiltered, routingOf } from './routing.js';

export type RoutedCause =
  | 'routed'
  | 'route-missing'
  | 'route-to-internet'
  | 'firewall-allows-everything'
  | 'firewall-allows-azure-cloud'
  | 'undetermined';

export interface Routed {
  readonly judgement: Judgement<RoutedCause>;
  /** Whether a route was seen that takes everything to a filter. */
  readonly proven: boolean;
  /** Whether a subnet that the text may mean could be behind a filter. */
  readonly possible: boolean;
}

/** The weakest way out of the subnets that nodes are in. */
export function judgeRoutes(cluster: Cluster): Routed {
  const subnets = nodeSubnets(cluster);
  const routings = subnets.map(({ subnet }) => routingOf(subnet));
  const judged = routings.map((routing) => judgeRouting(routing, cluster));
  const { origin } = cluster.egress.outboundType;
  return {
    judgement: weakest(judged, ({ level }) => level) ?? judgeRouting({ kind: 'unseen', origin }, cluster),
    proven: routings.length > 0 && routings.every(({ kind }) => kind === 'filtered'),
    possible: subnets.some(({ subnet }) => mayBeFiltered(subnet)),
  };
}

/** What leaves a pod of a subnet of its own is sent out by its node. */
export function nodeSubnets({ network }: Cluster): readonly PoolSubnet[] {
  const distinct = new Map(network.subnets.map((one) => [keyOf(one), one]));
  return [...distinct.values()].filter(({ use }) => use === 'nodes');
}

function keyOf({ subnet, use, pool }: PoolSubnet): unknown {
  return subnet.kind === 'here' && use === 'nodes' ? subnet.target : `${use} ${pool}`;
}

export function judgeRouting(routing: Routing, { egress }: Cluster): Judgement<RoutedCause> {
  const common = { modifiers: [], dependsOn: [] };
  const type = egress.outboundType.origin;
  switch (routing.kind) {
    case 'unseen':
      return {
        ...common,
        level: 'private',
        cause: 'routed',
        because: routing.subnet
          ? `user-defined routing: the route table of subnet ${routing.subnet.name}, and what lies behind its next hop, are not declared here`
          : 'user-defined routing: the route table, and what lies behind its next hop, are not declared here',
        evidence: distinct([type, routing.origin]),
      };
    case 'missing': {
      const { subnet, table } = routing;
      return {
        ...common,
        level: 'open',
        cause: 'route-missing',
        because: table
          ? `user-defined routing, but no route of table ${table.name} takes 0.0.0.0/0`
          : `user-defined routing, but subnet ${subnet.name} has no route table`,
        evidence: distinct([...(table ? [table.heading] : []), ...wayOut(subnet), type]),
      };
    }
    case 'internet': {
      const [route] = routing.routes;
      const { table } = routing;
      return {
        ...common,
        level: 'open',
        cause: 'route-to-internet',
        because: `route ${route?.name ?? ''} of table ${table.name} leads to the Internet around any filter`,
        evidence: distinct([...routing.routes.flatMap(({ hop, prefix }) => [hop.origin, prefix.origin]), type]),
      };
    }
    case 'filtered':
      return behindRoute(routing, egress.outboundType);
    case 'undecided':
      return told('where the node subnet sends what goes to the Internet', routing.facts, type);
  }
}

function behindRoute(
  { subnet, table, route }: Routing & { readonly kind: 'filtered' },
  { origin: type }: Fact<string>,
): Judgement<RoutedCause> {
  const places = [route.hop.origin, route.prefix.origin, type];
  const { appliance } = route;
  const way = `route ${route.name} of table ${table.name}`;
  const behind = admittedBehind(route.firewall, subnet);
  if (behind.kind === 'undecided') return told('what the firewall behind the route lets through', behind.facts, type);
  if (behind.kind === 'hole') return throughHole(behind.hole, behind.cause, places);
  const modifiers: readonly Modifier[] = behind.kind === 'finite' ? ['visibleRules'] : [];
  return {
    level: 'private',
    cause: 'routed',
    modifiers,
    dependsOn: [],
    because:
      behind.kind === 'finite' || behind.kind === 'wide'
        ? `${way} sends everything to firewall ${behind.firewall.name}, whose rules name destinations`
        : appliance
          ? `${appliance.by === 'next-hop' ? `${way} sends everything` : 'everything is sent'} to ${appliance.name}, of which the configuration tells`
          : `${way} sends everything ${hops(route.hop)}`,
    evidence: distinct([...places, ...(appliance ? [appliance.origin] : [])]),
  };
}

function throughHole(
  { firewall, rule, destination, place }: Hole,
  cause: 'firewall-allows-everything' | 'firewall-allows-azure-cloud',
  places: readonly Origin[],
): Judgement<RoutedCause> {
  const what = cause === 'firewall-allows-everything' ? 'everything' : 'every customer of Azure';
  return {
    level: 'open',
    cause,
    modifiers: [],
    because: `rule ${rule.name} of firewall ${firewall.name} lets nodes and pods reach ${what}`,
    evidence: distinct([place, destination.origin, ...places]),
    dependsOn: [],
  };
}

type Behind =
  | { readonly kind: 'unseen' }
  | { readonly kind: 'undecided'; readonly facts: readonly Fact<unknown>[] }
  | { readonly kind: 'finite' | 'wide'; readonly firewall: Firewall }
  | {
      readonly kind: 'hole';
      readonly hole: Hole;
      readonly cause: 'firewall-allows-everything' | 'firewall-allows-azure-cloud';
    };

function admittedBehind(link: Link<Firewall>, subnet: Subnet): Behind {
  switch (link.kind) {
    case 'none':
    case 'elsewhere':
      return { kind: 'unseen' };
    case 'here':
      return through(link.target, admissionOf(link.target, subnet));
    case 'open': {
      const [first, ...others] = (link.choices ?? []).map((choice) => admittedBehind(choice, subnet));
      const alike = first && others.every(({ kind }) => kind === first.kind);
      return alike ? first : { kind: 'undecided', facts: [link.fact] };
    }
  }
}

function through(firewall: Firewall, { everything, azureCloud, undecided: facts, finite }: Admission): Behind {
  const [whole] = everything;
  if (whole) return { kind: 'hole', hole: whole, cause: 'firewall-allows-everything' };
  const [cloud] = azureCloud;
  if (cloud) return { kind: 'hole', hole: cloud, cause: 'firewall-allows-azure-cloud' };
  if (facts.length > 0) return { kind: 'undecided', facts };
  if (firewall.rules.length === 0) return { kind: 'unseen' };
  return { kind: finite ? 'finite' : 'wide', firewall };
}

function hops(hop: Fact<string>): string {
  switch (hop.known ? hop.value : '') {
    case 'virtualnetworkgateway':
      return 'to the gateway of the virtual network; what lies behind it is not declared here';
    case 'none':
      return 'nowhere: it is dropped';
    case 'vnetlocal':
      return 'into the virtual network, where it ends';
    default:
      return 'to an appliance; what it lets through is not declared here';
  }
}

/**
 * Where a subnet without a route says how it gets out: its own line, what switches its route table off, and the NAT gateway that
 * may have taken the place of a route.
 */
export function wayOut({ heading, routeTable: table, natGateway: nat }: Subnet): readonly Origin[] {
  return [
    heading,
    ...(table.kind === 'none' ? [table.origin] : []),
    ...(nat.kind === 'here' || nat.kind === 'elsewhere' ? [nat.origin] : []),
  ];
}

/** An open judgement always has a place. */
function told(what: string, facts: readonly Fact<unknown>[], place: Origin): Judgement<'undetermined'> {
  const judgement = undecided(what, facts);
  return judgement.evidence.length > 0 ? judgement : { ...judgement, evidence: [place] };
}

function distinct(origins: readonly Origin[]): readonly Origin[] {
  return [...new Set(origins)];
}
