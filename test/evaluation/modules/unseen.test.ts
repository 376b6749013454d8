/** Modules that nothing is known of: a cluster is told where the call says that it makes one, and nothing else. */
import { assessed, auditBicep, auditTerraform, bicepCallOf, callOf, levels, only } from './support.js';

describe('a call that says that it makes a cluster', () => {
  test.each([
    ['app.terraform.io/acme/aks/azurerm', '1.2.0'],
    ['acme/aks-cluster/azurerm', '1.2.0'],
    ['acme/kubernetes-cluster/azurerm', '1.2.0'],
    ['acme/private-aks/azurerm', '1.2.0'],
    ['git::https://git.example.com/modules/terraform-azurerm-aks.git?ref=v3', undefined],
    ['git::https://git.example.com/modules.git//modules/aks?ref=v3', undefined],
    ['github.com/acme/terraform-azurerm-kubernetes-cluster', undefined],
    ['./modules/aks', undefined],
  ])('%s', async (source, version) => {
    const text = callOf(source, version).replace('module "aks"', 'module "platform"');
    const report = await auditTerraform(text);
    expect(levels(report)).toBe('unknown unknown unknown');
    expect(assessed(only(report).api).dependsOn).toEqual([
      expect.stringMatching(/^the module .+, which is not in this repository$/),
    ]);
    expect(only(report)).toMatchObject({ path: 'main.tf', line: 1, name: 'platform' });
  });

  test('by its own name, whatever the source is called', async () => {
    const source = 'git::https://git.example.com/modules.git//compute/runtime?ref=v3';
    expect(levels(await auditTerraform(callOf(source, undefined)))).toBe('unknown unknown unknown');
  });

  test('in a private registry of Bicep modules', async () => {
    const report = await auditBicep(bicepCallOf('br:acme.azurecr.io/bicep/managed-cluster:v1', ''));
    expect(levels(report)).toBe('unknown unknown unknown');
  });
});

describe('a call that says something else', () => {
  test.each([
    ['acme/aks-network/azurerm', '1.2.0'],
    ['acme/aks-node-pool/azurerm', '1.2.0'],
    ['acme/aks-identity/azurerm', '1.2.0'],
    ['acme/kubernetes-addons/azurerm', '1.2.0'],
    ['terraform-google-modules/kubernetes-engine/google', '1.2.0'],
    ['terraform-aws-modules/eks/aws', '1.2.0'],
    ['acme/kubernetes-cluster/aws', '1.2.0'],
    ['Azure/avm-res-network-virtualnetwork/azurerm', '0.4.0'],
    ['git::https://git.example.com/modules/kubernetes-cluster.git', undefined],
    ['git::https://git.example.com/aks/dns.git', undefined],
  ])('%s', async (source, version) => {
    const text = callOf(source, version).replace('module "aks"', 'module "platform"');
    expect((await auditTerraform(text)).subjects).toEqual([]);
  });

  test.each([
    'br/public:avm/res/kubernetes-configuration/extension:0.3.0',
    'br/public:avm/res/kubernetes/connected-cluster:0.1.0',
    'br/public:avm/res/network/virtual-network:0.5.0',
  ])('%s', async (source) => {
    const text = bicepCallOf(source, '').replace('module aks', 'module platform');
    expect((await auditBicep(text)).subjects).toEqual([]);
  });
});
