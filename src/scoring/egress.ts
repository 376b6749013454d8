/** Egress: where can the nodes and pods of a cluster connect to? */
import type { Fact } from '../posture/fact.js';
import { certainly, is } from '../posture/fact.js';
import type { Cluster } from '../posture/model.js';
import type { Judgement } from './judgement.js';
import { byDefault, undecided } from './judgement.js';
import type { ClosedCause } from './egress/closed.js';
import { widestBesideNone } from './egress/closed.js';
import type { RoutedCause } from './egress/routed.js';
import { judgeRoutes } from './egress/routed.js';
import { compareLevels } from './ladder.js';

export type EgressCause =
  | 'unrestricted'
  | 'node-public-ip'
  | 'proxy-without-routing'
  | 'public-address-beside-route'
  | 'none-without-cache'
  | 'isolated'
  | RoutedCause
  | ClosedCause
  | 'undetermined';

/** A load balancer or a NAT gateway translates addresses and filters nothing. */
const unfiltered: ReadonlySet<string> = new Set([
  'loadBalancer',
  'managedNATGateway',
  'managedNATGatewayV2',
  'userAssignedNATGateway',
]);

export function judgeEgress(cluster: Cluster): Judgement<EgressCause> {
  const { egress } = cluster;
  const exposed = egress.pools.find((pool) => is(pool.nodePublicIp, true));
  if (exposed) {
    return {
      level: 'open',
      cause: 'node-public-ip',
      modifiers: [],
      because: `nodes of pool ${exposed.name} have public addresses, a path around any filter`,
      evidence: [exposed.nodePublicIp.origin, egress.outboundType.origin],
      dependsOn: [],
    };
  }
  const open = certainly(egress.outboundType, (type) => unfiltered.has(type));
  if (open === true) return translated(cluster);
  if (!egress.outboundType.known) return undecided('the outbound type', [egress.outboundType]);
  const judged = filtered(cluster, egress.outboundType.value);
  return judged.level === 'open' ? judged : (undecidedPools(cluster) ?? judged);
}

/** Public addresses are a path around any filter, so that nothing is filtered for sure before they are ruled out. */
function undecidedPools({ egress }: Cluster): Judgement<EgressCause> | undefined {
  const open = egress.pools
    .map((pool) => pool.nodePublicIp)
    .filter((fact) => certainly(fact, (exposed) => !exposed) !== true);
  return open.length > 0 ? undecided('whether nodes have public addresses', open) : undefined;
}

function translated(cluster: Cluster): Judgement<EgressCause> {
  const beside = routedBeside(cluster);
  if (beside) return beside.level === 'private' ? (undecidedPools(cluster) ?? beside) : beside;
  const { egress } = cluster;
  const proxied = certainly(egress.httpProxy, (proxy) => proxy !== '');
  if (proxied === undefined) return undecided('whether an HTTP proxy is set', [egress.httpProxy]);
  const natGateway = certainly(egress.outboundType, (type) => type !== 'loadBalancer') === true;
  const common = { modifiers: natGateway ? (['natGateway'] as const) : [], dependsOn: [] };
  if (proxied) {
    const pools = undecidedPools(cluster);
    if (pools) return pools;
    return {
      ...common,
      level: 'restricted',
      cause: 'proxy-without-routing',
      because: `HTTP proxy settings that workloads can step around: outbound type ${spelled(egress.outboundType)} stays open underneath`,
      evidence: [egress.httpProxy.origin, egress.outboundType.origin],
    };
  }
  return {
    ...common,
    level: 'open',
    cause: 'unrestricted',
    because: `outbound type ${spelled(egress.outboundType)} reaches the whole Internet`,
    evidence: [egress.outboundType.origin],
  };
}

/**
 * A route that takes everything to a filter decides, whatever the outbound type translates: traffic goes where routes lead. It has
 * to be seen; without one, the outbound type alone is open. Where the filter has a hole, the hole decides: another outbound type
 * would not close it.
 */
function routedBeside(cluster: Cluster): Judgement<EgressCause> | undefined {
  const { proven, possible, judgement: routed } = judgeRoutes(cluster);
  if (routed.level === 'unknown') return possible ? routed : undefined;
  if (!proven) return undefined;
  if (routed.level !== 'private') return routed;
  const type = cluster.egress.outboundType;
  return {
    ...routed,
    cause: 'public-address-beside-route',
    because: `${routed.because}, though outbound type ${spelled(type)} keeps a public address`,
  };
}

function filtered(cluster: Cluster, type: string): Judgement<EgressCause> {
  switch (type) {
    case 'userDefinedRouting':
      return judgeRoutes(cluster).judgement;
    case 'none': {
      const own = closed(cluster, type);
      const out = widestBesideNone(cluster);
      return out && compareLevels(out.level, own.level) < 0 ? out : own;
    }
    default:
      return closed(cluster, type);
  }
}

function closed({ egress }: Cluster, type: string): Judgement<EgressCause> {
  const common = { modifiers: [], dependsOn: [] };
  switch (type) {
    case 'none':
    case 'block': {
      const cached = certainly(egress.artifactSource, (source) => source === 'cache');
      if (cached === undefined)
        return undecided('where a cluster without egress gets its images', [egress.artifactSource]);
      return {
        ...common,
        level: cached ? 'isolated' : 'private',
        cause: cached ? 'isolated' : 'none-without-cache',
        because: cached
          ? `outbound type ${type}, images from a private cache`
          : `outbound type ${type}, but images still come from the Internet${byDefault(egress.artifactSource)}`,
        evidence: [egress.outboundType.origin, egress.artifactSource.origin],
      };
    }
    default:
      return {
        ...common,
        level: 'unknown',
        cause: 'undetermined',
        because: `outbound type “${type.slice(0, 60)}” is none that AKS knows`,
        evidence: [egress.outboundType.origin],
        dependsOn: [egress.outboundType.name],
      };
  }
}

function spelled(outboundType: Fact<string>): string {
  if (outboundType.known) return `${outboundType.value}${byDefault(outboundType)}`;
  return (outboundType.candidates ?? []).map((candidate) => candidate.value).join(' or ');
}
