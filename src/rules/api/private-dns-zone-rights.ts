import { certainly } from '../../posture/fact.js';
import type { Cluster } from '../../posture/model.js';
import type { Identity, PrivateDnsZone, RoleAssignment } from '../../posture/network/model.js';
import { clusterRule } from '../define.js';
import { listed } from '../words.js';

export const privateDnsZoneRights = clusterRule(
  {
    id: 'api/private-dns-zone-rights',
    dimension: 'api',
    severity: 'warning',
    title: 'The cluster may not write into its own private DNS zone',
    rationale:
      'AKS writes the name of the API server into a zone that one brings, as the identity of the cluster. The identity that Azure makes with the cluster comes too late to have rights there, and one that has none fails with CustomPrivateDNSZoneMissingPermissionError.',
    remedy:
      'Give the cluster a user-assigned identity, that identity the role Private DNS Zone Contributor on the zone, and let the cluster wait for the assignment.',
  },
  ({ subject }) => {
    const { network, api, identity, name } = subject;
    if (certainly(api.privateCluster, (value) => value) !== true || network.zone.kind === 'none') return [];
    const reason = certainly(identity.type, (type) => type === 'systemassigned')
      ? 'its identity is made together with the cluster, and can have no rights before'
      : withoutRole(subject);
    if (reason === undefined) return [];
    return [
      {
        message: `Cluster ${name} brings a private DNS zone of its own that it may not write into: ${reason}.`,
        origin: identity.type.origin,
        also: [api.privateDnsZone.origin],
      },
    ];
  },
);

/** Told only where the zone and all identities are declared here, so that an assignment would be as well. */
function withoutRole({ network, identity }: Cluster): string | undefined {
  if (certainly(identity.type, (type) => type.includes('userassigned')) !== true || network.zone.kind !== 'here') {
    return undefined;
  }
  const identities = network.identities.flatMap((link) => (link.kind === 'here' ? [link.target] : []));
  if (identities.length === 0 || identities.length < network.identities.length) return undefined;
  if (network.zone.target.assignments.some((assignment) => mayWrite(assignment, identities))) return undefined;
  return `no role on zone ${zoneName(network.zone.target)} is given to ${listed(identities.map(({ name }) => name))}`;
}

function zoneName({ zone, name }: PrivateDnsZone): string {
  return zone.known ? zone.value : name;
}

/**
 * Private DNS Zone Contributor, Network Contributor, Contributor and Owner, by name and by id
 * (https://learn.microsoft.com/azure/role-based-access-control/built-in-roles); a role that is not decided may be any.
 */
const sufficient: readonly string[] = [
  'private dns zone contributor',
  'b12aa53e-6015-4669-85d0-8515ebb3ae7f',
  'network contributor',
  '4d97b98b-1d4f-4787-a291-c67834d212e7',
  'contributor',
  'b24988ac-6180-42a0-ab88-20f7382dd24c',
  'owner',
  '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
];

/** Built-in roles have an id that everyone knows, or a name; what is neither is a role of one's own. */
const readable = /^[a-z ]+$|^[0-9a-f-]{36}$/;

function mayWrite({ role, principal }: RoleAssignment, identities: readonly Identity[]): boolean {
  const fits = certainly(role, (text) => sufficient.includes(text) || !readable.test(text));
  if (fits === false) return false;
  return principal.kind !== 'here' || identities.includes(principal.target);
}
