/**
 * Which outbound types an existing cluster can migrate to (Azure's page about outbound types, of 2026-08-05). Where that page or
 * the release notes contradict the table, it is disputed.
 */
import type { OutboundType } from '../../posture/model.js';

export type Network = 'managed' | 'own';
export type Migration = 'allowed' | 'refused' | 'disputed' | 'unknown';

type Targets = Readonly<Partial<Record<OutboundType, readonly OutboundType[]>>>;

const allowed: Readonly<Record<Network, Targets>> = {
  managed: {
    loadBalancer: ['managedNATGatewayV2', 'managedNATGateway', 'none', 'block'],
    managedNATGatewayV2: [],
    managedNATGateway: ['managedNATGatewayV2', 'none', 'block'],
    none: ['loadBalancer', 'managedNATGatewayV2', 'managedNATGateway', 'block'],
    block: ['loadBalancer', 'managedNATGatewayV2', 'managedNATGateway', 'none'],
  },
  own: {
    loadBalancer: ['userAssignedNATGateway', 'userDefinedRouting', 'none'],
    userAssignedNATGateway: ['loadBalancer', 'userDefinedRouting', 'none'],
    userDefinedRouting: ['loadBalancer', 'userAssignedNATGateway', 'none'],
    none: ['loadBalancer', 'userAssignedNATGateway', 'userDefinedRouting'],
  },
};

/** The page has a section about the first; the release notes of 2026-05-29 admit the others. */
const disputed: readonly (readonly [OutboundType, OutboundType])[] = [
  ['managedNATGateway', 'loadBalancer'],
  ['managedNATGatewayV2', 'none'],
  ['managedNATGatewayV2', 'block'],
];

/** The networks that a cluster of an outbound type can be in; both for a type that Azure does not know. */
export function networksWith(type: string): readonly Network[] {
  const found = (['managed', 'own'] as const).filter((network) => Object.hasOwn(allowed[network], type));
  return found.length > 0 ? found : ['managed', 'own'];
}

/** Types of a network of either kind are refused in the other; a spelling that Azure does not know is not judged here. */
export function migration(network: Network, from: string, to: string): Migration {
  const known = (type: string): type is OutboundType =>
    Object.values(allowed).some((targets) => Object.hasOwn(targets, type));
  if (!known(from) || !known(to)) return 'unknown';
  const targets = allowed[network][from];
  if (targets?.includes(to)) return 'allowed';
  const isDisputed = disputed.some(([a, b]) => a === from && b === to);
  return network === 'managed' && isDisputed ? 'disputed' : 'refused';
}
