/** Subnets with all that is attached to them. */
import { known } from '../reading/convert.js';
import { booleanAt } from '../reading/facts.js';
import type { Fact } from '../fact.js';
import type { Attached, Attachments } from './attachments.js';
import type { Catalog } from './catalog.js';
import { targetsOf } from './link.js';
import type { Link } from './link.js';
import type { Declared, NatGateway, RouteTable, SecurityGroup, Subnet, VirtualNetwork } from './model.js';
import { headingOf, isTerraform, pathIn, spelled } from './resources.js';
import type { SubnetRange } from './subnet-ranges.js';

export interface SubnetParts {
  readonly attachments: Attachments;
  readonly routeTables: Catalog<RouteTable>;
  readonly natGateways: Catalog<NatGateway>;
  readonly securityGroups: Catalog<SecurityGroup>;
  readonly networks: Catalog<VirtualNetwork>;
}

/** Joins a subnet, once however many pools are in it. */
export function subnetsOf(parts: SubnetParts): (range: SubnetRange) => Subnet {
  const joined = new Map<SubnetRange, Subnet>();
  const join = joining(parts);
  return (range) => {
    const subnet = joined.get(range) ?? join(range);
    joined.set(range, subnet);
    return subnet;
  };
}

function joining(parts: SubnetParts): (range: SubnetRange) => Subnet {
  const { attachments } = parts;
  const routeTable = attachments({
    own: spelled('route_table_id', 'routeTable.id'),
    association: 'azurerm_subnet_route_table_association',
    target: 'route_table_id',
    targets: parts.routeTables,
    byModules: true,
  });
  const natGateway = attachments({
    own: spelled('nat_gateway_id', 'natGateway.id'),
    association: 'azurerm_subnet_nat_gateway_association',
    target: 'nat_gateway_id',
    targets: parts.natGateways,
    byModules: false,
  });
  const securityGroup = attachments({
    own: spelled('security_group', 'networkSecurityGroup.id'),
    association: 'azurerm_subnet_network_security_group_association',
    target: 'network_security_group_id',
    targets: parts.securityGroups,
    byModules: false,
  });
  return (range) => {
    const attached = { routes: routeTable(range), nat: natGateway(range), security: securityGroup(range) };
    const network = networkOf(range, parts.networks);
    return {
      name: range.name,
      heading: range.heading,
      parts: [
        range.resource,
        ...Object.values(attached).flatMap(partsOf),
        ...targetsOf(network).flatMap((one) => one.parts),
      ],
      prefixes: range.prefixes,
      network,
      routeTable: attached.routes.link,
      natGateway: attached.nat.link,
      securityGroup: attached.security.link,
      defaultOutboundAccess: defaultOutboundAccess(range, network),
    };
  };
}

function partsOf({ link, resources }: Attached<Declared>): Subnet['parts'] {
  return [...resources, ...targetsOf(link).flatMap(({ parts }) => parts)];
}

function networkOf({ network, resource }: SubnetRange, networks: Catalog<VirtualNetwork>): Link<VirtualNetwork> {
  if ('name' in network) return networks.named(network.name, network.group);
  return networks.find(known(network.id, headingOf(resource), 'parent', false));
}

const defaultOutbound = spelled('default_outbound_access_enabled', 'defaultOutboundAccess');

/** The first version of the network API in which subnets of a new network are private unless they say otherwise. */
const privateByDefault = '2025-07-01';

/**
 * Terraform's provider sends true. Azure decides by the API version that made the network, which the text tells when it
 * declares the network; a subnet that is added to a network of unknown age may have either default.
 */
function defaultOutboundAccess({ scope, resource, inline }: SubnetRange, network: Link<VirtualNetwork>): Fact<boolean> {
  const path = pathIn(scope, defaultOutbound);
  if (isTerraform(resource)) return booleanAt(scope, path, true);
  const isNew = (version: string | undefined): boolean =>
    version !== undefined && version.slice(0, 10) >= privateByDefault;
  if (!isNew(resource.version)) return booleanAt(scope, path, true);
  const around = network.kind === 'here' ? network.target.parts[0] : undefined;
  if (inline || isNew(around?.version)) return booleanAt(scope, path, false);
  const expression = 'the API version that made the virtual network';
  return booleanAt(scope, path, { oneOf: [true, false], expression, dependsOn: [expression] });
}
