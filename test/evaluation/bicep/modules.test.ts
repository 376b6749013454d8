import { lookup } from '../../../src/syntax/value.js';
import { moduleSource } from '../../../src/evaluation/bicep/modules.js';
import { plain } from '../arm/support.js';
import { evaluation, resourcesOf } from './support.js';

const vnetModule = `param name string
param tags object = {}
param extra string?

resource vnet 'Microsoft.Network/virtualNetworks@2024-01-01' = {
  name: name
  tags: tags
  extra: extra
}

output id string = vnet.id
output name string = vnet.name
`;

describe('modules of the tree', () => {
  test('are evaluated with their parameters, and hand back outputs', () => {
    const resources = resourcesOf({
      'main.bicep': `module net 'modules/net.bicep' = {
  name: 'net'
  params: {
    name: 'shop-vnet'
    tags: null
  }
}

resource aks 'A.B/c@1' = {
  name: net.outputs.name
  subnet: '\${net.outputs.id}/subnets/nodes'
}
`,
      'modules/net.bicep': vnetModule,
    });
    expect(resources.map((each) => each.address)).toEqual(['net::vnet', 'aks']);
    expect(resources.map((each) => each.calls.map(({ file, start, end }) => file.text.slice(start, end)))).toEqual([
      ["module net 'modules/net.bicep' = {"],
      [],
    ]);
    expect(plain(resources[0]!.body)).toEqual({ name: 'shop-vnet', tags: {}, extra: null });
    expect(plain(resources[1]!.body)).toEqual({
      name: 'shop-vnet',
      subnet:
        '/subscriptions/{subscription}/resourceGroups/{resourceGroup}/providers/Microsoft.Network/virtualNetworks/shop-vnet/subnets/nodes',
    });
  });

  test('in loops and under conditions', () => {
    const resources = resourcesOf({
      'main.bicep':
        "param maybe bool\nmodule net 'net.bicep' = [for n in ['a', 'b']: if (n == 'a' || maybe) {\n  name: n\n  params: {\n    name: n\n  }\n}]\noutput all array = [for i in range(0, 2): net[i].outputs.id]\nresource r 'A.B/c@1' = {\n  name: net[1].outputs.name\n}",
      'net.bicep': vnetModule,
    });
    expect(resources.map((each) => [each.address, plain(each.name), each.condition?.kind])).toEqual([
      ['net[0]::vnet', 'a', undefined],
      ['net[1]::vnet', 'b', 'undetermined'],
      ['r', 'b', undefined],
    ]);
  });

  test('a choice of modules is a choice of outputs', () => {
    const resources = resourcesOf({
      'main.bicep':
        "param p bool\nmodule a 'net.bicep' = {\n  name: 'a'\n  params: { name: 'a' }\n}\nmodule b 'net.bicep' = {\n  name: 'b'\n  params: { name: 'b' }\n}\nresource r 'A.B/c@1' = {\n  name: (p ? a : b).outputs.name\n}",
      'net.bicep': vnetModule,
    });
    expect(plain(resources.at(-1)!.name)).toEqual({ oneOf: ['a', 'b'] });
  });

  test('deployed to another scope give ids of that scope', () => {
    const resources = resourcesOf({
      'main.bicep':
        "targetScope = 'subscription'\nresource rg 'Microsoft.Resources/resourceGroups@2024-01-01' = {\n  name: 'hub'\n  location: 'westeurope'\n}\nmodule net 'net.bicep' = {\n  name: 'net'\n  scope: rg\n  params: { name: 'v' }\n}",
      'net.bicep': vnetModule,
    });
    expect(resources.map((each) => plain(each.id))).toEqual([
      '/subscriptions/{subscription}/resourceGroups/hub',
      '/subscriptions/{subscription}/resourceGroups/hub/providers/Microsoft.Network/virtualNetworks/v',
    ]);
  });

  test('a template in JSON is a module as well', () => {
    const json = JSON.stringify({
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      parameters: { name: { type: 'string' } },
      resources: [{ type: 'A.B/c', apiVersion: '1', name: "[parameters('name')]" }],
      outputs: { upper: { type: 'string', value: "[toUpper(parameters('name'))]" } },
    });
    const resources = resourcesOf({
      'main.bicep':
        "module m 'm.json' = {\n  name: 'm'\n  params: { name: 'x' }\n}\nresource r 'A.B/c@1' = {\n  name: m.outputs.upper\n}",
      'm.json': json,
    });
    expect(resources.map((each) => [each.format, each.address, plain(each.name)])).toEqual([
      ['arm', 'm::c/x', 'x'],
      ['bicep', 'r', 'X'],
    ]);
  });

  test('a missing module is a problem, and its outputs are open', () => {
    const { resources, problems } = evaluation({
      'main.bicep': "module m 'nope.bicep' = {\n  name: 'm'\n}\nresource r 'A.B/c@1' = {\n  name: m.outputs.x\n}",
    });
    expect(problems.map((each) => each.message)).toEqual(['the module nope.bicep does not exist']);
    expect(plain(resources[0]!.name)).toEqual({ open: ['m.outputs.x'] });
  });
});

