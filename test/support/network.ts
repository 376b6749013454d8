/** What surrounds a cluster, built from facts: subnets, routes, firewalls, for tests of scoring and rules. */
import type { Fact } from '../../src/posture/fact.js';
import type { Link } from '../../src/posture/network/link.js';
import { elsewhere, here, none } from '../../src/posture/network/link.js';
import type {
  Declared,
  Firewall,
  FirewallRule,
  NatGateway,
  Route,
  SecurityRule,
  Subnet,
  Surroundings,
  VirtualNetwork,
} from '../../src/posture/network/model.js';
import { SourceFile } from '../../src/syntax/source.js';
import type { Origin } from '../../src/syntax/value.js';
import { byDefault, known, ranges, waiting } from './subjects.js';

type Texts = readonly (string | Fact<string>)[];

/** A place that says what stands there. */
export function at(text: string): Origin {
  const file = new SourceFile('network.txt', text);
  return { span: { file, start: 0, end: text.length }, name: text, from: [] };
}

export function declared(name: string): Declared {
  return { name, heading: at(name), parts: [] };
}

export interface RouteShape {
  readonly prefix?: string | Fact<string>;
  readonly hop?: string | Fact<string>;
  readonly firewall?: Firewall | Link<Firewall>;
  readonly condition?: string;
}

export function route(
  name: string,
  { prefix = '0.0.0.0/0', hop = 'virtualappliance', firewall, condition }: RouteShape = {},
): Route {
  const link = firewall ?? elsewhere('var.firewall_ip', at('var.firewall_ip'));
  return {
    name,
    prefix: fact(prefix),
    hop: fact(hop),
    firewall: 'kind' in link ? link : here(link, at(`to ${link.name}`)),
    ...(condition === undefined ? {} : { condition: waiting<boolean>(condition) }),
  };
}

export interface SubnetShape {
  readonly name?: string;
  /** Left out: no route table. */
  readonly routes?: readonly Route[] | 'elsewhere' | 'open';
  readonly further?: string;
  readonly nat?: boolean | Link<NatGateway>;
  readonly security?: readonly SecurityRule[];
  readonly defaultOutboundAccess?: boolean | Fact<boolean>;
  readonly prefixes?: Texts;
  readonly network?: VirtualNetwork;
}

export function subnet(shape: SubnetShape = {}): Subnet {
  const { name = 'nodes', nat = false, security, prefixes = ['10.0.0.0/24'], network } = shape;
  const { defaultOutboundAccess: access = byDefault(true, 'defaultOutboundAccess') } = shape;
  return {
    ...declared(name),
    prefixes: ranges(prefixes),
    network: network ? here(network, at('network')) : none(at('network')),
    routeTable: tableOf(shape),
    natGateway: typeof nat === 'object' ? nat : nat ? here(gateway(), at('nat')) : none(at('nat')),
    securityGroup: security
      ? here({ ...declared('nsg'), rules: security, further: [] }, at('nsg'))
      : none(at('no nsg')),
    defaultOutboundAccess: typeof access === 'boolean' ? known(access, 'defaultOutboundAccess') : access,
  };
}

function tableOf({ routes, further }: SubnetShape): Subnet['routeTable'] {
  if (routes === undefined) return none(at('no table'));
  if (routes === 'elsewhere') return elsewhere('var.route_table_id', at('var.route_table_id'));
  if (routes === 'open') return { kind: 'open', fact: waiting('var.with_routes') };
  const table = { ...declared('rt'), routes, further: further === undefined ? [] : [waiting(further)] };
  return here(table, at('rt.id'));
}

export function gateway(hasAddress: Fact<boolean> = known(true)): NatGateway {
  return { ...declared('nat'), hasAddress };
}

/** The network of a cluster whose pools are in these subnets. */
export function around(...subnets: readonly (Subnet | Link<Subnet>)[]): Partial<Surroundings> {
  return {
    subnets: subnets.map((one, index) => ({
      pool: `pool${String(index + 1)}`,
      use: 'nodes',
      subnet: 'kind' in one ? one : here(one, at(`${one.name}.id`)),
    })),
  };
}

export interface RuleShape {
  readonly kind?: FirewallRule['kind'];
  readonly action?: string | Fact<string>;
  readonly sources?: Texts;
  readonly to: Texts | Fact<readonly Fact<string>[]>;
  readonly ports?: Texts;
  readonly tags?: Texts;
  readonly condition?: string;
  readonly elsewhere?: boolean;
}

export function rule(name: string, shape: RuleShape): FirewallRule {
  const { kind = 'network', action = 'allow', sources = ['10.0.0.0/16'], to, ports = ['443'], tags = [] } = shape;
  return {
    name,
    kind,
    action: fact(action),
    sources: ranges(sources),
    destinations:
      'known' in to
        ? to
        : ranges(to.map((one) => (typeof one === 'string' ? { ...known(one), origin: at(one) } : one))),
    categories: ranges(tags),
    ports: ranges(ports),
    elsewhere: { sources: false, destinations: shape.elsewhere ?? false },
    ...(shape.condition === undefined ? {} : { condition: waiting<boolean>(shape.condition) }),
  };
}

export function firewall(rules: readonly FirewallRule[], rest: Partial<Firewall> = {}): Firewall {
  return { ...declared('fw'), rules, further: [], hasRulesElsewhere: false, addresses: [], ...rest };
}

export interface SecurityShape {
  readonly direction?: 'inbound' | 'outbound';
  readonly access?: string | Fact<string>;
  readonly priority?: number;
  readonly from?: Texts;
  readonly to?: Texts;
  readonly ports?: Texts;
  readonly protocol?: string;
  readonly condition?: string;
}

export function security(name: string, shape: SecurityShape = {}): SecurityRule {
  const {
    direction = 'outbound',
    access = 'deny',
    priority = 100,
    from = ['*'],
    to = ['*'],
    ports = ['*'],
    protocol = '*',
  } = shape;
  return {
    name,
    priority: known(priority),
    direction: known(direction),
    access: fact(access),
    protocol: known(protocol),
    sources: ranges(from),
    destinations: ranges(to),
    ports: ranges(ports),
    ...(shape.condition === undefined ? {} : { condition: waiting<boolean>(shape.condition) }),
  };
}

function fact(value: string | Fact<string>): Fact<string> {
  return typeof value === 'string' ? { ...known(value), origin: at(value) } : value;
}
