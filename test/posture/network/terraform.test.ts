/** Joins of Terraform resources, from texts. */
import { terraformEvaluator } from '../../../src/evaluation/terraform/evaluator.js';
import type { Cluster } from '../../../src/posture/model.js';
import type { Texts } from '../../support/evaluated.js';
import { onlyCluster } from '../../support/evaluated.js';
import { firewallOf, routes, rulesOf, securityOf, shown, subnetOf, told } from './show.js';

const cluster = (subnet: string, more = ''): string => `
resource "azurerm_kubernetes_cluster" "aks" {
  name                = "aks"
  location            = "West Europe"
  resource_group_name = "rg"
  default_node_pool {
    name           = "sys"
    vnet_subnet_id = ${subnet}
  }
  ${more}
}
`;
const subnet = (label = 'nodes', more = ''): string => `
resource "azurerm_subnet" "${label}" {
  name                 = "snet-${label}"
  resource_group_name  = "rg"
  virtual_network_name = "vnet"
  address_prefixes     = ["10.1.0.0/22"]
  ${more}
}
`;
const table = (label = 'rt', route = '', group = 'rg'): string => `
resource "azurerm_route_table" "${label}" {
  name                = "rt"
  resource_group_name = "${group}"
  location            = "westeurope"
  ${route}
}
`;
const toFirewall = (address: string): string => `
  route {
    name                   = "default"
    address_prefix         = "0.0.0.0/0"
    next_hop_type          = "VirtualAppliance"
    next_hop_in_ip_address = ${address}
  }
`;
const association = (subnetId: string, tableId: string, more = ''): string => `
resource "azurerm_subnet_route_table_association" "nodes" {
  ${more}
  subnet_id      = ${subnetId}
  route_table_id = ${tableId}
}
`;
const joined = association('azurerm_subnet.nodes.id', 'azurerm_route_table.rt.id');

const read = (text: string, more: Texts = {}): Cluster => onlyCluster({ 'main.tf': text, ...more }, terraformEvaluator);
const own = 'azurerm_subnet.nodes.id';

