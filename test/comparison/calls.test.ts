/** A cluster in a module of the tree: the calls that lead to it are places where an author acts. */
import type { Files } from '../support/review.js';
import { reviewFiles } from '../support/review.js';

const terraformModule = `variable "outbound_type" {
  default = "loadBalancer"
}

resource "azurerm_kubernetes_cluster" "main" {
  name       = "aks"
  dns_prefix = "aks"

  network_profile {
    network_plugin = "azure"
    outbound_type  = var.outbound_type
  }
}
`;

const terraform: Files = {
  'modules/aks/main.tf': terraformModule,
  'modules/platform/main.tf': 'module "aks" {\n  source = "../aks"\n}\n',
  'prod/main.tf': '# production\nmodule "platform" {\n  source = "../modules/platform"\n}\n',
};

const bicep: Files = {
  'modules/aks.bicep': `param outboundType string = 'loadBalancer'

resource aks 'Microsoft.ContainerService/managedClusters@2025-05-01' = {
  name: 'aks'
  location: 'westeurope'
  properties: {
    networkProfile: {
      outboundType: outboundType
    }
  }
}
`,
  'main.bicep': "module platform 'modules/aks.bicep' = {\n  name: 'platform'\n}\n",
};

test('Terraform: every call around a cluster is evidence, after what decides', async () => {
  const { subjects } = await reviewFiles(null, terraform);
  const subject = subjects.find(({ root }) => root === 'prod');
  expect(subject?.api?.evidence).toEqual([
    { path: 'modules/aks/main.tf', line: 5 },
    { path: 'prod/main.tf', line: 2 },
    { path: 'modules/platform/main.tf', line: 1 },
  ]);
  expect(subject?.egress?.evidence[0]?.path).toBe('modules/aks/main.tf');
  expect(subject?.egress?.evidence.at(-1)).toEqual({ path: 'modules/platform/main.tf', line: 1 });
});

test('Bicep: every call around a cluster is evidence, after what decides', async () => {
  const { subjects } = await reviewFiles(null, bicep);
  const subject = subjects.find(({ root }) => root === 'main.bicep');
  expect(subject?.api?.evidence).toEqual([
    { path: 'modules/aks.bicep', line: 3 },
    { path: 'main.bicep', line: 1 },
  ]);
});

test('a published module inside one of the tree has the calls around it as evidence too', async () => {
  const { subjects } = await reviewFiles(null, {
    'modules/platform/main.tf': 'module "aks" {\n  source  = "Azure/aks/azurerm"\n  version = "9.4.1"\n}\n',
    'prod/main.tf': 'module "platform" {\n  source = "../modules/platform"\n}\n',
  });
  expect(subjects.map(({ id, api }) => [id, api?.evidence])).toEqual([
    [
      'prod#module.platform.module.aks',
      [
        { path: 'modules/platform/main.tf', line: 1 },
        { path: 'prod/main.tf', line: 1 },
      ],
    ],
  ]);
});

test('what a new call brings with it is told on the call, since nothing else changed', async () => {
  const { 'prod/main.tf': call, ...before } = terraform;
  const { findings } = await reviewFiles(before, { ...before, 'prod/main.tf': call! });
  const told = findings.filter(({ subject, status }) => subject.startsWith('prod#') && status === 'introduced');
  expect(told.map(({ rule }) => rule)).toContain('api/public-endpoint');
  for (const { path, startLine } of told) expect([path, startLine]).toEqual(['prod/main.tf', 2]);
});

test('what a line inside the module changes is told there', async () => {
  const isPrivate = terraformModule.replace(
    'dns_prefix = "aks"\n',
    'dns_prefix = "aks"\n  private_cluster_enabled = true\n',
  );
  const before = { ...terraform, 'modules/aks/main.tf': isPrivate };
  const after = { ...terraform, 'modules/aks/main.tf': isPrivate.replace('enabled = true', 'enabled = false') };
  const { findings } = await reviewFiles(before, after);
  const told = findings.filter(({ rule, status }) => rule === 'api/public-endpoint' && status === 'introduced');
  expect(told.map(({ path, startLine }) => [path, startLine])).toEqual([['modules/aks/main.tf', 8]]);
});
