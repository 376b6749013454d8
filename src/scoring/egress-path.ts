/** Egress through one way, or past one filter. */
import type {
  EgressPath,
  MeshEgressPath,
  ServiceEntryEgressPath,
  StaticGatewayEgressPath,
} from '../posture/egress-path.js';
import { certainly, valueOf } from '../posture/fact.js';
import { literal } from '../syntax/value.js';
import type { PoliciesCause } from './egress/policies.js';
import { judgePolicies } from './egress/policies.js';
import { reachOfBlocks } from './egress/addresses.js';
import { wildcardOf } from './egress/shared-domains.js';
import type { Judgement } from './judgement.js';
import { byDefault, undecided } from './judgement.js';

export type EgressPathCause =
  | PoliciesCause
  | 'mesh-allows-any'
  | 'mesh-default'
  | 'mesh-registry-only'
  | 'service-entry-everything'
  | 'service-entry'
  | 'static-gateway-public'
  | 'static-gateway-private'
  | 'undetermined';

/** Null where the way has no level of its own. */
export function judgeEgressPath(subject: EgressPath): Judgement<EgressPathCause> | null {
  switch (subject.via) {
    case 'policies':
      return judgePolicies(subject);
    case 'mesh':
      return judgeMesh(subject);
    case 'service-entry':
      return judgeServiceEntry(subject);
    case 'static-gateway':
      return judgeStaticGateway(subject);
    case 'pods':
    case 'resolvers':
    case 'namespace':
    case 'storage':
      return null;
  }
}

function judgeMesh({ mode }: MeshEgressPath): Judgement<EgressPathCause> {
  const common = { modifiers: [], dependsOn: [], evidence: [mode.origin], withoutIt: 'open' } as const;
  if (!mode.known) return undecided('what the mesh does with hosts that it does not know', [mode]);
  if (mode.value === 'REGISTRY_ONLY') {
    return {
      ...common,
      level: 'restricted',
      cause: 'mesh-registry-only',
      because: 'the mesh lets out registered hosts only, which a pod can step around',
    };
  }
  return {
    ...common,
    level: 'open',
    cause: mode.byDefault ? 'mesh-default' : 'mesh-allows-any',
    because: `the mesh passes on what it does not know: mode ${mode.value.slice(0, 40)}${byDefault(mode)}`,
    ...(mode.byDefault ? { implied: true } : {}),
  };
}

function judgeServiceEntry({ hosts, addresses, heading }: ServiceEntryEgressPath): Judgement<EgressPathCause> {
  const common = { modifiers: [], dependsOn: [] };
  if (!hosts.known) return undecided('which hosts the mesh is told about', [hosts]);
  const wide = hosts.value.filter((host) => host.known && wildcardOf(host.value) === 'everything');
  const blocks = valueOf(addresses)?.filter(({ known }) => known) ?? [];
  const everywhere = reachOfBlocks(
    blocks.flatMap((block) => valueOf(block) ?? []),
    [],
  );
  if (wide.length > 0 || everywhere === 'everything') {
    return {
      ...common,
      level: 'open',
      cause: 'service-entry-everything',
      because: 'the mesh is told that every host is known',
      evidence: [...wide, ...(everywhere === 'everything' ? blocks : [])].map(({ origin }) => origin),
    };
  }
  const open = hosts.value.filter((host) => certainly(host, () => true) === undefined);
  if (open.length > 0) return undecided('which hosts the mesh is told about', open);
  return {
    ...common,
    level: 'private',
    cause: 'service-entry',
    because: 'the mesh is told about listed hosts outside of it',
    evidence: hosts.value.length > 0 ? hosts.value.map(({ origin }) => origin) : [literal(heading)],
  };
}

function judgeStaticGateway({ publicAddresses }: StaticGatewayEgressPath): Judgement<EgressPathCause> {
  const isPublic = certainly(publicAddresses, (on) => on);
  if (isPublic === undefined) return undecided('whether the gateway has public addresses', [publicAddresses]);
  const common = { modifiers: [], dependsOn: [], evidence: [publicAddresses.origin] };
  if (!isPublic) {
    return {
      ...common,
      level: 'private',
      cause: 'static-gateway-private',
      because: 'a static egress gateway with private addresses',
    };
  }
  return {
    ...common,
    level: 'open',
    cause: 'static-gateway-public',
    because: `a static egress gateway with public addresses${byDefault(publicAddresses)}`,
  };
}
