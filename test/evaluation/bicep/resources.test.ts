import { locate } from '../../../src/syntax/source.js';
import { lookup } from '../../../src/syntax/value.js';
import { plain } from '../arm/support.js';
import { evaluation, resourcesOf } from './support.js';

const group = '/subscriptions/{subscription}/resourceGroups/{resourceGroup}';
const vnet = `${group}/providers/Microsoft.Network/virtualNetworks/vnet`;

const network = `resource vnet 'Microsoft.Network/virtualNetworks@2024-01-01' = {
  name: 'vnet'
  properties: {
    addressSpace: {
      addressPrefixes: ['10.0.0.0/16']
    }
  }

  resource nodes 'subnets' = {
    name: 'nodes'
  }
}
`;

describe('a resource', () => {
  const text = `// cluster
@description('the cluster')
resource aks 'Microsoft.ContainerService/managedClusters@2024-05-01' = {
  name: 'aks-\${uniqueString('snap', 'crackle', 'pop')}'
  location: resourceGroup().location
  sku: {
    name: 'Base'
  }
  properties: {
    dnsPrefix: 'shop'
  }
  dependsOn: []
}
`;

  test('has its type, version, address, name, places and the whole object', () => {
    const [aks] = resourcesOf({ 'infra/main.bicep': text });
    expect(aks).toMatchObject({
      format: 'bicep',
      type: 'Microsoft.ContainerService/managedClusters',
      version: '2024-05-01',
      address: 'aks',
      root: { id: 'infra/main.bicep', format: 'bicep', path: 'infra/main.bicep', parameters: [] },
    });
    expect(plain(aks!.name)).toBe('aks-byghxckddilkc');
    expect(plain(aks!.body)).toEqual({
      name: 'aks-byghxckddilkc',
      location: { open: ['resourceGroup().location'] },
      sku: { name: 'Base' },
      properties: { dnsPrefix: 'shop' },
    });
    expect(locate(aks!.heading)).toMatchObject({ startLine: 3, startColumn: 1, endLine: 3, endColumn: 72 });
    expect(locate(aks!.span)).toMatchObject({ startLine: 2, endLine: 13 });
  });

  test('can be written to where it stands', () => {
    const [aks] = resourcesOf({ 'main.bicep': text });
    const edit = aks!.writer.set(aks!.body, ['properties', 'apiServerAccessProfile', 'enablePrivateCluster'], true);
    expect(edit?.text).toContain('enablePrivateCluster: true');
  });
});

describe('an object of Kubernetes', () => {
  test.each([
    ['core/Service@v1', 'v1/Service', 'web'],
    ['networking.k8s.io/Ingress@v1', 'networking.k8s.io/v1/Ingress', 'web'],
    ['Microsoft.Graph/groups@v1.0', 'Microsoft.Graph/groups', undefined],
  ])('%s', (type, expected, name) => {
    const text = `extension kubernetes with {\n  kubeConfig: ''\n}\nresource web '${type}' = {\n  metadata: {\n    name: 'web'\n  }\n}`;
    const [web] = resourcesOf({ 'main.bicep': text });
    expect([web!.type, plain(web!.name)]).toEqual([expected, name]);
  });
});

describe('conditions and loops', () => {
  test.each([
    ['if (false) {', []],
    ['if (true) {', [['r', undefined]]],
    ['if (p) {', [['r', 'undetermined']]],
  ])('%s', (opening, expected) => {
    const text = `param p bool\nresource r 'T.R/r@1' = ${opening}\n  name: 'r'\n}`;
    expect(resourcesOf({ 'main.bicep': text }).map((each) => [each.address, each.condition?.kind])).toEqual(expected);
  });

  test('a loop gives a resource a turn', () => {
    const text = "resource r 'T.R/r@1' = [for (n, i) in ['a', 'b', 'c']: if (n != 'b') {\n  name: '${n}${i}'\n}]";
    expect(resourcesOf({ 'main.bicep': text }).map((each) => [each.address, plain(each.name)])).toEqual([
      ['r[0]', 'a0'],
      ['r[2]', 'c2'],
    ]);
  });

  test('a loop over something open gives one typical resource under a condition', () => {
    const text = "param names array\nresource r 'T.R/r@1' = [for n in names: {\n  name: n\n}]";
    const [typical, ...others] = resourcesOf({ 'main.bicep': text });
    expect(others).toEqual([]);
    expect(typical).toMatchObject({ address: 'r[*]', condition: { kind: 'undetermined', waitsFor: ['param names'] } });
  });
});

