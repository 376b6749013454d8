/** What the routes of a subnet do with traffic to the Internet. */
import { mergeCidr } from 'cidr-tools';
import type { Fact, Unknown } from '../../posture/fact.js';
import { certainly, is } from '../../posture/fact.js';
import type { Link } from '../../posture/network/link.js';
import type { Route, RouteTable, Subnet } from '../../posture/network/model.js';
import type { Origin } from '../../syntax/value.js';
import { reachOf } from './prefix.js';

export type Routing =
  /** The subnet, or its route table, is not in this root. */
  | { readonly kind: 'unseen'; readonly origin: Origin; readonly subnet?: Subnet }
  /** There is no route table, or none of its routes takes everything. */
  | { readonly kind: 'missing'; readonly subnet: Subnet; readonly table?: RouteTable }
  /** Some routes lead to the Internet directly. */
  | {
      readonly kind: 'internet';
      readonly subnet: Subnet;
      readonly table: RouteTable;
      readonly routes: readonly Route[];
    }
  /** Everything goes to an appliance or a gateway, or is dropped. */
  | { readonly kind: 'filtered'; readonly subnet: Subnet; readonly table: RouteTable; readonly route: Route }
  | { readonly kind: 'undecided'; readonly facts: readonly Fact<unknown>[] };

export function routingOf(link: Link<Subnet>): Routing {
  switch (link.kind) {
    case 'here':
      return throughTable(link.target, link.target.routeTable);
    case 'none':
    case 'elsewhere':
      return { kind: 'unseen', origin: link.origin };
    case 'open':
      return agreed(link, routingOf);
  }
}

/** Whether any of the subnets that a link may lead to has a route to a filter, as far as is seen. */
export function mayBeFiltered(link: Link<Subnet>): boolean {
  if (link.kind === 'open') return link.choices?.some(mayBeFiltered) ?? true;
  const { kind } = routingOf(link);
  return kind === 'filtered' || kind === 'undecided';
}

/** Routes that lead to the Internet for more than one address: around the filter, whether or not much. */
export function routesToInternet({ routes }: RouteTable): readonly Route[] {
  return routes.filter((route) => toInternet(route) === true && isWide(route));
}

/** Whether a route is a hole: it takes so much that it is no exception. */
export function isHole(route: Route): boolean {
  const reach = reachOf(route.prefix);
  return reach === 'everything' || reach === 'broad';
}

function throughTable(subnet: Subnet, link: Link<RouteTable>): Routing {
  switch (link.kind) {
    case 'here':
      return inTable(subnet, link.target);
    case 'none':
      return { kind: 'missing', subnet };
    case 'elsewhere':
      return { kind: 'unseen', origin: link.origin, subnet };
    case 'open':
      return agreed(link, (choice) => throughTable(subnet, choice));
  }
}

function inTable(subnet: Subnet, table: RouteTable): Routing {
  const holes = routesToInternet(table).filter((route) => isHole(route) && !route.condition);
  if (holes.length > 0) return { kind: 'internet', subnet, table, routes: holes };
  const possible = table.routes.filter((route) => toInternet(route) !== false && mayBeHole(route));
  const open = [...table.further, ...possible.flatMap(openIn)];
  if (open.length > 0) return { kind: 'undecided', facts: open };
  const route = everythingFiltered(table.routes);
  if (route) return { kind: 'filtered', subnet, table, route };
  const doubts = table.routes.filter((one) => toInternet(one) === false && mayBeHole(one)).flatMap(openIn);
  return doubts.length > 0 ? { kind: 'undecided', facts: doubts } : { kind: 'missing', subnet, table };
}

function mayBeHole({ prefix }: Route): boolean {
  const reach = reachOf(prefix);
  return reach === 'everything' || reach === 'broad' || reach === 'undecided';
}

function openIn({ prefix, hop, condition }: Route): readonly Unknown<unknown>[] {
  const facts = [prefix, hop].flatMap((fact) => (fact.known ? [] : [fact]));
  return condition ? [...facts, condition] : facts;
}

function toInternet({ hop }: Route): boolean | undefined {
  return certainly(hop, (type) => type === 'internet');
}

function isWide({ prefix }: Route): boolean {
  const reach = reachOf(prefix);
  return reach === 'everything' || reach === 'broad' || reach === 'finite';
}

/** The route for everything, or the first of several that take everything together. */
function everythingFiltered(routes: readonly Route[]): Route | undefined {
  const filtered = routes.filter((route) => toInternet(route) === false && !route.condition);
  const whole = filtered.find(({ prefix }) => is(prefix, '0.0.0.0/0'));
  if (whole) return whole;
  const blocks = filtered.flatMap(({ prefix }) => (prefix.known && isBlock(prefix.value) ? [prefix.value] : []));
  return mergeCidr(blocks).includes('0.0.0.0/0') ? filtered[0] : undefined;
}

function isBlock(text: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/.test(text);
}

/** What all choices come to alike. */
function agreed<T>(
  { fact, choices }: Link<T> & { readonly kind: 'open' },
  each: (choice: Link<T>) => Routing,
): Routing {
  const [first, ...others] = (choices ?? []).map(each);
  return first && others.every(({ kind }) => kind === first.kind) ? first : { kind: 'undecided', facts: [fact] };
}
