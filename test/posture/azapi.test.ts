import { terraformEvaluator } from '../../src/evaluation/terraform/evaluator.js';
import { judge } from '../../src/scoring/judge.js';
import { edited, onlyCluster, subjectsIn } from '../support/evaluated.js';

const group = '/subscriptions/s/resourceGroups/g/providers';
const one = (...lines: readonly string[]) => onlyCluster({ 'main.tf': lines.join('\n') }, terraformEvaluator);

const declared = (...properties: readonly string[]): string =>
  [
    'resource "azapi_resource" "aks" {',
    '  type      = "Microsoft.ContainerService/managedClusters@2025-05-01"',
    '  name      = "aks-prod"',
    '  location  = "West Europe"',
    '  parent_id = azurerm_resource_group.aks.id',
    '  identity {',
    '    type         = "UserAssigned"',
    `    identity_ids = ["${group}/Microsoft.ManagedIdentity/userAssignedIdentities/aks"]`,
    '  }',
    '  body = {',
    '    properties = {',
    ...properties.map((line) => `      ${line}`),
    '    }',
    '  }',
    '}',
  ].join('\n');

describe('azapi_resource', () => {
  test('is a cluster with the defaults of the Azure API', () => {
    const cluster = one(declared('dnsPrefix = "aks"'));
    expect(cluster.name).toBe('aks-prod');
    expect(cluster.id).toMatch(/#azapi_resource\.aks$/);
    expect(cluster.api.privateCluster).toMatchObject({ known: true, value: false, byDefault: true });
    expect(cluster.api.publicFqdn).toMatchObject({ known: true, value: true, byDefault: true });
    expect(cluster.egress.outboundType).toMatchObject({ value: 'loadBalancer', byDefault: true });
    expect(cluster.location).toMatchObject({ value: 'westeurope' });
    expect(cluster.identity).toMatchObject({
      type: { value: 'userassigned' },
      ids: { value: [{ value: `${group}/Microsoft.ManagedIdentity/userAssignedIdentities/aks` }] },
    });
  });

  test('has an object as its body, or a text that jsonencode made', () => {
    const cluster = one(
      'resource "azapi_resource" "aks" {',
      '  type = "Microsoft.ContainerService/managedClusters@2023-05-01"',
      '  name = "aks"',
      '  body = jsonencode({ properties = { apiServerAccessProfile = {',
      '    enablePrivateCluster = true, enablePrivateClusterPublicFQDN = false } } })',
      '}',
    );
    expect(judge(cluster).api).toMatchObject({ level: 'isolated' });
  });

  test('is unknown where the body is', () => {
    const cluster = one(
      'variable "body" {}',
      'resource "azapi_resource" "aks" {',
      '  type = "Microsoft.ContainerService/managedClusters@2023-05-01"',
      '  name = "aks"',
      '  body = var.body',
      '}',
    );
    expect(judge(cluster).api).toMatchObject({ level: 'unknown', dependsOn: ['var.body'] });
  });

  test('can be mended where the body is written', () => {
    const texts = { 'main.tf': declared('dnsPrefix = "aks"') };
    const { privateCluster } = onlyCluster(texts, terraformEvaluator).api;
    const after = edited(texts, privateCluster.known ? privateCluster.set?.(true) : undefined);
    expect(onlyCluster(after, terraformEvaluator).api.privateCluster).toMatchObject({ value: true, byDefault: false });
  });

  test('has the node pools that are declared apart, by their parent', () => {
    const pool = (parent: string): string =>
      [
        'resource "azapi_resource" "user" {',
        '  type      = "Microsoft.ContainerService/managedClusters/agentPools@2025-05-01"',
        '  name      = "user"',
        `  parent_id = ${parent}`,
        '  body = { properties = { enableNodePublicIP = true } }',
        '}',
      ].join('\n');
    for (const parent of ['azapi_resource.aks.id', `"${group}/Microsoft.ContainerService/managedClusters/aks-prod"`]) {
      const { pools } = one(declared('dnsPrefix = "aks"'), pool(parent)).egress;
      expect(pools).toMatchObject([{ name: 'user', nodePublicIp: { known: true, value: true } }]);
    }
  });

  test('of another type is no cluster', () => {
    const text =
      'resource "azapi_resource" "x" {\n  type = "Microsoft.App/containerApps@2024-03-01"\n  name = "x"\n}\n';
    expect(subjectsIn({ 'main.tf': text }, terraformEvaluator)).toEqual([]);
  });
});

describe('azapi_update_resource', () => {
  const update = (target: string, profile: string, more = ''): string =>
    [
      'resource "azapi_update_resource" "update" {',
      '  type        = "Microsoft.ContainerService/managedClusters@2025-05-01"',
      `  resource_id = ${target}`,
      more,
      `  body = { properties = { ${profile} } }`,
      '}',
    ].join('\n');
  const classic = 'resource "azurerm_kubernetes_cluster" "aks" {\n  name = "aks"\n  run_command_enabled = false\n}';
  const isPrivate = 'apiServerAccessProfile = { enablePrivateCluster = true }';

  test('changes what it says of a cluster of this root, and nothing else', () => {
    for (const text of [
      [classic, update('azurerm_kubernetes_cluster.aks.id', isPrivate)],
      [declared('apiServerAccessProfile = { disableRunCommand = true }'), update('azapi_resource.aks.id', isPrivate)],
    ]) {
      const { api } = one(...text);
      expect(api.privateCluster).toMatchObject({ known: true, value: true });
      expect(api.runCommand).toMatchObject({ known: true, value: false });
    }
  });

  test('touches the cluster that it changes', () => {
    const before = one(classic, update('azurerm_kubernetes_cluster.aks.id', isPrivate));
    const after = one(classic, update('azurerm_kubernetes_cluster.aks.id', isPrivate.replace('true', 'false')));
    expect(after.digest()).not.toBe(before.digest());
  });

  test('that may not be deployed leaves both open', () => {
    const { api } = one(
      'variable "update" {}',
      classic,
      update('azurerm_kubernetes_cluster.aks.id', isPrivate, '  count = var.update ? 1 : 0'),
    );
    expect(api.privateCluster).toMatchObject({ known: false, candidates: [{ value: false }, { value: true }] });
    expect(api.runCommand).toMatchObject({ known: true, value: false });
  });

  test('of a cluster elsewhere is a subject of its own, unknown in what it does not say', () => {
    const cluster = one('variable "id" {}', update('var.id', isPrivate));
    expect(cluster.api.privateCluster).toMatchObject({ known: true, value: true });
    expect(judge(cluster)).toMatchObject({
      api: { level: 'unknown', dependsOn: ['the declaration of var.id'] },
      ingress: null,
      egress: { level: 'unknown' },
    });
  });

  test('of a cluster elsewhere that says nothing about its network is none', () => {
    const text = update('var.id', 'autoUpgradeProfile = { upgradeChannel = "stable" }');
    expect(subjectsIn({ 'main.tf': `variable "id" {}\n${text}` }, terraformEvaluator)).toEqual([]);
  });
});
