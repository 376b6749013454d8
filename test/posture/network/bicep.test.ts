/** Joins of Bicep resources, from texts. */
import { bicepEvaluator } from '../../../src/evaluation/bicep/evaluator.js';
import type { Cluster } from '../../../src/posture/model.js';
import type { Texts } from '../../support/evaluated.js';
import { onlyCluster } from '../../support/evaluated.js';
import { firewallOf, routes, rulesOf, securityOf, shown, subnetOf, told } from './show.js';

const cluster = (subnet: string, more = '', outer = ''): string => `
resource aks 'Microsoft.ContainerService/managedClusters@2025-05-01' = {
  name: 'aks'
  location: 'West Europe'
  ${outer}
  properties: {
    agentPoolProfiles: [{ name: 'sys', vnetSubnetID: ${subnet} }]
    ${more}
  }
}
`;
const network = (subnet = '', version = '2024-05-01', more = ''): string => `
resource vnet 'Microsoft.Network/virtualNetworks@${version}' = {
  name: 'vnet-\${env}'
  location: 'westeurope'
  properties: {
    subnets: [
      {
        name: 'nodes'
        properties: {
          addressPrefix: '10.1.0.0/22'
          ${subnet}
        }
      }
    ]
  }
  ${more}
}
param env string
`;
const table = (route = ''): string => `
resource rt 'Microsoft.Network/routeTables@2024-05-01' = {
  name: 'rt'
  location: 'westeurope'
  properties: { routes: [${route}] }
}
`;
const withTable = 'routeTable: { id: rt.id }';
const route = (address: string): string =>
  `{ name: 'default', properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress: ${address} } }`;

const read = (text: string, more: Texts = {}): Cluster => onlyCluster({ 'main.bicep': text, ...more }, bicepEvaluator);
const own = "'${vnet.id}/subnets/nodes'";

describe('a subnet', () => {
  test.each([
    ['by the id of its network', own, 'nodes: none'],
    ['by its place in its network', 'vnet.properties.subnets[0].id', 'nodes: none'],
    ['by a made id', "resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet-${env}', 'nodes')", 'nodes: none'],
    [
      'by a made id in other case',
      "resourceId('microsoft.network/VirtualNetworks/subnets', 'VNET-${env}', 'NODES')",
      'nodes: none',
    ],
    ['as an existing child', 'nodes.id', 'nodes: none'],
    ['as a child of its own', 'vnet::apart.id', 'apart: none'],
    ['of a parameter', 'subnetId', 'elsewhere (param subnetId)'],
    [
      'of another group',
      "resourceId('rg-other', 'Microsoft.Network/virtualNetworks/subnets', 'vnet-x', 'nodes')",
      expect.stringMatching(/^elsewhere/),
    ],
    ['by an open choice', "env == 'x' ? nodes.id : vnet::apart.id", 'either nodes: none or apart: none'],
  ])('%s', (_, id, expected) => {
    const child =
      "resource apart 'subnets' = {\n    name: 'apart'\n    properties: { addressPrefix: '10.2.0.0/24' }\n  }";
    const existing =
      "resource nodes 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' existing = {\n  parent: vnet\n  name: 'nodes'\n}\n";
    const [found] = routes(read(`${cluster(id)}${network('', '2024-05-01', child)}${existing}param subnetId string\n`));
    expect(found?.replace('sys > ', '')).toEqual(expected);
  });

  test('of a module, through its output', () => {
    const text = `${cluster('net.outputs.subnetId')}\nmodule net 'net.bicep' = {\n  name: 'net'\n  params: { env: 'prod' }\n}\n`;
    const net = `${network(withTable)}${table(route("'10.0.1.4'"))}output subnetId string = vnet.properties.subnets[0].id\n`;
    expect(routes(read(text, { 'net.bicep': net }))).toEqual([
      'sys > nodes: rt [default 0.0.0.0/0 virtualappliance elsewhere (10.0.1.4)]',
    ]);
  });

  test('that is declared inside its network and apart is as it is apart', () => {
    const apart = `
resource nodes 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' = {
  parent: vnet
  name: 'nodes'
  properties: { addressPrefix: '10.1.0.0/22', routeTable: { id: rt.id } }
}
`;
    expect(routes(read(`${cluster(own)}${network()}${apart}${table()}`))).toEqual(['sys > nodes: rt []']);
  });

  test.each([
    ['of an old network', '2024-05-01', '', { known: true, value: true, byDefault: true }],
    ['of a new network', '2025-07-01', '', { known: true, value: false, byDefault: true }],
    ['of a preview of it', '2025-07-01-preview', '', { value: false }],
    ['that says so', '2025-07-01', 'defaultOutboundAccess: true', { value: true, byDefault: false }],
  ])('%s has default outbound access by the version', (_, version, setting, expected) => {
    expect(subnetOf(read(`${cluster(own)}${network(setting, version)}`)).defaultOutboundAccess).toMatchObject(expected);
  });

  test('that is added to a network of unknown age has either default', () => {
    const apart = `
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: 'vnet'
}
resource nodes 'Microsoft.Network/virtualNetworks/subnets@2025-07-01' = {
  parent: vnet
  name: 'nodes'
  properties: { addressPrefix: '10.1.0.0/22' }
}
`;
    expect(told(subnetOf(read(`${cluster('nodes.id')}${apart}`)).defaultOutboundAccess)).toBe(
      '?the API version that made the virtual network',
    );
  });
});