describe('references between resources', () => {
  const withProbe = (expression: string, declarations = network): unknown => {
    const probe = `resource probe 'T.R/r@1' = {\n  name: 'probe'\n  x: ${expression}\n}`;
    const found = resourcesOf({ 'main.bicep': `${declarations}\n${probe}` }).find((each) => each.address === 'probe');
    return plain(lookup(found!.body, ['x'])) ?? null;
  };

  test.each([
    ['vnet.id', vnet],
    ['vnet.name', 'vnet'],
    ['vnet.type', 'Microsoft.Network/virtualNetworks'],
    ['vnet::nodes.id', `${vnet}/subnets/nodes`],
    ['vnet::nodes.name', 'nodes'],
    ['vnet.properties.addressSpace.addressPrefixes[0]', '10.0.0.0/16'],
    ['vnet.properties.resourceGuid', { open: ['vnet.properties.resourceGuid'] }],
    ['vnet.properties.addressSpace.other', { open: ['vnet.properties.addressSpace.other'] }],
    ['vnet.listKeys().primary', { open: ['vnet.listKeys().primary'] }],
  ])('%s', (expression, expected) => {
    expect(withProbe(expression)).toEqual(expected);
  });

  test.each([
    [
      "resource s 'Microsoft.Network/virtualNetworks/subnets@2024-01-01' existing = {\n  name: 'v/n'\n}",
      's.id',
      `${group}/providers/Microsoft.Network/virtualNetworks/v/subnets/n`,
    ],
    [
      "resource s 'A.B/c@1' existing = {\n  name: 'x'\n  scope: resourceGroup('hub')\n}",
      's.id',
      '/subscriptions/{subscription}/resourceGroups/hub/providers/A.B/c/x',
    ],
    [
      "resource s 'A.B/c@1' existing = {\n  name: 'x'\n  scope: resourceGroup('1234', 'hub')\n}",
      's.id',
      '/subscriptions/1234/resourceGroups/hub/providers/A.B/c/x',
    ],
    [
      "resource s 'A.B/c@1' existing = {\n  name: 'x'\n  scope: subscription()\n}",
      's.id',
      '/subscriptions/{subscription}/providers/A.B/c/x',
    ],
    ["resource s 'A.B/c@1' existing = {\n  name: 'x'\n  scope: tenant()\n}", 's.id', '/providers/A.B/c/x'],
    [
      "resource s 'A.B/c@1' existing = {\n  name: 'x'\n  scope: managementGroup('m')\n}",
      's.id',
      '/providers/Microsoft.Management/managementGroups/m/providers/A.B/c/x',
    ],
    [`${network}resource s 'A.B/c@1' = {\n  name: 'x'\n  scope: vnet\n}`, 's.id', `${vnet}/providers/A.B/c/x`],
    [
      `${network}resource s 'Microsoft.Network/virtualNetworks/subnets@2024-01-01' = {\n  parent: vnet\n  name: 'pods'\n}`,
      's.id',
      `${vnet}/subnets/pods`,
    ],
    [
      "resource rg 'Microsoft.Resources/resourceGroups@2024-01-01' existing = {\n  name: 'hub'\n  scope: subscription()\n}\nresource s 'A.B/c@1' existing = {\n  name: 'x'\n  scope: rg\n}",
      's.id',
      '/subscriptions/{subscription}/resourceGroups/hub/providers/A.B/c/x',
    ],
    ["resource s 'A.B/c@1' = [for n in ['a', 'b']: {\n  name: n\n}]", 's[1].id', `${group}/providers/A.B/c/b`],
    ["resource s 'A.B/c@1' = [for n in ['a', 'b']: {\n  name: n\n}]", 'map(s, r => r.name)', ['a', 'b']],
  ])('%s', (declarations, expression, expected) => {
    expect(withProbe(expression, declarations)).toEqual(expected);
  });

  test('children compose their type, version and name; existing ones are not deployed', () => {
    const text = `${network}resource hub 'Microsoft.Network/virtualNetworks@2024-01-01' existing = {\n  name: 'hub'\n\n  resource gateway 'subnets' existing = {\n    name: 'g'\n  }\n}`;
    expect(
      resourcesOf({ 'main.bicep': text }).map((each) => [each.address, each.type, each.version, plain(each.id)]),
    ).toEqual([
      ['vnet', 'Microsoft.Network/virtualNetworks', '2024-01-01', vnet],
      ['vnet::nodes', 'Microsoft.Network/virtualNetworks/subnets', '2024-01-01', `${vnet}/subnets/nodes`],
    ]);
  });

  test('names and scopes of what a condition excludes are not asked for', () => {
    const text =
      "param id string?\nresource e 'A.B/c@1' existing = if (!empty(id)) {\n  name: last(split(id!, '/'))\n  scope: resourceGroup(split(id!, '/')[4])\n}\nresource r 'A.B/c@1' = {\n  name: empty(id) ? 'own' : e.name\n}";
    expect(resourcesOf({ 'main.bicep': text }).map((each) => plain(each.name))).toEqual(['own']);
  });
});

