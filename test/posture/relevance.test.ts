import { relevant } from '../../src/posture/relevance.js';
import { resourcesOf } from '../evaluation/bicep/support.js';

const cluster = `resource aks 'Microsoft.ContainerService/managedClusters@2025-05-01' = { name: 'aks' }`;
const network = `resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = { name: 'vnet' }`;
const storage = `resource store 'Microsoft.Storage/storageAccounts@2024-01-01' = { name: 'store' }`;
const gateway = `resource agw 'Microsoft.Network/applicationGateways@2024-05-01' = { name: 'agw' }`;
const call = `module kv 'br/public:avm/res/key-vault/vault:0.9.0' = { name: 'kv' }`;

test.each([
  [
    'a cluster with what surrounds it, and nothing of storage',
    [cluster, network, storage, call],
    ['aks', 'vnet', 'kv'],
  ],
  ['an application gateway, a subject of its own', [gateway, network], ['agw', 'vnet']],
  ['a network and a call without anything to surround', [network, storage, call], []],
])('keeps of a root: %s', (_, declarations, kept) => {
  const resources = resourcesOf({ 'main.bicep': declarations.join('\n') });
  expect(relevant(resources).map(({ address }) => address)).toEqual(kept);
});
