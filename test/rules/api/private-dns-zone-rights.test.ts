import { elsewhere, here } from '../../../src/posture/network/link.js';
import type { RoleAssignment, Surroundings } from '../../../src/posture/network/model.js';
import { privateDnsZoneRights } from '../../../src/rules/api/private-dns-zone-rights.js';
import type { Discovery } from '../../../src/rules/rule.js';
import { at, declared } from '../../support/network.js';
import { check, cluster, known, waiting } from '../../support/subjects.js';
import type { Fact } from '../../../src/posture/fact.js';

const identity = declared('id-aks');
const own = here(identity, at('identity'));

function around(...assignments: readonly RoleAssignment[]): Partial<Surroundings> {
  const name = known('privatelink.westeurope.azmk8s.io');
  return { zone: here({ ...declared('zone'), zone: name, links: [], assignments }, at('zone')), identities: [own] };
}

const given = (role: string | Fact<string>, rest: Partial<RoleAssignment> = {}): RoleAssignment => ({
  role: typeof role === 'string' ? known(role) : role,
  principal: own,
  on: 'zone',
  ...rest,
});

const found = (
  network: Partial<Surroundings>,
  type: string | Fact<string> = 'userassigned',
  api: Parameters<typeof cluster>[0] = {},
): readonly Discovery[] => {
  const subject = cluster({ ...api, network });
  return check(privateDnsZoneRights, {
    ...subject,
    identity: { ...subject.identity, type: typeof type === 'string' ? known(type) : type },
  });
};

test('bad: an identity that is made with the cluster', () => {
  const [one] = found({ zone: elsewhere('/zones/own', at('zone')) }, 'systemassigned');
  expect(one?.message).toBe(
    'Cluster aks brings a private DNS zone of its own that it may not write into: its identity is made together with the cluster, and can have no rights before.',
  );
});

test.each([
  ['none', around()],
  ['one that does not suffice', around(given('reader'))],
  ['one for somebody else', around(given('owner', { principal: here(declared('id-other'), at('other')) }))],
])('bad: a role: %s', (_, network) => {
  expect(found(network)[0]?.message).toMatch(
    /no role on zone privatelink\.westeurope\.azmk8s\.io is given to id-aks\.$/,
  );
});

test.each([
  ['by name', around(given('private dns zone contributor'))],
  ['by id', around(given('b12aa53e-6015-4669-85d0-8515ebb3ae7f'))],
  ['around the zone', around(given('contributor', { on: 'wider' }))],
  ['of one’s own', around(given('aks-dns-writer_v2'))],
  ['not decided', around(given(waiting('var.role')))],
  ['for a principal that is not here', around(given('owner', { principal: elsewhere('var.id', at('id')) }))],
])('good: a role %s', (_, network) => {
  expect(found(network)).toEqual([]);
});

test('good: no zone of one’s own, no private cluster, a zone or an identity that is not here', () => {
  expect(found({ identities: [own] }, 'systemassigned')).toEqual([]);
  expect(found(around(), 'systemassigned', { api: { privateCluster: known(false) } })).toEqual([]);
  expect(found({ zone: elsewhere('var.zone', at('zone')), identities: [own] })).toEqual([]);
  expect(found({ ...around(), identities: [elsewhere('var.identity', at('id'))] })).toEqual([]);
});

test('undetermined: a parameter decides', () => {
  expect(found(around(), waiting('var.identity_type'))).toEqual([]);
});
