import { terraformEvaluator } from '../../../src/evaluation/terraform/evaluator.js';
import { locate } from '../../../src/syntax/source.js';
import { evaluate, messages, plain, resource, wayOf, type Texts } from './support.js';

const main = (text: string, more: Texts = {}): Texts => ({ 'main.tf': text, ...more });
const addresses = (texts: Texts): string[] => evaluate(texts).resources.map(({ address }) => address);

describe('bodies', () => {
  const texts = main(`
resource "azurerm_kubernetes_cluster" "aks" {
  name     = "aks"
  provider = azurerm.hub
  network_profile {
    outbound_type = "userDefinedRouting"
  }
  pool { size = 1 }
  pool { size = 2 }
  lifecycle {
    ignore_changes = [tags]
  }
  depends_on = [azurerm_subnet.x]
}
data "azurerm_subnet" "x" {}
`);

  test('arguments, and blocks as lists; what speaks to Terraform is left out', () => {
    expect(plain(resource(texts, 'azurerm_kubernetes_cluster.aks').body)).toEqual({
      name: 'aks',
      network_profile: [{ outbound_type: 'userDefinedRouting' }],
      pool: [{ size: 1 }, { size: 2 }],
    });
  });

  test('data sources are no resources', () => {
    expect(addresses(texts)).toEqual(['azurerm_kubernetes_cluster.aks']);
  });

  test('places and the name', () => {
    const { heading, span, name, type, format } = resource(texts, 'azurerm_kubernetes_cluster.aks');
    expect(locate(heading)).toMatchObject({ startLine: 2, endLine: 2, startColumn: 1, endColumn: 43 });
    expect(locate(span)).toMatchObject({ startLine: 2, endLine: 14 });
    expect([plain(name), type, format]).toEqual(['aks', 'azurerm_kubernetes_cluster', 'terraform']);
  });

  test('the writer finds the blocks of the body', () => {
    const { body, writer } = resource(texts, 'azurerm_kubernetes_cluster.aks');
    expect(writer.set(body, ['network_profile', 'outbound_type'], 'none')).toEqual({
      path: 'main.tf',
      startLine: 6,
      endLine: 6,
      text: '    outbound_type = "none"',
    });
  });
});

describe('dynamic blocks', () => {
  const dynamic = (block: string): unknown =>
    plain(resource(main(`variable "open" {}\nresource "x" "x" {\n${block}\n}\n`), 'x.x').body);

  test.each<[string, string, unknown]>([
    [
      'one for each element',
      'dynamic "b" {\n for_each = ["p", "q"]\n content {\n  v = b.value\n  k = b.key\n }\n}',
      [
        { v: 'p', k: 0 },
        { v: 'q', k: 1 },
      ],
    ],
    [
      'over a map, with an iterator',
      'dynamic "b" {\n for_each = { x = 1 }\n iterator = it\n content {\n  v = "${it.key}${it.value}"\n }\n}',
      [{ v: 'x1' }],
    ],
    ['none', 'dynamic "b" {\n for_each = []\n content {}\n}', []],
    [
      'beside a static one',
      'b {\n v = 0\n}\ndynamic "b" {\n for_each = [1]\n content {\n  v = b.value\n }\n}',
      [{ v: 0 }, { v: 1 }],
    ],
    [
      'in each other',
      'dynamic "b" {\n for_each = [[1, 2]]\n content {\n  dynamic "c" {\n   for_each = b.value\n   content {\n    v = c.value\n   }\n  }\n }\n}',
      [{ c: [{ v: 1 }, { v: 2 }] }],
    ],
    ['open', 'dynamic "b" {\n for_each = var.open\n content {}\n}', ['*var.open']],
  ])('%s', (_, block, wanted) => {
    expect(dynamic(block)).toEqual({ b: wanted });
  });

  test('what an open one can be is known', () => {
    const block = 'dynamic "b" {\n for_each = var.open ? ["p"] : []\n content {\n  v = b.value\n }\n}';
    const { body } = resource(main(`variable "open" {}\nresource "x" "x" {\n${block}\n}\n`), 'x.x');
    const blocks = body.entries.get('b')?.value;
    expect(blocks?.kind === 'list' && blocks.rest?.candidates?.map(plain)).toEqual([{ v: 'p' }]);
  });
});