describe('a route table', () => {
  const shape = (subnet: string, rest: string): string =>
    routes(read(`${cluster(own)}${network(subnet)}${rest}param open string\nparam flag bool\n`))[0] ?? '';

  test.each([
    ['inside the subnet', withTable, table(), 'rt []'],
    ['of a parameter', 'routeTable: { id: open }', '', expect.stringMatching(/^elsewhere/)],
    ['perhaps', 'routeTable: flag ? { id: rt.id } : null', table(), 'either rt [] or none'],
    [
      'with a route of its own',
      withTable,
      `${table()}resource half 'Microsoft.Network/routeTables/routes@2024-05-01' = {\n  parent: rt\n  name: 'half'\n  properties: { addressPrefix: '0.0.0.0/1', nextHopType: 'Internet' }\n}\n`,
      'rt [half 0.0.0.0/1 internet]',
    ],
    [
      'with a route by name',
      withTable,
      `${table()}resource half 'Microsoft.Network/routeTables/routes@2024-05-01' = if (flag) {\n  name: 'rt/half'\n  properties: { addressPrefix: '0.0.0.0/1', nextHopType: 'Internet' }\n}\n`,
      'rt [half 0.0.0.0/1 internet perhaps]',
    ],
    [
      'with an open route',
      withTable,
      table(
        "flag ? { name: 'a', properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'Internet' } } : { name: 'b', properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'None' } }",
      ),
      expect.stringMatching(/0\.0\.0\.0\/0|\?/),
    ],
  ])('%s', (_, subnet, rest, expected) => {
    expect(shape(subnet, rest).replace('sys > nodes: ', '')).toEqual(expected);
  });
});

describe('a firewall', () => {
  const firewall = (more = ''): string => `
resource fw 'Microsoft.Network/azureFirewalls@2024-05-01' = {
  name: 'afw'
  properties: {
    ipConfigurations: [
      {
        name: 'c'
        properties: {
          subnet: { id: '\${hub.id}/subnets/AzureFirewallSubnet' }
          publicIPAddress: { id: pip.id }
        }
      }
    ]
    ${more}
  }
}
resource pip 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'pip-fw'
}
resource hub 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-hub'
  properties: {
    subnets: [{ name: 'AzureFirewallSubnet', properties: { addressPrefixes: ['10.0.1.0/26'] } }]
  }
}
`;
  const to = (address: string, rest: string, more: Texts = {}): Cluster =>
    read(`${cluster(own)}${network(withTable)}${table(route(address))}${rest}param ip string\n`, more);
  const reference = 'fw.properties.ipConfigurations[0].properties.privateIPAddress';

  test.each([
    ['by reference', reference, 'afw'],
    ['by a variable of it', 'address', 'afw'],
    ['by an address in its subnet', "'10.0.1.4'", 'afw'],
    ['not by a parameter', 'ip', 'elsewhere (param ip)'],
  ])('is behind a hop %s', (_, address, expected) => {
    expect(routes(to(address, `${firewall()}var address = ${reference}\n`))).toEqual([
      `sys > nodes: rt [default 0.0.0.0/0 virtualappliance ${expected}]`,
    ]);
  });

  test('of a module is behind a hop by its output', () => {
    const hub = `${firewall()}output ip string = ${reference}\n`;
    const subject = to('wall.outputs.ip', "module wall 'hub.bicep' = {\n  name: 'hub'\n}\n", { 'hub.bicep': hub });
    expect(firewallOf(subject).name).toBe('afw');
  });

  test('has the rules of its policy', () => {
    const policy = `
resource policy 'Microsoft.Network/firewallPolicies@2024-05-01' = {
  name: 'afwp'
}
resource group 'Microsoft.Network/firewallPolicies/ruleCollectionGroups@2024-05-01' = {
  parent: policy
  name: 'aks'
  properties: {
    ruleCollections: [
      {
        ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
        name: 'mixed'
        action: { type: 'Allow' }
        rules: [
          { ruleType: 'ApplicationRule', name: 'aks', sourceAddresses: ['10.1.0.0/22'], fqdnTags: ['AzureKubernetesService'] }
          { ruleType: 'ApplicationRule', name: 'apps', sourceIpGroups: [ipg.id], targetFqdns: ['api.example.com', ip] }
          { ruleType: 'NetworkRule', name: 'cloud', destinationAddresses: ['AzureCloud.\${ip}'], destinationPorts: ['443'] }
        ]
      }
    ]
  }
}
resource ipg 'Microsoft.Network/ipGroups@2024-05-01' = {
  name: 'ipg'
  properties: { ipAddresses: ['10.1.0.0/22'] }
}
`;
    const wall = firewallOf(to(reference, `${firewall('firewallPolicy: { id: policy.id }')}${policy}`));
    expect(rulesOf(wall)).toEqual([
      'application aks allow to  tagged AzureKubernetesService AzureKubernetesService from 10.1.0.0/22',
      'application apps allow to api.example.com ?param ip from 10.1.0.0/22',
      'network cloud allow to ?param ip from  on 443',
    ]);
    expect(wall.addresses.map((link) => shown(link, ({ name }) => name))).toEqual(['pip-fw']);
  });

  test('has rules of the classic kind', () => {
    const rules = `
    networkRuleCollections: [
      {
        name: 'net'
        properties: {
          action: { type: 'Allow' }
          rules: [{ name: 'any', sourceAddresses: ['*'], destinationAddresses: ['*'], destinationPorts: ['*'] }]
        }
      }
    ]
    natRuleCollections: [{ name: 'in', properties: { action: { type: 'Dnat' }, rules: [{ name: 'web' }] } }]`;
    expect(rulesOf(firewallOf(to(reference, firewall(rules))))).toEqual([
      'network any allow to * from * on *',
      'nat web dnat to  from ',
    ]);
  });
});

