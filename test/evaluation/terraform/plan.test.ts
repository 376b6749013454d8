import { planEvaluator } from '../../../src/evaluation/terraform/plan/evaluator.js';
import type { Resource } from '../../../src/evaluation/resource.js';
import { locate } from '../../../src/syntax/source.js';
import { filesOf, plain, wayOf, type Texts } from './support.js';

const configuration: Texts = {
  'infra/main.tf': `module "aks" {
  source    = "../modules/aks"
  private   = var.private
  subnet_id = azurerm_subnet.nodes.id
}

variable "private" {}

resource "azurerm_subnet" "nodes" {
  name = "nodes"
}
`,
  'infra/terraform.tfvars': 'private = true\n',
  'modules/aks/main.tf': `variable "private" {}
variable "subnet_id" {}

resource "azurerm_kubernetes_cluster" "main" {
  private_cluster_enabled = var.private
  dns_prefix              = lower("AKS")

  default_node_pool {
    vnet_subnet_id = var.subnet_id
  }
}
`,
};

const cluster = {
  address: 'module.aks.azurerm_kubernetes_cluster.main',
  mode: 'managed',
  type: 'azurerm_kubernetes_cluster',
  values: {
    private_cluster_enabled: false,
    dns_prefix: 'aks',
    run_command_enabled: true,
    http_proxy_config: [],
    sku_tier: null,
    default_node_pool: [{ vm_size: 'Standard_D2' }],
    network_profile: [{ outbound_type: 'loadBalancer' }],
  },
};

const plan = JSON.stringify(
  {
    format_version: '1.2',
    planned_values: {
      root_module: {
        resources: [
          { address: 'azurerm_subnet.nodes', mode: 'managed', type: 'azurerm_subnet', values: { name: 'nodes' } },
          { address: 'data.azurerm_subnet.x', mode: 'data', type: 'azurerm_subnet', values: {} },
        ],
        child_modules: [{ address: 'module.aks', resources: [cluster] }],
      },
    },
    resource_changes: [
      {
        address: 'module.aks.azurerm_kubernetes_cluster.main',
        change: {
          after_unknown: { id: true, default_node_pool: [{ vnet_subnet_id: true }], network_profile: [{ x: true }] },
        },
      },
    ],
  },
  null,
  2,
);

function planned(texts: Texts, address: string): Resource {
  const files = filesOf(texts);
  const found = planEvaluator.roots(files).flatMap((root) => planEvaluator.evaluate(root, files).resources);
  const one = found.find((resource) => resource.address === address);
  if (!one) throw new Error(`${address} is not among ${found.map((resource) => resource.address).join(', ')}`);
  return one;
}

describe('a plan beside its configuration', () => {
  const texts = { ...configuration, 'infra/tfplan.json': plan };
  const aks = planned(texts, 'module.aks.azurerm_kubernetes_cluster.main');

  test('the values are the plan’s; what it does not know is what the configuration says', () => {
    expect(plain(aks.body)).toEqual({
      private_cluster_enabled: false,
      dns_prefix: 'aks',
      run_command_enabled: true,
      http_proxy_config: [],
      default_node_pool: [{ vm_size: 'Standard_D2', vnet_subnet_id: '?azurerm_subnet.nodes.id' }],
      network_profile: [
        { outbound_type: 'loadBalancer', x: '?module.aks.azurerm_kubernetes_cluster.main.network_profile[0].x' },
      ],
      id: '?module.aks.azurerm_kubernetes_cluster.main.id',
    });
  });

  test('the places are the configuration’s', () => {
    expect(wayOf(aks.body.entries.get('private_cluster_enabled')?.value)).toBe(
      'infra/terraform.tfvars:1 private -> infra/main.tf:3 private -> modules/aks/main.tf:5 private_cluster_enabled',
    );
    expect(wayOf(aks.body.entries.get('run_command_enabled')?.value)).toBe('modules/aks/main.tf:4');
    expect(locate(aks.heading)).toMatchObject({ path: 'modules/aks/main.tf', startLine: 4 });
  });

  test('the format and root are the plan’s, data sources are left out', () => {
    expect([aks.format, aks.root.id]).toEqual(['tfplan', 'infra/tfplan.json']);
    const files = filesOf(texts);
    const [root] = planEvaluator.roots(files);
    expect(planEvaluator.evaluate(root!, files).resources.map(({ address }) => address)).toEqual([
      'azurerm_subnet.nodes',
      'module.aks.azurerm_kubernetes_cluster.main',
    ]);
  });

  test('the writer edits the configuration', () => {
    expect(aks.writer.set(aks.body, ['private_cluster_enabled'], true)).toMatchObject({
      path: 'modules/aks/main.tf',
      startLine: 5,
    });
  });
});

test('a plan alone stands in its own lines', () => {
  const aks = planned({ 'plan.json': plan }, 'module.aks.azurerm_kubernetes_cluster.main');
  expect(locate(aks.heading).path).toBe('plan.json');
  expect(plain(aks.body)).toMatchObject({ private_cluster_enabled: false });
  expect(aks.writer.set(aks.body, ['private_cluster_enabled'], true)).toBeUndefined();
});

test.each<[string, Texts, string[] | undefined, string[]]>([
  ['other JSON is none', { 'plan.json': '{"a": 1}', 'package.json': plan }, undefined, []],
  ['broken JSON is none', { 'tfplan.json': '{"planned_values": ' }, undefined, []],
  ['a changed plan', { 'a/plan.json': plan }, ['a/plan.json'], ['a/plan.json']],
  ['something else changed', { 'a/plan.json': plan }, ['b/main.tf'], []],
])('%s', (_, texts, changed, wanted) => {
  const roots = planEvaluator.roots(filesOf(texts), changed && new Set(changed));
  expect(roots.map(({ id }) => id)).toEqual(wanted);
});

test('JSON as text is laid over the document that the configuration writes', () => {
  const values = { body: JSON.stringify({ properties: { apiServerAccessProfile: { enablePrivateCluster: false } } }) };
  const resources = [{ address: 'azapi_resource.aks', mode: 'managed', type: 'azapi_resource', values }];
  const main =
    'resource "azapi_resource" "aks" {\n  body = jsonencode({\n    properties = {\n      apiServerAccessProfile = {\n        enablePrivateCluster = true\n      }\n    }\n  })\n}\n';
  const document = JSON.stringify({ format_version: '1.2', planned_values: { root_module: { resources } } });
  const { body } = planned({ 'main.tf': main, 'plan.json': document }, 'azapi_resource.aks');
  expect(plain(body)).toEqual({
    body: { properties: { apiServerAccessProfile: { enablePrivateCluster: false } } },
  });
});
