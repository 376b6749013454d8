import { elsewhere, here } from '../../../src/posture/network/link.js';
import type { Link } from '../../../src/posture/network/link.js';
import type { Declared, Surroundings, VirtualNetwork } from '../../../src/posture/network/model.js';
import { privateDnsZoneLink } from '../../../src/rules/api/private-dns-zone-link.js';
import type { Discovery } from '../../../src/rules/rule.js';
import { declare } from '../../support/resources.js';
import { around, at, declared, subnet } from '../../support/network.js';
import { check, cluster, known, waiting } from '../../support/subjects.js';

const network = (name: string): Declared => ({
  ...declared(name),
  parts: [declare({ type: 'azurerm_virtual_network', address: name, body: { name } })],
});
const hub = network('vnet-hub');
const spoke: VirtualNetwork = { ...network('vnet-spoke'), peers: [here(hub, at('peering'))] };

function zone(...links: readonly Link<Declared>[]): Partial<Surroundings> {
  const name = known('privatelink.westeurope.azmk8s.io');
  return {
    ...around(subnet({ network: spoke })),
    zone: here({ ...declared('zone'), zone: name, links, assignments: [] }, at('zone')),
  };
}

const found = (surroundings: Partial<Surroundings>, publicFqdn = known(false)): readonly Discovery[] =>
  check(privateDnsZoneLink, cluster({ api: { publicFqdn }, network: surroundings }));

test('bad: no link at all, told at the zone', () => {
  const [one] = found(zone());
  expect(one?.message).toBe(
    'The private DNS zone of aks is linked to no network but the one that AKS links by itself: from there its API server cannot be resolved.',
  );
  expect(one?.origin.name).toBe('zone');
});

test('bad: the peered hub has none', () => {
  expect(found(zone(here(spoke, at('link'))))[0]?.message).toMatch(/is not linked to the peered network vnet-hub/);
});

test('good: the hub is linked, or a network that is not here, or the name is public', () => {
  expect(found(zone(here(hub, at('link'))))).toEqual([]);
  expect(found(zone(elsewhere('var.hub_id', at('link'))))).toEqual([]);
  expect(found(zone(), known(true))).toEqual([]);
  expect(found({})).toEqual([]);
});

test('undetermined: a link that may not be there', () => {
  expect(found(zone({ kind: 'open', fact: waiting('var.link') }))).toEqual([]);
});