describe('count and for_each', () => {
  test.each<[string, string, string[]]>([
    ['count', 'count = 2', ['x.x[0]', 'x.x[1]']],
    ['no instance', 'count = 0', []],
    ['a boolean choice that is decided', 'count = false ? 1 : 0', []],
    ['for_each over a set', 'for_each = toset(["b", "a"])', ['x.x["a"]', 'x.x["b"]']],
    ['for_each over a map', 'for_each = { k = 1, "q\\"" = 2 }', ['x.x["k"]', 'x.x["q\\""]']],
    ['an open count', 'count = var.open', ['x.x[0]']],
    ['an open for_each', 'for_each = var.open', ['x.x']],
    ['a choice of counts', 'count = var.open ? 2 : 1', ['x.x[0]', 'x.x[1]']],
    ['a choice of sets', 'for_each = var.open ? toset(["a"]) : toset([])', ['x.x["a"]']],
  ])('%s', (_, meta, wanted) => {
    expect(addresses(main(`variable "open" {}\nresource "x" "x" {\n${meta}\n}\n`))).toEqual(wanted);
  });

  test.each<[string, (string | undefined)[]]>([
    ['count = var.open', ['?var.open']],
    ['count = var.open ? 2 : 1', [undefined, '?var.open ? 2 : 1']],
    ['for_each = var.open', ['?var.open']],
    ['count = 1', [undefined]],
  ])('%s: what decides is the condition', (meta, wanted) => {
    const { resources } = evaluate(main(`variable "open" {}\nresource "x" "x" {\n${meta}\n}\n`));
    expect(resources.map(({ condition }) => plain(condition))).toEqual(wanted);
  });

  test('each and count in the body', () => {
    const texts = main('resource "x" "x" {\n  for_each = { a = { v = 1 } }\n  k = each.key\n  v = each.value.v\n}\n');
    expect(plain(resource(texts, 'x.x["a"]').body)).toEqual({ k: 'a', v: 1 });
  });

  test('too many instances are a problem, not a flood', () => {
    const evaluation = evaluate(main('resource "x" "x" {\n  count = 1000000\n}\n'));
    expect(evaluation.resources).toHaveLength(1000);
    expect(messages(evaluation)).toEqual([
      'main.tf:2 "count" makes 1000000 instances: only the first 1000 are evaluated',
    ]);
  });
});

describe('override files', () => {
  const texts: Texts = {
    'main.tf':
      'resource "x" "x" {\n  a = 1\n  b = 1\n  n {\n    v = 1\n  }\n}\nlocals {\n  l = 1\n}\nvariable "v" {\n  default = 1\n}\n',
    'z_override.tf':
      'resource "x" "x" {\n  a = local.l\n  n {\n    v = 2\n  }\n}\nlocals {\n  l = 2\n}\nvariable "v" {\n  default = 2\n}\n',
    'override.tf': 'resource "x" "x" {\n  b = var.v\n}\n',
  };

  test('win argument by argument', () => {
    const { body } = resource(texts, 'x.x');
    expect(plain(body)).toEqual({ a: 2, b: 2, n: [{ v: 2 }] });
    expect(wayOf(body.entries.get('a')?.value)).toBe('z_override.tf:8 local.l -> z_override.tf:2 a');
  });
});

