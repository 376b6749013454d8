/**
 * Ways out of a cluster whose outbound type is `none`: AKS makes none, and blocks none that the subnet has by itself. A NAT gateway
 * is one, and so is the access that Azure gives to virtual machines in subnets which do not refuse it.
 */
import type { Fact } from '../../posture/fact.js';
import { certainly, is } from '../../posture/fact.js';
import type { Cluster } from '../../posture/model.js';
import type { Link } from '../../posture/network/link.js';
import type { NatGateway, SecurityGroup, Subnet } from '../../posture/network/model.js';
import type { Judgement } from '../judgement.js';
import { byDefault, undecided } from '../judgement.js';
import { weakest } from '../ladder.js';
import type { RoutedCause } from './routed.js';
import { judgeRouting, nodeSubnets } from './routed.js';
import { routingOf } from './routing.js';
import { deniesInternet } from './security.js';

export type ClosedCause = 'default-outbound-access' | 'nat-gateway-beside-none' | RoutedCause;

/** The widest way out that a subnet of the nodes has; undefined when none of those that are declared here has any. */
export function widestBesideNone(cluster: Cluster): Judgement<ClosedCause> | undefined {
  const found = nodeSubnets(cluster).flatMap(({ subnet }) => wayOut(subnet, cluster) ?? []);
  return weakest(found, ({ level }) => level);
}

/** The way out of each subnet that is certainly the nodes'. None for another outbound type. */
export function waysOutBesideNone(
  cluster: Cluster,
): readonly { readonly subnet: Subnet; readonly judgement: Judgement<ClosedCause> }[] {
  if (!is(cluster.egress.outboundType, 'none')) return [];
  return nodeSubnets(cluster).flatMap(({ subnet: link }) => {
    const judgement = link.kind === 'here' ? wayOut(link, cluster) : undefined;
    return link.kind === 'here' && judgement ? [{ subnet: link.target, judgement }] : [];
  });
}

function wayOut(link: Link<Subnet>, cluster: Cluster): Judgement<ClosedCause> | undefined {
  switch (link.kind) {
    case 'none':
    case 'elsewhere':
      return undefined;
    case 'here':
      return ofSubnet(link.target, cluster);
    case 'open': {
      const all = (link.choices ?? []).map((choice) => wayOut(choice, cluster));
      const alike = all.length > 0 && all.every((one) => one?.cause === all[0]?.cause);
      return alike ? all[0] : undecided('which subnet the nodes are in', [link.fact]);
    }
  }
}

function ofSubnet(subnet: Subnet, cluster: Cluster): Judgement<ClosedCause> | undefined {
  const denied = denies(subnet.securityGroup);
  if (denied === true) return undefined;
  const routing = routingOf({ kind: 'here', target: subnet, origin: subnet.heading });
  if (routing.kind === 'filtered') {
    const routed = judgeRouting(routing, cluster);
    return routed.cause === 'routed' ? undefined : routed;
  }
  const out = natGateway(subnet.natGateway, subnet, cluster) ?? defaultAccess(subnet, cluster);
  if (!out) return undefined;
  // A table of routes, or a security group, that is not seen whole may close what is open without it.
  if (routing.kind === 'unseen') return undefined;
  if (routing.kind === 'undecided')
    return undecided(`whether the routes of subnet ${subnet.name} lead out`, routing.facts);
  return denied === false ? out : undecided(`whether subnet ${subnet.name} denies the Internet`, openRules(subnet));
}

/** A security group that is not seen is no proof. */
function denies(link: Link<SecurityGroup>): boolean | undefined {
  switch (link.kind) {
    case 'here':
      return deniesInternet(link.target);
    case 'none':
    case 'elsewhere':
      return false;
    case 'open':
      return undefined;
  }
}

function natGateway(link: Link<NatGateway>, subnet: Subnet, cluster: Cluster): Judgement<ClosedCause> | undefined {
  switch (link.kind) {
    case 'none':
      return undefined;
    case 'open':
      return undecided(`whether subnet ${subnet.name} has a NAT gateway`, [link.fact]);
    case 'here':
      // Without an address it translates nothing.
      if (certainly(link.target.hasAddress, (has) => !has) === true) return undefined;
      return throughNat(link, `NAT gateway ${link.target.name}`, subnet, cluster);
    case 'elsewhere':
      return throughNat(link, 'a NAT gateway', subnet, cluster);
  }
}

function throughNat(
  { origin }: Link<NatGateway> & { readonly origin: Judgement['evidence'][number] },
  gateway: string,
  subnet: Subnet,
  { egress }: Cluster,
): Judgement<ClosedCause> {
  return {
    level: 'open',
    cause: 'nat-gateway-beside-none',
    modifiers: ['natGateway'],
    because: `outbound type none, but subnet ${subnet.name} has ${gateway}, through which its nodes reach the whole Internet`,
    evidence: [origin, subnet.heading, egress.outboundType.origin],
    dependsOn: [],
  };
}

function defaultAccess(subnet: Subnet, { egress }: Cluster): Judgement<ClosedCause> | undefined {
  const access = subnet.defaultOutboundAccess;
  const given = certainly(access, (value) => value);
  if (given === false) return undefined;
  if (given === undefined) return undecided(`whether Azure gives subnet ${subnet.name} outbound access`, [access]);
  return {
    level: 'restricted',
    cause: 'default-outbound-access',
    modifiers: [],
    because: `outbound type none, but Azure may give the nodes of subnet ${subnet.name} outbound access${byDefault(access)}`,
    evidence: [access.origin, egress.outboundType.origin],
    dependsOn: [],
  };
}

function openRules({ securityGroup }: Subnet): readonly Fact<unknown>[] {
  if (securityGroup.kind === 'open') return [securityGroup.fact];
  if (securityGroup.kind !== 'here') return [];
  const { rules, further } = securityGroup.target;
  return [
    ...further,
    ...rules.flatMap(({ access, direction, destinations, condition }) => [
      ...[access, direction, destinations].filter((fact) => !fact.known),
      ...(condition ? [condition] : []),
    ]),
  ];
}
