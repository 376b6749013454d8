/** Route tables with their routes, inside of them or declared apart. */
import type { Resource } from '../../evaluation/resource.js';
import { lowerCase } from '../cluster/spelling.js';
import type { Fact } from '../fact.js';
import { textAt } from '../reading/facts.js';
import type { Scope } from '../reading/scope.js';
import { declared, listed } from './addresses.js';
import type { Catalog } from './catalog.js';
import { catalogOf } from './catalog.js';
import type { Firewalls } from './firewalls.js';
import { isAttribute } from './handle.js';
import { idAt } from './id-at.js';
import { targetsOf } from './link.js';
import type { Route, RouteTable } from './model.js';
import type { Part } from './parents.js';
import { partsOf } from './parents.js';
import type { ByType } from './resources.js';
import { partName, partsAt, pathIn, settingsOf, spelled } from './resources.js';

const type = 'microsoft.network/routetables';
const inlineRoutes = spelled('route', 'routes');
const words = {
  prefix: spelled('address_prefix', 'addressPrefix'),
  hop: spelled('next_hop_type', 'nextHopType'),
  address: spelled('next_hop_in_ip_address', 'nextHopIpAddress'),
};

export function routeTables(resources: ByType, firewalls: Firewalls): Catalog<RouteTable> {
  const all = resources('azurerm_route_table', type);
  const bare = catalogOf(all.map((resource) => listed(resource, resource, type)));
  const apart = partsOf(bare, resources('azurerm_route', `${type}/routes`), 'route_table_name');
  return catalogOf(all.map((resource) => listed(resource, tableOf(resource, apart(resource), firewalls), type)));
}

function tableOf(resource: Resource, apart: readonly Part[], firewalls: Firewalls): RouteTable {
  const { scopes, further } = partsAt(settingsOf(resource), inlineRoutes);
  const routes = [
    ...scopes.map((scope, index) => routeOf(scope, partName(scope, `route ${String(index + 1)}`), firewalls)),
    ...apart.map((part) => ({
      ...routeOf(settingsOf(part.resource), part.name, firewalls),
      ...(part.condition ? { condition: part.condition } : {}),
    })),
  ];
  const behind = routes.flatMap(({ firewall }) => targetsOf(firewall)).flatMap(({ parts }) => parts);
  return { ...declared(resource, [...apart.map((part) => part.resource), ...behind]), routes, further };
}

function routeOf(scope: Scope, name: string, firewalls: Firewalls): Route {
  return {
    name,
    prefix: asAddress(textAt(scope, pathIn(scope, words.prefix), '')),
    hop: lowerCase(textAt(scope, pathIn(scope, words.hop), '')),
    firewall: firewalls.behind(idAt(scope, pathIn(scope, words.address))),
  };
}

/** The address of another resource is one address, whatever it will be. */
function asAddress(prefix: Fact<string>): Fact<string> {
  if (prefix.known || prefix.parts || prefix.candidates) return prefix;
  return isAttribute(prefix) && /ip_?address$/i.test(prefix.expression) ? { ...prefix, parts: [null, '/32'] } : prefix;
}
