/** Private DNS zones, the networks that they are linked to, and who may write into them. */
import type { Resource } from '../../evaluation/resource.js';
import { lowerCase } from '../cluster/spelling.js';
import { map } from '../fact.js';
import { textAt } from '../reading/facts.js';
import { firstOf } from '../reading/scope.js';
import { declared, listed } from './addresses.js';
import type { Assignments } from './assignments.js';
import type { Catalog } from './catalog.js';
import { catalogOf } from './catalog.js';
import { idAt } from './id-at.js';
import type { Link } from './link.js';
import { dependingOn, mapLink, targetsOf } from './link.js';
import type { Declared, PrivateDnsZone, VirtualNetwork } from './model.js';
import { parentFact } from './parents.js';
import type { ByType } from './resources.js';
import { conditionOf, isTerraform, nameFact, pathIn, settingsOf, spelled } from './resources.js';

const type = 'microsoft.network/privatednszones';
const networkId = spelled('virtual_network_id', 'virtualNetwork.id');

export function privateDnsZones(
  resources: ByType,
  networks: Catalog<VirtualNetwork>,
  assignments: Assignments,
): Catalog<PrivateDnsZone> {
  const all = resources('azurerm_private_dns_zone', type);
  const bare = catalogOf(all.map((resource) => listed(resource, resource, type)));
  const links = resources('azurerm_private_dns_zone_virtual_network_link', `${type}/virtualnetworklinks`).map(
    (resource) => ({ resource, zones: targetsOf(zoneOf(resource, bare)), network: networkOf(resource, networks) }),
  );
  return catalogOf(
    all.map((resource) => {
      const own = links.filter(({ zones }) => zones.includes(resource));
      const given = assignments(bare, resource);
      const zone: PrivateDnsZone = {
        ...declared(resource, [...own.map((link) => link.resource), ...given.resources]),
        zone: lowerCase(map(nameFact(resource), (name) => name)),
        links: own.map(({ network }) => network),
        assignments: given.assignments,
      };
      return listed(resource, zone, type);
    }),
  );
}

/** By name, or by id. */
function zoneOf(link: Resource, zones: Catalog<Resource>): Link<Resource> {
  if (!isTerraform(link)) return zones.find(parentFact(link));
  const scope = settingsOf(link);
  const [attribute] = firstOf(scope, ['private_dns_zone_name'], ['private_dns_zone_id']);
  if (attribute === 'private_dns_zone_id') return zones.find(idAt(scope, [attribute]));
  return zones.named(textAt(scope, ['private_dns_zone_name'], ''), textAt(scope, ['resource_group_name'], ''));
}

function networkOf(link: Resource, networks: Catalog<VirtualNetwork>): Link<Declared> {
  const scope = settingsOf(link);
  const network = networks.find(idAt(scope, pathIn(scope, networkId)));
  return dependingOn(
    mapLink(network, (target) => target as Declared),
    conditionOf(link),
  );
}