describe('azapi', () => {
  const api =
    '{\n    properties = {\n      apiServerAccessProfile = {\n        enablePrivateCluster = var.p\n      }\n    }\n  }';
  const texts = (body: string): Texts =>
    main(
      `variable "p" {\n  default = true\n}\nlocals {\n  j = jsonencode(${api})\n}\nresource "azapi_resource" "aks" {\n  type = "Microsoft.ContainerService/managedClusters@2024-09-01"\n  body = ${body}\n}\n`,
    );

  test.each([
    ['an object', api],
    ['jsonencode', `jsonencode(${api})`],
    ['jsonencode in a local', 'local.j'],
  ])('%s', (_, body) => {
    const found = resource(texts(body), 'azapi_resource.aks').body.entries.get('body')?.value;
    expect(plain(found)).toEqual({ properties: { apiServerAccessProfile: { enablePrivateCluster: true } } });
  });

  test('the writer reaches into jsonencode', () => {
    const { body, writer } = resource(texts(`jsonencode(${api})`), 'azapi_resource.aks');
    expect(
      writer.set(body, ['body', 'properties', 'apiServerAccessProfile', 'enablePrivateCluster'], false),
    ).toMatchObject({ startLine: 18, text: '        enablePrivateCluster = false' });
  });
});

describe('versions of providers', () => {
  const required =
    'terraform {\n  required_providers {\n    azurerm = {\n      source  = "hashicorp/azurerm"\n      version = "~> 4.0"\n    }\n  }\n}\n';
  const use = 'resource "azurerm_x" "x" {}\n';

  test.each<[string, Texts, string, string | undefined]>([
    ['none', main(use), 'azurerm_x.x', undefined],
    ['required_providers', main(required + use), 'azurerm_x.x', '~> 4.0'],
    [
      'a legacy string',
      main(`terraform {\n  required_providers {\n    azurerm = "=2.1"\n  }\n}\n${use}`),
      'azurerm_x.x',
      '=2.1',
    ],
    ['the provider block', main(`provider "azurerm" {\n  version = "~>1.0"\n}\n${use}`), 'azurerm_x.x', '~>1.0'],
    [
      'module and root together',
      main(`${required}module "m" {\n  source = "./m"\n}\n`, {
        'm/main.tf': `terraform {\n  required_providers {\n    azurerm = { source = "hashicorp/azurerm", version = ">= 4.2" }\n  }\n}\n${use}`,
      }),
      'module.m.azurerm_x.x',
      '>= 4.2, ~> 4.0',
    ],
    [
      'the lock file',
      main(required + use, {
        '.terraform.lock.hcl': 'provider "registry.terraform.io/hashicorp/azurerm" {\n  version = "4.14.0"\n}\n',
      }),
      'azurerm_x.x',
      '4.14.0',
    ],
  ])('%s', (_, texts, address, wanted) => {
    expect(resource(texts, address).version).toBe(wanted);
  });
});

test('moved blocks are handed on, with the modules in front', () => {
  const moved = 'moved {\n  from = azurerm_x.a\n  to   = azurerm_x.b["k"]\n}\n';
  const evaluation = evaluate(main(`${moved}module "m" {\n  source = "./m"\n}\n`, { 'm/main.tf': moved }));
  expect(evaluation.moves).toEqual([
    { from: 'azurerm_x.a', to: 'azurerm_x.b["k"]' },
    { from: 'module.m.azurerm_x.a', to: 'module.m.azurerm_x.b["k"]' },
  ]);
});

test('a broken resource is not read, and takes no other along: its defaults would be guesses', () => {
  const texts = main('resource "x" "x" {\n  a = = 1\n  b = 2\n  c = nope("x")\n}\nresource "y" "y" {}\n');
  const evaluation = evaluate(texts);
  expect(evaluation.resources.map(({ address, body }) => [address, plain(body)])).toEqual([['y.y', {}]]);
  expect(messages(evaluation)).toEqual([]);
});

test('only Terraform is evaluated here', () => {
  expect(terraformEvaluator.formats).toEqual(['terraform']);
});
