import { locate } from '../../../src/syntax/source.js';
import { evaluate, messages, plain, resource, wayOf, type Texts } from './support.js';

const network = `
variable "name" {}
resource "azurerm_subnet" "nodes" {
  name = "\${var.name}-nodes"
}
resource "azurerm_subnet" "all" {
  for_each = toset(["a", "b"])
  name     = each.key
}
output "nodes_id" {
  value = azurerm_subnet.nodes.id
}
output "name" {
  value = azurerm_subnet.nodes.name
}
output "ids" {
  value = { for k, s in azurerm_subnet.all : k => s.id }
}
`;

const cluster = `
variable "subnet_id" {}
variable "private" {
  type    = bool
  default = false
}
resource "azurerm_kubernetes_cluster" "main" {
  private_cluster_enabled = var.private
  subnet_id               = var.subnet_id
  path                    = path.module
}
output "private" {
  value = azurerm_kubernetes_cluster.main.private_cluster_enabled
}
`;

const texts: Texts = {
  'main.tf': `
module "network" {
  source = "./modules/network"
  name   = "vnet"
}
module "aks" {
  source    = "./modules/aks/"
  subnet_id = module.network.nodes_id
  private   = local.private
}
locals {
  private = var.exposure == "private"
}
variable "exposure" {}
resource "x" "x" {
  name    = module.network.name
  private = module.aks.private
  ids     = module.network.ids
  b       = module.network.ids["b"]
  whole   = keys(module.network)
}
`,
  'terraform.tfvars': 'exposure = "private"\n',
  'modules/network/main.tf': network,
  'modules/aks/main.tf': cluster,
};

describe('local modules', () => {
  test('addresses have the modules in front', () => {
    expect(evaluate(texts).resources.map(({ address }) => address)).toEqual([
      'x.x',
      'module.network.azurerm_subnet.nodes',
      'module.network.azurerm_subnet.all["a"]',
      'module.network.azurerm_subnet.all["b"]',
      'module.aks.azurerm_kubernetes_cluster.main',
    ]);
  });

  test('arguments, defaults and paths', () => {
    const { body } = resource(texts, 'module.aks.azurerm_kubernetes_cluster.main');
    expect(plain(body)).toEqual({
      private_cluster_enabled: true,
      subnet_id: '?module.network.azurerm_subnet.nodes.id',
      path: 'modules/aks',
    });
  });

  test('references stay recognisable through outputs and variables', () => {
    const { body } = resource(texts, 'module.aks.azurerm_kubernetes_cluster.main');
    expect(body.entries.get('subnet_id')?.value).toMatchObject({
      waitsFor: ['module.network.azurerm_subnet.nodes.id'],
    });
  });

  test('outputs', () => {
    expect(plain(resource(texts, 'x.x').body)).toEqual({
      name: 'vnet-nodes',
      private: true,
      ids: {
        a: '?module.network.azurerm_subnet.all["a"].id',
        b: '?module.network.azurerm_subnet.all["b"].id',
      },
      b: '?module.network.azurerm_subnet.all["b"].id',
      whole: ['ids', 'name', 'nodes_id'],
    });
  });

  test('a value knows its way from the var file to the resource', () => {
    const { body } = resource(texts, 'module.aks.azurerm_kubernetes_cluster.main');
    expect(wayOf(body.entries.get('private_cluster_enabled')?.value)).toBe(
      'terraform.tfvars:1 exposure -> main.tf:12 local.private -> main.tf:9 private -> modules/aks/main.tf:8 private_cluster_enabled',
    );
  });

  test('a default goes through the call that leaves the variable out', () => {
    const { body } = resource(
      { ...texts, 'main.tf': 'module "aks" {\n  source    = "./modules/aks"\n  subnet_id = 1\n}\n' },
      'module.aks.azurerm_kubernetes_cluster.main',
      '.',
    );
    expect(wayOf(body.entries.get('private_cluster_enabled')?.value)).toBe(
      'modules/aks/main.tf:5 var.private -> main.tf:1 module.aks -> modules/aks/main.tf:8 private_cluster_enabled',
    );
  });

  test('resources know the calls that make them', () => {
    const { resources } = evaluate(
      {
        'main.tf': 'module "a" {\n  source = "./a"\n}\n',
        'a/main.tf': '\nmodule "b" {\n  source = "../b"\n}\n',
        'b/main.tf': 'resource "x" "x" {}\n',
      },
      '.',
    );
    expect(resources[0]?.calls.map((span) => locate(span)).map(({ path, startLine }) => [path, startLine])).toEqual([
      ['main.tf', 1],
      ['a/main.tf', 2],
    ]);
  });

  test('the files that were asked for are known', () => {
    expect([...evaluate(texts).files].sort()).toEqual([
      'main.tf',
      'modules/aks/main.tf',
      'modules/network/main.tf',
      'terraform.tfvars',
    ]);
  });
});