describe('hostile programs', () => {
  const problems = (text: string, more: Readonly<Record<string, string>> = {}): readonly string[] =>
    evaluation({ 'main.bicep': text, ...more }, 'main.bicep').problems.map((each) => each.message);
  const using = (expression: string): string => `resource r 'A.B/c@1' = {\n  name: 'x'\n  y: ${expression}\n}\n`;

  test.each([
    ['variables in a circle', `var a = b\nvar b = a\n${using('a')}`, 'var a depends on itself'],
    [
      'a function that calls itself',
      `func f(n int) int => f(n + 1)\n${using('f(1)')}`,
      'nested deeper than 300 levels',
    ],
    ['a million numbers', using('range(0, 1000000)'), 'at most 10000 are allowed'],
    ['loops in loops', using('[for a in range(0, 9999): [for b in range(0, 9999): a * b]]'), 'more than 1000000 steps'],
    ['a resource that needs itself', using('r.y'), 'r depends on itself'],
    ['a module that deploys itself', "module m 'main.bicep' = {\n  name: 'm'\n}", 'contains itself'],
    ['a name that is not declared', using('nobody'), 'the name nobody is not declared'],
  ])('%s', (_, text, message) => {
    expect(problems(text).join('\n')).toContain(message);
  });

  test('objects that double in size ten thousand times do not explode', () => {
    const lines = Array.from({ length: 200 }, (_, i) => `var v${i + 1} = { a: v${i}, b: v${i} }`);
    const text = `var v0 = { x: 1 }\n${lines.join('\n')}\n${using('string(v200)')}`;
    expect(problems(text).length).toBeLessThan(3);
  });

  test('nor do comparisons of such objects, nor texts that double with something open in them', () => {
    const doubled = (v: string): string =>
      Array.from({ length: 100 }, (_, i) => `var ${v}${i + 1} = { a: ${v}${i}, b: ${v}${i} }`).join('\n');
    const objects = `var v0 = { x: 1 }\nvar w0 = { x: 1 }\n${doubled('v')}\n${doubled('w')}\n${using('v100 == w100')}`;
    expect(problems(objects).length).toBeLessThan(3);
    const lines = Array.from({ length: 100 }, (_, i) => `var t${i + 1} = '\${t${i}}-\${t${i}}'`);
    expect(problems(`param t0 string\n${lines.join('\n')}\n${using('t100')}`).length).toBeLessThan(3);
    const long = `var big = padLeft('x', 900000)\n${using('[for i in range(0, 10000): length(toUpper(big))]')}`;
    expect(problems(long).join()).toContain('more than 1000000 steps');
  });

  test('a chain of four hundred variables ends', () => {
    const lines = Array.from({ length: 400 }, (_, i) => `var v${i + 1} = v${i}`);
    const found = problems(`var v0 = 1\n${lines.join('\n')}\n${using('v400')}`);
    expect(found.every((message) => message.includes('nested deeper'))).toBe(true);
  });
});