describe('beside the routes', () => {
  test.each([
    ['with a prefix', 'publicIpPrefixes: [{ id: ip }]', 'ng true'],
    ['without an address', '', 'ng false'],
    ['with addresses that are not decided', 'publicIpAddresses: ips', expect.stringMatching(/^ng \?/)],
  ])('a NAT gateway %s', (_, setting, expected) => {
    const nat = `
resource nat 'Microsoft.Network/natGateways@2024-05-01' = {
  name: 'ng'
  properties: { ${setting} }
}
param ip string
param ips array
`;
    const subject = read(`${cluster(own)}${network('natGateway: { id: nat.id }')}${nat}`);
    expect(shown(subnetOf(subject).natGateway, ({ name, hasAddress }) => `${name} ${told(hasAddress)}`)).toEqual(
      expected,
    );
  });

  test('a security group with rules inside and apart', () => {
    const group = `
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg'
  properties: {
    securityRules: [
      { name: 'web', properties: { priority: 100, direction: 'Inbound', access: 'Allow', protocol: 'Tcp', sourceAddressPrefix: 'Internet', destinationAddressPrefix: '*', destinationPortRange: '443' } }
    ]
  }
}
resource deny 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: nsg
  name: 'deny'
  properties: { priority: 200, direction: 'Outbound', access: 'Deny', protocol: '*', sourceAddressPrefix: '*', destinationAddressPrefixes: ['Internet'], destinationPortRange: '*' }
}
`;
    const subject = read(`${cluster(own)}${network('networkSecurityGroup: { id: nsg.id }')}${group}`);
    expect(securityOf(subnetOf(subject).securityGroup)).toBe(
      'nsg; web 100 inbound allow Internet > * 443; deny 200 outbound deny * > Internet *',
    );
  });

  test('a private DNS zone with its links and rights, an identity, a registry, a peering', () => {
    const rest = `
resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink.westeurope.azmk8s.io'
}
resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: zone
  name: 'spoke'
  properties: { virtualNetwork: { id: vnet.id } }
}
resource id 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-aks'
}
resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(zone.id)
  scope: zone
  properties: {
    principalId: id.properties.principalId
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'B12AA53E-6015-4669-85d0-8515ebb3ae7f')
  }
}
resource acr 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: 'acr'
  properties: { publicNetworkAccess: 'Disabled' }
}
resource peering 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = {
  parent: vnet
  name: 'hub'
  properties: { remoteVirtualNetwork: { id: hub.id } }
}
resource hub 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-hub'
}
`;
    const more =
      'apiServerAccessProfile: { privateDNSZone: zone.id }\n    bootstrapProfile: { containerRegistryId: acr.id }';
    const identity = "identity: { type: 'UserAssigned', userAssignedIdentities: { '${id.id}': {} } }";
    const subject = read(`${cluster(own, more, identity)}${network()}${rest}`);
    const { zone, zoneName, identities, registry } = subject.network;
    expect(told(zoneName)).toBe('privatelink.westeurope.azmk8s.io');
    expect(
      shown(zone, ({ links, assignments }) =>
        [
          ...links.map((link) => shown(link, ({ name }) => name.replace(/-.*/, ''))),
          ...assignments.map(
            ({ role, on, principal }) => `${told(role)} on ${on}: ${shown(principal, ({ name }) => name)}`,
          ),
        ].join(', '),
      ),
    ).toBe('vnet, b12aa53e-6015-4669-85d0-8515ebb3ae7f on zone: id-aks');
    expect(identities.map((link) => shown(link, ({ name }) => name))).toEqual(['id-aks']);
    expect(shown(registry, ({ name, publicAccess }) => `${name} ${told(publicAccess)}`)).toBe('acr false');
    expect(
      shown(subnetOf(subject).network, ({ peers }) => peers.map((peer) => shown(peer, ({ name }) => name)).join()),
    ).toBe('vnet-hub');
  });
});
