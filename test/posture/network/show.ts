/** What surrounds a cluster as short lines, so that a test says on one line what is joined to what. */
import type { Fact } from '../../../src/posture/fact.js';
import type { Cluster } from '../../../src/posture/model.js';
import type { Link } from '../../../src/posture/network/link.js';
import type { Firewall, RouteTable, SecurityGroup, Subnet } from '../../../src/posture/network/model.js';

export function told(fact: Fact<unknown>): string {
  if (fact.known) return Array.isArray(fact.value) ? fact.value.map(told).join(' ') : String(fact.value);
  return `?${fact.dependsOn.join('+') || fact.expression}`;
}

export function shown<T>(link: Link<T>, show: (target: T) => string): string {
  switch (link.kind) {
    case 'none':
      return 'none';
    case 'here':
      return show(link.target);
    case 'elsewhere':
      return `elsewhere (${link.expression})`;
    case 'open':
      return link.choices ? `either ${link.choices.map((choice) => shown(choice, show)).join(' or ')}` : 'open';
  }
}

const name = ({ name: text }: { readonly name: string }): string => text;

/** `pool > nodes: rt [default 0.0.0.0/0 virtualappliance fw]`, subnet by subnet. */
export function routes({ network }: Cluster): readonly string[] {
  return network.subnets.map(
    ({ pool, use, subnet }) =>
      `${pool}${use === 'pods' ? ' (pods)' : ''} > ${shown(subnet, (one) => `${one.name}: ${shown(one.routeTable, table)}`)}`,
  );
}

function table({ name: text, routes: all, further }: RouteTable): string {
  const lines = all.map(
    ({ name: route, prefix, hop, firewall, condition }) =>
      `${route} ${told(prefix)} ${told(hop)}${firewall.kind === 'none' ? '' : ` ${shown(firewall, name)}`}${condition ? ' perhaps' : ''}`,
  );
  return `${text} [${lines.join(', ')}${further.length > 0 ? ', …' : ''}]`;
}

/** The only subnet of a cluster. */
export function subnetOf({ network }: Cluster): Subnet {
  const [first] = network.subnets;
  if (first?.subnet.kind !== 'here') throw new Error('a cluster is in a subnet of its root');
  return first.subnet.target;
}

/** The firewall behind the first route that has one. */
export function firewallOf(cluster: Cluster): Firewall {
  const { routeTable } = subnetOf(cluster);
  if (routeTable.kind !== 'here') throw new Error('a subnet has a route table');
  const link = routeTable.target.routes.map(({ firewall }) => firewall).find(({ kind }) => kind === 'here');
  if (link?.kind !== 'here') throw new Error('a route leads to a firewall');
  return link.target;
}

/** `network name allow to … from … on …`, rule by rule. */
export function rulesOf({ rules }: Firewall): readonly string[] {
  return rules.map(({ name: rule, kind, action, destinations, categories, sources, ports, elsewhere, condition }) =>
    [
      `${kind} ${rule} ${told(action)}`,
      `to ${told(destinations)}${elsewhere.destinations ? ' and others' : ''}`,
      ...(told(categories) === '' ? [] : [`tagged ${told(categories)}`]),
      `from ${told(sources)}${elsewhere.sources ? ' and others' : ''}`,
      ...(told(ports) === '' ? [] : [`on ${told(ports)}`]),
      ...(condition ? ['perhaps'] : []),
    ].join(' '),
  );
}

export function securityOf(link: Link<SecurityGroup>): string {
  return shown(link, ({ name: group, rules }) =>
    [
      group,
      ...rules.map(
        ({ name: rule, priority, direction, access, sources, destinations, ports }) =>
          `${rule} ${told(priority)} ${told(direction)} ${told(access)} ${told(sources)} > ${told(destinations)} ${told(ports)}`,
      ),
    ].join('; '),
  );
}
