/** Egress: where can the nodes and pods of a cluster connect to? */
import type { Fact } from '../posture/fact.js';
import { certainly, is } from '../posture/fact.js';
import type { Cluster } from '../posture/model.js';
import type { Judgement } from './judgement.js';
import { byDefault, undecided } from './judgement.js';

export type EgressCause =
  | 'unrestricted'
  | 'node-public-ip'
  | 'proxy-without-routing'
  | 'routed'
  | 'none-without-cache'
  | 'isolated'
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
  return undecidedPools(cluster) ?? filtered(cluster, egress.outboundType.value);
}

/** Public addresses are a path around any filter, so that nothing is filtered for sure before they are ruled out. */
function undecidedPools({ egress }: Cluster): Judgement<EgressCause> | undefined {
  const open = egress.pools
    .map((pool) => pool.nodePublicIp)
    .filter((fact) => certainly(fact, (exposed) => !exposed) !== true);
  return open.length > 0 ? undecided('whether nodes have public addresses', open) : undefined;
}

function translated(cluster: Cluster): Judgement<EgressCause> {
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

function filtered({ egress }: Cluster, type: string): Judgement<EgressCause> {
  const common = { modifiers: [], dependsOn: [] };
  switch (type) {
    case 'userDefinedRouting':
      return {
        ...common,
        level: 'private',
        cause: 'routed',
        because: 'user-defined routing: the route table and its next hop decide what gets out',
        evidence: [egress.outboundType.origin],
      };
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
