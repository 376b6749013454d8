/** Joins of resources in ARM templates, from texts. */
import { armEvaluator } from '../../../src/evaluation/arm/evaluator.js';
import type { Cluster } from '../../../src/posture/model.js';
import type { Plain } from '../../../src/syntax/edit.js';
import { onlyCluster } from '../../support/evaluated.js';
import { firewallOf, routes, rulesOf } from './show.js';

function read(subnetId: string, hop: string, more: readonly Plain[] = []): Cluster {
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: { vnetName: { type: 'string' }, subnetId: { type: 'string' } },
    resources: [
      {
        type: 'Microsoft.ContainerService/managedClusters',
        apiVersion: '2025-05-01',
        name: 'aks',
        location: 'westeurope',
        properties: { agentPoolProfiles: [{ name: 'sys', vnetSubnetID: subnetId }] },
      },
      {
        type: 'Microsoft.Network/virtualNetworks',
        apiVersion: '2024-05-01',
        name: "[parameters('vnetName')]",
        properties: {
          subnets: [
            {
              name: 'nodes',
              properties: { routeTable: { id: "[resourceId('Microsoft.Network/routeTables', 'rt')]" } },
            },
          ],
        },
      },
      {
        type: 'Microsoft.Network/routeTables',
        apiVersion: '2024-05-01',
        name: 'rt',
        properties: {
          routes: [
            {
              name: 'default',
              properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress: hop },
            },
          ],
        },
      },
      ...more,
    ],
  };
  return onlyCluster({ 'azuredeploy.json': JSON.stringify(template, null, 2) }, armEvaluator);
}

const own = "[resourceId('Microsoft.Network/virtualNetworks/subnets', parameters('vnetName'), 'nodes')]";
const firewall = {
  type: 'Microsoft.Network/azureFirewalls',
  apiVersion: '2024-05-01',
  name: 'afw',
  properties: {
    ipConfigurations: [{ name: 'c', properties: {} }],
    applicationRuleCollections: [
      {
        name: 'app',
        properties: {
          action: { type: 'Allow' },
          rules: [{ name: 'web', sourceAddresses: ['*'], targetFqdns: ['*'] }],
        },
      },
    ],
  },
};

test.each([
  ['by a made id', own, 'nodes: rt'],
  [
    'by an id that is put together',
    "[concat(resourceId('Microsoft.Network/virtualNetworks', parameters('vnetName')), '/subnets/nodes')]",
    'nodes: rt',
  ],
  ['of a parameter', "[parameters('subnetId')]", 'elsewhere'],
])('a subnet %s', (_, id, expected) => {
  expect(routes(read(id, '10.0.1.4'))[0]).toMatch(new RegExp(`^sys > ${expected}`));
});

test.each([
  [
    'by id',
    "[reference(resourceId('Microsoft.Network/azureFirewalls', 'afw')).ipConfigurations[0].properties.privateIPAddress]",
  ],
  [
    'by id and version',
    "[reference(resourceId('Microsoft.Network/azureFirewalls', 'afw'), '2024-05-01').ipConfigurations[0].properties.privateIPAddress]",
  ],
  ['by name', "[reference('afw').ipConfigurations[0].properties.privateIPAddress]"],
])('a firewall is behind a hop that refers to it %s', (_, hop) => {
  const wall = firewallOf(read(own, hop, [firewall]));
  expect(rulesOf(wall)).toEqual(['application web allow to * from *']);
});

test('a route of its own belongs to the table in its name', () => {
  const route = {
    type: 'Microsoft.Network/routeTables/routes',
    apiVersion: '2024-05-01',
    name: 'rt/half',
    properties: { addressPrefix: '0.0.0.0/1', nextHopType: 'Internet' },
  };
  expect(routes(read(own, '10.0.1.4', [route]))).toEqual([
    'sys > nodes: rt [default 0.0.0.0/0 virtualappliance elsewhere (10.0.1.4), half 0.0.0.0/1 internet]',
  ]);
});

test('a route inside of the table does as well', () => {
  const nested = {
    type: 'Microsoft.Network/routeTables',
    apiVersion: '2024-05-01',
    name: 'other',
    resources: [{ type: 'routes', apiVersion: '2024-05-01', name: 'half', properties: {} }],
  };
  expect(routes(read(own, '10.0.1.4', [nested]))[0]).not.toMatch(/half/);
});