describe('a subnet', () => {
  test.each([
    ['by reference', own, 'sys > snet-nodes: none'],
    [
      'by literal id',
      '"/subscriptions/0000/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet/subnets/snet-nodes"',
      'sys > snet-nodes: none',
    ],
    [
      'by an id with an open subscription',
      '"/subscriptions/${var.sub}/resourceGroups/RG/providers/Microsoft.Network/virtualNetworks/vnet/subnets/snet-nodes"',
      'sys > snet-nodes: none',
    ],
    [
      'of another group',
      '"/subscriptions/0000/resourceGroups/other/providers/Microsoft.Network/virtualNetworks/vnet/subnets/snet-nodes"',
      'sys > elsewhere (/subscriptions/0000/resourceGroups/other/providers/Microsoft.Network/virtualNetworks/vnet/subnets/snet-nodes)',
    ],
    ['by a variable', 'var.sub', 'sys > elsewhere (var.sub)'],
    ['by a data source', 'data.azurerm_subnet.nodes.id', 'sys > elsewhere (data.azurerm_subnet.nodes.id)'],
    [
      'by an open choice',
      'var.sub == "x" ? azurerm_subnet.nodes.id : azurerm_subnet.other.id',
      'sys > either snet-nodes: none or snet-other: none',
    ],
    [
      'by an open key',
      '{ a = azurerm_subnet.nodes.id, b = azurerm_subnet.other.id }[var.sub]',
      expect.stringMatching(/^sys > either/),
    ],
  ])('%s', (_, id, expected) => {
    const text = `${cluster(id)}${subnet()}${subnet('other')}variable "sub" {}\ndata "azurerm_subnet" "nodes" {}`;
    expect(routes(read(text))).toEqual([expected]);
  });

  test('of an instance, by its key', () => {
    const instances = `
resource "azurerm_subnet" "all" {
  for_each             = { nodes = "10.1.0.0/22", pods = "10.2.0.0/16" }
  name                 = each.key
  resource_group_name  = "rg"
  virtual_network_name = "vnet"
  address_prefixes     = [each.value]
}
`;
    const subject = read(`${cluster('azurerm_subnet.all["nodes"].id')}${instances}`);
    expect(routes(subject)).toEqual(['sys > nodes: none']);
    expect(told(subnetOf(subject).prefixes)).toBe('10.1.0.0/22');
  });

  test('of a module, through its output', () => {
    const text = `${cluster('module.net.subnet_id')}\nmodule "net" {\n  source = "./net"\n}\n`;
    const net = `${subnet()}${table('rt', toFirewall('"10.0.1.4"'))}${joined}
output "subnet_id" {
  value = azurerm_subnet.nodes.id
}
`;
    expect(routes(read(text, { 'net/main.tf': net }))).toEqual([
      'sys > snet-nodes: rt [default 0.0.0.0/0 virtualappliance elsewhere (10.0.1.4)]',
    ]);
  });

  test('inside its network, by its name', () => {
    const network = `
resource "azurerm_virtual_network" "vnet" {
  name                = "vnet"
  resource_group_name = "rg"
  subnet {
    name             = "nodes"
    address_prefixes = ["10.1.0.0/22"]
    route_table_id   = azurerm_route_table.rt.id
  }
}
`;
    const id = '"${azurerm_virtual_network.vnet.id}/subnets/nodes"';
    expect(routes(read(`${cluster(id)}${network}${table()}`))).toEqual(['sys > nodes: rt []']);
  });

  test('of pods, beside that of nodes', () => {
    const pool = `
resource "azurerm_kubernetes_cluster_node_pool" "user" {
  name                  = "user"
  kubernetes_cluster_id = azurerm_kubernetes_cluster.aks.id
  vnet_subnet_id        = azurerm_subnet.nodes.id
  pod_subnet_id         = azurerm_subnet.pods.id
}
`;
    expect(routes(read(`${cluster(own)}${pool}${subnet()}${subnet('pods')}`))).toEqual([
      'sys > snet-nodes: none',
      'user > snet-nodes: none',
      'user (pods) > snet-pods: none',
    ]);
  });

  test('has default outbound access unless it refuses it', () => {
    expect(subnetOf(read(`${cluster(own)}${subnet()}`)).defaultOutboundAccess).toMatchObject({
      value: true,
      byDefault: true,
    });
    const closed = subnet('nodes', 'default_outbound_access_enabled = false');
    expect(subnetOf(read(`${cluster(own)}${closed}`)).defaultOutboundAccess).toMatchObject({ value: false });
  });
});