describe('modules of a registry', () => {
  test('stand as one resource with source, version and parameters', () => {
    const text =
      "param ip string\nmodule aks 'br/public:avm/res/container-service/managed-cluster:0.11.1' = {\n  name: 'aks'\n  params: {\n    name: 'aks'\n    authorizedIPRanges: [ip]\n  }\n}\nresource r 'A.B/c@1' = {\n  name: aks.outputs.resourceId\n}";
    const [aks, user] = resourcesOf({ 'main.bicep': text });
    expect(aks).toMatchObject({ type: 'module', version: '0.11.1', address: 'aks' });
    expect(plain(aks!.name)).toBe('br/public:avm/res/container-service/managed-cluster');
    expect(plain(aks!.body)).toEqual({ name: 'aks', authorizedIPRanges: [{ open: ['param ip'] }] });
    expect(plain(user!.name)).toEqual({ open: ['aks.outputs.resourceId'] });
    const edit = aks!.writer.set(aks!.body, ['publicNetworkAccess'], 'Disabled');
    expect(edit?.text).toContain("publicNetworkAccess: 'Disabled'");
    expect(lookup(aks!.body, ['name'])).toBeDefined();
  });

  test('go by what the nearest configuration calls an alias', () => {
    const config = (modulePath: string): string =>
      JSON.stringify({ moduleAliases: { br: { avm: { registry: 'mcr.microsoft.com', modulePath } } } });
    const module = "module m 'br/avm:res/x:1.0.0' = {\n  name: 'm'\n}";
    const source = (texts: Readonly<Record<string, string>>): unknown =>
      plain(resourcesOf({ 'a/b/main.bicep': module, ...texts })[0]!.name);
    expect(source({})).toBe('br/avm:res/x');
    expect(source({ 'bicepconfig.json': config('bicep/avm') })).toBe('br/public:avm/res/x');
    expect(source({ 'bicepconfig.json': config('bicep/avm'), 'a/bicepconfig.json': config('own') })).toBe(
      'br:mcr.microsoft.com/own/res/x',
    );
  });

  test.each([
    ['br/public:avm/res/x:1.2.3', { kind: 'registry', source: 'br/public:avm/res/x', version: '1.2.3' }],
    [
      'br:mcr.microsoft.com/bicep/avm/res/x:1.2.3',
      { kind: 'registry', source: 'br/public:avm/res/x', version: '1.2.3' },
    ],
    ['br:own.azurecr.io/bicep/x:v1', { kind: 'registry', source: 'br:own.azurecr.io/bicep/x', version: 'v1' }],
    ['br/own:x@sha256:0a', { kind: 'registry', source: 'br/own:x', version: 'sha256:0a' }],
    ['ts/specs:x:1.0', { kind: 'registry', source: 'ts/specs:x', version: '1.0' }],
    ['br/public:avm/res/x', { kind: 'registry', source: 'br/public:avm/res/x', version: undefined }],
    ['../net.bicep', { kind: 'file', path: '../net.bicep' }],
  ])('%s', (path, expected) => {
    expect(moduleSource(path)).toEqual(expected);
  });
});