describe('repeated modules', () => {
  const child = 'variable "n" {}\nresource "x" "x" {\n  n = var.n\n}\noutput "n" {\n  value = var.n\n}\n';
  const repeated = (call: string, use = 'null'): Texts => ({
    'main.tf': `variable "open" {}\nmodule "m" {\n  source = "./m"\n${call}\n}\nresource "y" "y" {\n  v = ${use}\n}\n`,
    'm/main.tf': child,
  });

  test.each<[string, string, string, unknown, string[]]>([
    [
      'for_each',
      'for_each = { a = 1, b = 2 }\nn = each.value',
      'module.m["b"].n',
      2,
      ['module.m["a"].x.x', 'module.m["b"].x.x'],
    ],
    ['count', 'count = 2\nn = count.index', 'module.m[*].n', [0, 1], ['module.m[0].x.x', 'module.m[1].x.x']],
    [
      'for',
      'for_each = toset(["a"])\nn = each.key',
      '{ for k, m in module.m : k => m.n }',
      { a: 'a' },
      ['module.m["a"].x.x'],
    ],
    ['count of none', 'count = 0\nn = 1', 'one(module.m[*].n)', null, []],
  ])('%s', (_, call, use, wanted, addresses) => {
    const { resources } = evaluate(repeated(call, use));
    expect(plain(resources.find(({ type }) => type === 'y')?.body.entries.get('v')?.value)).toEqual(wanted);
    expect(resources.filter(({ type }) => type === 'x').map(({ address }) => address)).toEqual(addresses);
  });

  test('what is inside of an open instance has its condition', () => {
    const { condition, address } = resource(repeated('count = var.open ? 1 : 0\nn = 1'), 'module.m[0].x.x');
    expect([address, condition?.kind]).toEqual(['module.m[0].x.x', 'undetermined']);
  });
});

describe('modules that are not in the tree', () => {
  const call = `
module "aks" {
  source                  = "Azure/aks/azurerm"
  version                 = "9.4.1"
  private_cluster_enabled = var.private
  providers               = { azurerm = azurerm.hub }
  depends_on              = [azurerm_resource_group.rg]
}
variable "private" {
  default = true
}
resource "x" "x" {
  id = module.aks.aks_id
}
`;

  test('the call is a resource of type module', () => {
    const { type, version, body, heading } = resource({ 'main.tf': call }, 'module.aks');
    expect([type, version]).toEqual(['module', '9.4.1']);
    expect(plain(body)).toEqual({ source: 'Azure/aks/azurerm', version: '9.4.1', private_cluster_enabled: true });
    expect(heading.file.text.slice(heading.start, heading.end)).toBe('module "aks"');
  });

  test('its outputs wait for it', () => {
    expect(resource({ 'main.tf': call }, 'x.x').body.entries.get('id')?.value).toMatchObject({
      expression: 'module.aks.aks_id',
      waitsFor: ['module.aks.aks_id'],
    });
  });

  test.each(['../outside', './missing', '/absolute', 'git::https://example.com/x.git'])('%s', (source) => {
    const evaluation = evaluate({ 'main.tf': `module "m" {\n  source = "${source}"\n  a = 1\n}\n` });
    expect(evaluation.resources.map(({ address, type }) => [address, type])).toEqual([['module.m', 'module']]);
  });
});

test('a module that calls itself ends in a problem', () => {
  const evaluation = evaluate(
    {
      'main.tf': 'module "a" {\n  source = "./a"\n}\n',
      'a/main.tf': 'module "b" {\n  source = "../b"\n}\n',
      'b/main.tf': 'module "a" {\n  source = "../a"\n}\n',
    },
    '.',
  );
  expect(messages(evaluation)).toEqual([
    'b/main.tf:1 module.a.module.b.module.a calls itself, or modules are nested too deeply',
  ]);
});
