/** Routes to firewalls and appliances that live elsewhere. */
import type { Origin } from '../../syntax/value.js';
import { known } from '../reading/convert.js';
import type { Link } from '../network/link.js';
import { elsewhere, here, mapLink, targetsOf } from '../network/link.js';
import type { Route, RouteTable, Subnet, Surroundings } from '../network/model.js';
import type { KnownAppliance } from './known.js';

export function withAppliances(network: Surroundings, appliances: readonly KnownAppliance[]): Surroundings {
  if (appliances.length === 0) return network;
  const subnets = network.subnets.map((pool) => ({ ...pool, subnet: subnetLink(pool.subnet, appliances) }));
  return { ...network, subnets };
}

function subnetLink(link: Link<Subnet>, appliances: readonly KnownAppliance[]): Link<Subnet> {
  const found = meant(link, 'subnet', appliances);
  if (found) return here(subnetOf(found, originOf(link)), originOf(link));
  return mapLink(link, (subnet) => ({ ...subnet, routeTable: tableLink(subnet.routeTable, appliances) }));
}

function tableLink(link: Link<RouteTable>, appliances: readonly KnownAppliance[]): Link<RouteTable> {
  const found = meant(link, 'route-table', appliances);
  if (found) return here(tableOf(found, originOf(link)), originOf(link));
  return mapLink(link, (table) => ({ ...table, routes: table.routes.map((route) => routeWith(route, appliances)) }));
}

/** Only an appliance has an address as the next hop, so that its address decides an open type of the hop too. */
function routeWith(route: Route, appliances: readonly KnownAppliance[]): Route {
  const appliance = meant(route.firewall, 'next-hop', appliances);
  if (!appliance) return route;
  const { hop, firewall } = route;
  return {
    ...route,
    appliance,
    firewall: elsewhere(appliance.name, originOf(firewall)),
    hop: hop.known ? hop : known('virtualappliance', { ...hop.origin, from: [] }, hop.name, false),
  };
}

/** The appliance that a reference leads to; what this root declares itself is better known from its text. */
function meant(
  link: Link<unknown>,
  by: KnownAppliance['by'],
  appliances: readonly KnownAppliance[],
): KnownAppliance | undefined {
  if (link.kind === 'none' || targetsOf(link).length > 0) return undefined;
  if (link.kind === 'here') return undefined;
  const text = link.kind === 'elsewhere' ? link.expression : link.fact.expression;
  // `param subnetId` is `subnetId` to whoever writes it.
  const texts = [text, text.replace(/^param /, '')];
  return appliances.find((each) => each.by === by && texts.some(each.matches));
}

function originOf(link: Link<unknown>): Origin {
  switch (link.kind) {
    case 'here':
    case 'none':
    case 'elsewhere':
      return link.origin;
    case 'open':
      return link.fact.origin;
  }
}

/** What stands for a subnet of another root: nothing is known of it but where it sends what leaves. */
function subnetOf(appliance: KnownAppliance, origin: Origin): Subnet {
  const unseen = elsewhere(appliance.name, origin);
  return {
    ...{ name: appliance.name, heading: origin, parts: [] },
    prefixes: known([], origin, 'prefixes', false),
    network: unseen,
    routeTable: here(tableOf(appliance, origin), origin),
    natGateway: unseen,
    securityGroup: unseen,
    defaultOutboundAccess: known(false, origin, 'defaultOutboundAccess', false),
  };
}

function tableOf(appliance: KnownAppliance, origin: Origin): RouteTable {
  const { name } = appliance;
  const route: Route = {
    name: `to ${name}`,
    prefix: known('0.0.0.0/0', origin, 'prefix', false),
    hop: known('virtualappliance', origin, 'hop', false),
    firewall: elsewhere(name, origin),
    appliance,
  };
  return { name, heading: origin, parts: [], routes: [route], further: [] };
}