describe('a route table', () => {
  const inSubnet = (rest: string, variables = 'variable "x" {}\n'): readonly string[] =>
    routes(read(`${cluster(own)}${subnet()}${rest}${variables}`));

  test.each([
    ['by association', `${table()}${joined}`, 'rt []'],
    ['of another root', association(own, 'var.x'), 'elsewhere (var.x)'],
    [
      'perhaps',
      `${table()}${association(own, 'azurerm_route_table.rt.id', 'count = var.x ? 1 : 0')}`,
      'either none or rt []',
    ],
    [
      'of another subnet',
      `${table()}${subnet('other')}${association('azurerm_subnet.other.id', 'azurerm_route_table.rt.id')}`,
      'none',
    ],
    [
      'that a module may attach',
      'module "routing" {\n  source    = "example/routing/azurerm"\n  subnet_id = azurerm_subnet.nodes.id\n}\n',
      'elsewhere (a module that is not in this repository)',
    ],
  ])('%s', (_, rest, expected) => {
    expect(inSubnet(rest)).toEqual([`sys > snet-nodes: ${expected}`]);
  });

  const route = (more: string, name = 'azurerm_route_table.rt.name'): string => `
resource "azurerm_route" "apart" {
  name                = "apart"
  resource_group_name = "rg"
  route_table_name    = ${name}
  ${more}
}
`;
  const half = 'address_prefix = "0.0.0.0/1"\n  next_hop_type = "Internet"';

  test.each([
    ['inside', table('rt', toFirewall('var.x')), 'default 0.0.0.0/0 virtualappliance elsewhere (var.x)'],
    ['apart, by reference', `${table()}${route(half)}`, 'apart 0.0.0.0/1 internet'],
    ['apart, by name', `${table()}${route(half, '"RT"')}`, 'apart 0.0.0.0/1 internet'],
    [
      'apart, of the table in its own group',
      `${table()}${table('twin', '', 'other')}${route(half, '"rt"')}`,
      'apart 0.0.0.0/1 internet',
    ],
    ['apart, of another table', `${table()}${route(half, '"rt-other"')}`, ''],
    ['apart, of a table that is named at deployment', `${table()}${route(half, 'var.x')}`, ''],
    ['perhaps', `${table()}${route(`count = var.x ? 1 : 0\n  ${half}`)}`, 'apart 0.0.0.0/1 internet perhaps'],
    [
      'in a list that is not decided',
      table('rt', 'dynamic "route" {\n    for_each = var.x\n    content {\n      name = route.value\n    }\n  }'),
      ', …',
    ],
  ])('with a route %s', (_, rest, expected) => {
    expect(inSubnet(`${rest}${joined}`)[0]).toMatch(/rt \[/);
    expect(inSubnet(`${rest}${joined}`)).toEqual([`sys > snet-nodes: rt [${expected}]`]);
  });

  test('has the address of a public address as one address', () => {
    const pip = 'resource "azurerm_public_ip" "fw" {\n  name = "pip"\n}\n';
    const around = route('address_prefix = azurerm_public_ip.fw.ip_address\n  next_hop_type = "Internet"');
    const { routeTable } = subnetOf(read(`${cluster(own)}${subnet()}${table()}${joined}${around}${pip}`));
    expect(routeTable.kind === 'here' && routeTable.target.routes[0]?.prefix).toMatchObject({ parts: [null, '/32'] });
  });
});

test('what is deployed on one condition is there together', () => {
  const net = `variable "on" {}
${cluster('azurerm_subnet.nodes[0].id').replace('{\n', '{\n  count = var.on ? 1 : 0\n')}
${subnet().replace('{\n', '{\n  count = var.on ? 1 : 0\n')}
${table().replace('{\n', '{\n  count = var.on ? 1 : 0\n')}
${association('azurerm_subnet.nodes[0].id', 'azurerm_route_table.rt[0].id', 'count = var.on ? 1 : 0')}`;
  expect(routes(read(net))).toEqual(['sys > snet-nodes: rt []']);
  expect(
    routes(
      read('module "all" {\n  source = "./all"\n  count  = var.on ? 1 : 0\n}\nvariable "on" {}\n', {
        'all/main.tf': `${cluster(own)}${subnet()}${table()}${joined}`,
      }),
    ),
  ).toEqual(['sys > snet-nodes: rt []']);
});

describe('a firewall', () => {
  const firewall = (more = '', subnetId = 'azurerm_subnet.fw.id'): string => `
resource "azurerm_firewall" "hub" {
  name                = "afw"
  resource_group_name = "rg-hub"
  ip_configuration {
    name                 = "c"
    subnet_id            = ${subnetId}
    public_ip_address_id = azurerm_public_ip.fw.id
  }
  ${more}
}
resource "azurerm_public_ip" "fw" {
  name = "pip-fw"
}
resource "azurerm_subnet" "fw" {
  name                 = "AzureFirewallSubnet"
  resource_group_name  = "rg-hub"
  virtual_network_name = "vnet-hub"
  address_prefixes     = ["10.0.1.0/26"]
}
variable "x" {}
`;
  const to = (address: string, rest: string): Cluster =>
    read(`${cluster(own)}${subnet()}${table('rt', toFirewall(address))}${joined}${rest}`);
  const reference = 'azurerm_firewall.hub.ip_configuration[0].private_ip_address';

  test.each([
    ['by reference', reference, 'afw'],
    ['by reference, the old way', 'azurerm_firewall.hub.ip_configuration.0.private_ip_address', 'afw'],
    ['by an address in its subnet', '"10.0.1.4"', 'afw'],
    ['by an address that is computed', 'cidrhost("10.0.1.0/26", 4)', 'afw'],
    ['not by another address', '"10.0.2.4"', 'elsewhere (10.0.2.4)'],
    ['not by a variable', 'var.x', 'elsewhere (var.x)'],
  ])('is behind a hop %s', (_, address, expected) => {
    expect(routes(to(address, firewall()))).toEqual([
      `sys > snet-nodes: rt [default 0.0.0.0/0 virtualappliance ${expected}]`,
    ]);
  });

  const policy = (label: string, more = ''): string => `
resource "azurerm_firewall_policy" "${label}" {
  name                = "afwp-${label}"
  resource_group_name = "rg-hub"
  ${more}
}
`;
  const group = (label: string, body: string): string => `
resource "azurerm_firewall_policy_rule_collection_group" "${label}" {
  name               = "group-${label}"
  firewall_policy_id = azurerm_firewall_policy.${label}.id
  ${body}
}
`;
  const application = `
  application_rule_collection {
    name   = "app"
    action = "Allow"
    rule {
      name                  = "aks"
      source_ip_groups      = [azurerm_ip_group.nodes.id]
      destination_fqdn_tags = ["AzureKubernetesService"]
      destination_fqdns     = ["*.hcp.\${var.x}.azmk8s.io", var.x]
    }
  }
`;
  const network = `
  network_rule_collection {
    name   = "net"
    action = "Deny"
    rule {
      name                  = "any"
      source_addresses      = ["*"]
      destination_addresses = ["0.0.0.0/0", azurerm_storage_account.s.primary_blob_host]
      destination_ip_groups = [var.x]
      destination_ports     = ["443", "8443"]
    }
  }
  nat_rule_collection {
    name   = "in"
    action = "Dnat"
    rule {
      name                = "web"
      source_addresses    = ["*"]
      destination_address = "20.1.2.3"
      destination_ports   = ["443"]
    }
  }
`;
  const groups =
    'resource "azurerm_ip_group" "nodes" {\n  name  = "ipg"\n  cidrs = azurerm_subnet.nodes.address_prefixes\n}\n';

  test('has the rules of its policy and of the policy above', () => {
    const wall = firewallOf(
      to(
        reference,
        `${firewall('firewall_policy_id = azurerm_firewall_policy.child.id')}
${policy('child', 'base_policy_id = azurerm_firewall_policy.base.id')}${policy('base')}
${group('child', application)}${group('base', network)}${groups}
resource "azurerm_storage_account" "s" {}`,
      ),
    );
    expect(rulesOf(wall)).toEqual([
      'network any deny to 0.0.0.0/0 azurerm_storage_account.s.primary_blob_host and others from * on 443 8443',
      'nat web dnat to  from * on 443',
      'application aks allow to ?var.x ?var.x tagged AzureKubernetesService from 10.1.0.0/22',
    ]);
    expect(wall.hasRulesElsewhere).toBe(false);
    expect(wall.addresses.map((link) => shown(link, ({ name }) => name))).toEqual(['pip-fw']);
    expect(wall.parts.map(({ address }) => address)).toContain('azurerm_firewall_policy_rule_collection_group.base');
  });

  test.each([
    ['a policy', firewall('firewall_policy_id = var.x')],
    [
      'the policy above',
      `${firewall('firewall_policy_id = azurerm_firewall_policy.child.id')}${policy('child', 'base_policy_id = var.x')}`,
    ],
  ])('has rules elsewhere where %s is', (_, rest) => {
    expect(firewallOf(to(reference, rest)).hasRulesElsewhere).toBe(true);
  });

  test('has rules of the classic kind', () => {
    const rules = `
resource "azurerm_firewall_application_rule_collection" "app" {
  name                = "app"
  azure_firewall_name = azurerm_firewall.hub.name
  resource_group_name = "rg-hub"
  action              = "Allow"
  rule {
    name             = "web"
    source_addresses = ["10.1.0.0/22"]
    target_fqdns     = ["*"]
  }
}
resource "azurerm_firewall_network_rule_collection" "net" {
  count               = var.x ? 1 : 0
  name                = "net"
  azure_firewall_name = "afw"
  resource_group_name = "rg-hub"
  action              = "Allow"
  rule {
    name                  = "time"
    source_addresses      = ["*"]
    destination_fqdns     = ["ntp.ubuntu.com"]
    destination_ports     = ["123"]
  }
}
resource "azurerm_firewall_network_rule_collection" "other" {
  name                = "other"
  azure_firewall_name = "afw-other"
  resource_group_name = "rg-hub"
  action              = "Allow"
}
`;
    expect(rulesOf(firewallOf(to(reference, `${firewall()}${rules}`)))).toEqual([
      'application web allow to * from 10.1.0.0/22',
      'network time allow to ntp.ubuntu.com from * on 123 perhaps',
    ]);
  });
});

describe('beside the routes', () => {
  test('a NAT gateway and its addresses', () => {
    const nat = `
resource "azurerm_nat_gateway" "nat" {
  name = "ng"
}
resource "azurerm_subnet_nat_gateway_association" "nodes" {
  subnet_id      = azurerm_subnet.nodes.id
  nat_gateway_id = azurerm_nat_gateway.nat.id
}
`;
    const address = `
resource "azurerm_nat_gateway_public_ip_association" "nat" {
  nat_gateway_id       = azurerm_nat_gateway.nat.id
  public_ip_address_id = "x"
}
`;
    const gateway = (text: string): string =>
      shown(
        subnetOf(read(`${cluster(own)}${subnet()}${text}`)).natGateway,
        ({ name, hasAddress }) => `${name} ${told(hasAddress)}`,
      );
    expect(gateway(nat + address)).toBe('ng true');
    expect(gateway(nat)).toBe('ng ?the public addresses of NAT gateway ng');
    expect(gateway('')).toBe('none');
  });

  test('a security group with rules inside and apart', () => {
    const security = `
resource "azurerm_network_security_group" "nsg" {
  name                = "nsg"
  resource_group_name = "rg"
  security_rule {
    name                       = "web"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    source_address_prefix      = "Internet"
    destination_address_prefix = "*"
    destination_port_ranges    = ["80", "443"]
  }
}
resource "azurerm_network_security_rule" "deny" {
  name                        = "deny"
  resource_group_name         = "rg"
  network_security_group_name = azurerm_network_security_group.nsg.name
  priority                    = "200"
  direction                   = "Outbound"
  access                      = "Deny"
  source_address_prefix       = "*"
  destination_address_prefix  = "Internet"
  destination_port_range      = "*"
}
resource "azurerm_subnet_network_security_group_association" "nodes" {
  subnet_id                 = azurerm_subnet.nodes.id
  network_security_group_id = azurerm_network_security_group.nsg.id
}
`;
    expect(securityOf(subnetOf(read(`${cluster(own)}${subnet()}${security}`)).securityGroup)).toBe(
      'nsg; web 100 inbound allow Internet > * 80 443; deny 200 outbound deny * > Internet *',
    );
  });

  const zone = `
resource "azurerm_private_dns_zone" "aks" {
  name                = "privatelink.westeurope.azmk8s.io"
  resource_group_name = "rg"
}
resource "azurerm_private_dns_zone_virtual_network_link" "hub" {
  name                  = "hub"
  resource_group_name   = "rg"
  private_dns_zone_name = azurerm_private_dns_zone.aks.name
  virtual_network_id    = azurerm_virtual_network.hub.id
}
resource "azurerm_virtual_network" "hub" {
  name                = "vnet-hub"
  resource_group_name = "rg"
}
resource "azurerm_user_assigned_identity" "aks" {
  name = "id-aks"
}
resource "azurerm_role_assignment" "zone" {
  scope                = azurerm_private_dns_zone.aks.id
  role_definition_name = "Private DNS Zone Contributor"
  principal_id         = azurerm_user_assigned_identity.aks.principal_id
}
resource "azurerm_role_assignment" "group" {
  scope                = azurerm_resource_group.rg.id
  role_definition_name = "Reader"
  principal_id         = var.x
}
resource "azurerm_role_assignment" "network" {
  scope                = azurerm_virtual_network.hub.id
  role_definition_name = "Network Contributor"
  principal_id         = azurerm_user_assigned_identity.aks.principal_id
}
resource "azurerm_resource_group" "rg" {
  name = "rg"
}
variable "x" {}
`;
  const withZone = (id: string): Cluster =>
    read(
      `${cluster('null', `private_dns_zone_id = ${id}\n  identity {\n    type = "UserAssigned"\n    identity_ids = [azurerm_user_assigned_identity.aks.id]\n  }`)}${zone}`,
    );

  test('a private DNS zone with its links and rights', () => {
    const { network, location } = withZone('azurerm_private_dns_zone.aks.id');
    expect(told(location)).toBe('westeurope');
    expect(told(network.zoneName)).toBe('privatelink.westeurope.azmk8s.io');
    expect(network.identities.map((link) => shown(link, ({ name }) => name))).toEqual(['id-aks']);
    expect(
      shown(network.zone, ({ links, assignments }) =>
        [
          ...links.map((link) => shown(link, ({ name }) => name)),
          ...assignments.map(
            ({ role, on, principal }) => `${told(role)} on ${on}: ${shown(principal, ({ name }) => name)}`,
          ),
        ].join(', '),
      ),
    ).toBe('vnet-hub, private dns zone contributor on zone: id-aks, reader on wider: elsewhere (var.x)');
  });

  test.each([
    [
      'of another root',
      '"/subscriptions/0/resourceGroups/dns/providers/Microsoft.Network/privateDnsZones/Private.westeurope.azmk8s.io"',
      'private.westeurope.azmk8s.io',
    ],
    ['of AKS', '"System"', ''],
    ['that is named at deployment', 'var.x', '?var.x'],
  ])('the name of a zone %s', (_, id, expected) => {
    expect(told(withZone(id).network.zoneName)).toBe(expected);
  });

  test('the registry of the cache', () => {
    const cache =
      'bootstrap_profile {\n    artifact_source = "Cache"\n    container_registry_id = azurerm_container_registry.acr.id\n  }';
    const registry = 'resource "azurerm_container_registry" "acr" {\n  name = "acr"\n  resource_group_name = "rg"\n}\n';
    expect(
      shown(
        read(`${cluster('null', cache)}${registry}`).network.registry,
        ({ name, publicAccess }) => `${name} ${told(publicAccess)}`,
      ),
    ).toBe('acr true');
  });

  test('the public addresses that ranges are written from', () => {
    const ranges =
      'api_server_access_profile {\n    authorized_ip_ranges = ["${azurerm_public_ip.fw.ip_address}/32", "203.0.113.0/24"]\n  }';
    const pip = 'resource "azurerm_public_ip" "fw" {\n  name = "pip-fw"\n}\n';
    expect(read(`${cluster('null', ranges)}${pip}`).network.admitted.map(({ name }) => name)).toEqual(['pip-fw']);
  });
});

test('a changed rule of the firewall touches the cluster behind it, another resource does not', () => {
  const text = (
    fqdn: string,
    other: string,
  ): string => `${cluster(own)}${subnet()}${table('rt', toFirewall('azurerm_firewall.hub.ip_configuration[0].private_ip_address'))}${joined}
resource "azurerm_firewall" "hub" {
  name               = "afw"
  firewall_policy_id = azurerm_firewall_policy.p.id
}
resource "azurerm_firewall_policy" "p" {
  name = "p"
}
resource "azurerm_firewall_policy_rule_collection_group" "g" {
  firewall_policy_id = azurerm_firewall_policy.p.id
  application_rule_collection {
    action = "Allow"
    rule {
      name              = "r"
      destination_fqdns = ["${fqdn}"]
    }
  }
}
resource "azurerm_storage_account" "s" {
  name = "${other}"
}
`;
  const digest = (...texts: Parameters<typeof text>): string => read(text(...texts)).digest();
  expect(digest('a.example.com', 's')).toBe(digest('a.example.com', 't'));
  expect(digest('a.example.com', 's')).not.toBe(digest('*', 's'));
});
