import { armEvaluator } from '../../../src/evaluation/arm/evaluator.js';
import type { ArmResource } from '../../../src/evaluation/arm/deployed.js';
import { locate } from '../../../src/syntax/source.js';
import { lookup, way } from '../../../src/syntax/value.js';
import { filesOf, plain } from './support.js';

const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
const parametersSchema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#';
const aksType = 'Microsoft.ContainerService/managedClusters';

function template(sections: object): string {
  return JSON.stringify({ $schema: schema, contentVersion: '1.0.0.0', resources: [], ...sections }, null, 2);
}

function resourcesOf(texts: Readonly<Record<string, string>>, id?: string): readonly ArmResource[] {
  const files = filesOf(texts);
  const roots = armEvaluator.roots(files);
  const root = id === undefined ? roots[0] : roots.find((each) => each.id === id);
  if (!root) throw new Error(`no root: ${roots.map((each) => each.id).join()}`);
  const evaluation = armEvaluator.evaluate(root, files);
  expect(evaluation.problems).toEqual([]);
  return evaluation.resources as readonly ArmResource[];
}

function aks(properties: object, more: object = {}): object {
  return { type: aksType, apiVersion: '2024-05-01', name: 'aks', ...more, properties };
}

function summary(resources: readonly ArmResource[]): readonly string[] {
  return resources.map((each) => `${each.address} ${each.type}`);
}

describe('a template', () => {
  test('is evaluated with parameter defaults, variables and functions', () => {
    const [cluster] = resourcesOf({
      'azuredeploy.json': template({
        parameters: {
          prefix: { type: 'string', defaultValue: 'shop' },
          private: { type: 'bool', defaultValue: false },
          location: { type: 'string', defaultValue: '[resourceGroup().location]' },
        },
        variables: { name: "[concat(parameters('prefix'), '-aks')]" },
        functions: [
          {
            namespace: 'shop',
            members: {
              twice: {
                parameters: [{ name: 'x', type: 'string' }],
                output: { type: 'string', value: "[concat(parameters('x'), parameters('x'))]" },
              },
            },
          },
        ],
        resources: [
          aks(
            {
              dnsPrefix: "[shop.twice('a')]",
              nodeResourceGroup: '[[literal]',
              apiServerAccessProfile: { enablePrivateCluster: "[parameters('private')]" },
            },
            { name: "[variables('name')]", location: "[parameters('location')]" },
          ),
        ],
      }),
    });
    expect(plain(cluster!.body)).toEqual({
      type: aksType,
      apiVersion: '2024-05-01',
      name: 'shop-aks',
      location: { open: ['resourceGroup().location'] },
      properties: {
        dnsPrefix: 'aa',
        nodeResourceGroup: '[literal]',
        apiServerAccessProfile: { enablePrivateCluster: false },
      },
    });
    expect(cluster).toMatchObject({
      format: 'arm',
      type: aksType,
      version: '2024-05-01',
      address: 'managedClusters/shop-aks',
    });
    expect(locate(cluster!.heading).startLine).toBe(locate(cluster!.span).startLine + 1);
  });

  test('tells the way of a value from the parameter file to the place of effect', () => {
    const files = {
      'main.json': template({
        parameters: { private: { type: 'bool' } },
        resources: [aks({ apiServerAccessProfile: { enablePrivateCluster: "[parameters('private')]" } })],
      }),
      'main.parameters.json': JSON.stringify(
        { $schema: parametersSchema, parameters: { private: { value: true } } },
        null,
        2,
      ),
    };
    const [cluster] = resourcesOf(files, 'main.parameters.json');
    const value = lookup(cluster!.body, ['properties', 'apiServerAccessProfile', 'enablePrivateCluster'])!;
    const steps = way(value.origin).map((step) => `${step.span.file.path} ${step.name ?? ''}`);
    expect(plain(value)).toBe(true);
    expect(steps[0]).toBe('main.parameters.json ');
    expect(steps.at(-1)).toBe("main.json parameters('private')");
  });

  test('without a value for a parameter waits for it, with what is allowed as candidates', () => {
    const [cluster] = resourcesOf({
      'main.json': template({
        parameters: {
          out: { type: 'string', allowedValues: ['none', 'block'] },
          ip: { type: 'string' },
          n: { type: 'string', nullable: true },
        },
        resources: [aks({ out: "[parameters('out')]", ip: "[createArray(parameters('ip'))]", n: "[parameters('n')]" })],
      }),
    });
    expect(plain(lookup(cluster!.body, ['properties']))).toEqual({
      out: { oneOf: ['none', 'block'] },
      ip: [{ open: ["parameters('ip')"] }],
      n: null,
    });
  });

  test('leaves out what a condition excludes, and keeps what it leaves open', () => {
    const resources = resourcesOf({
      'main.json': template({
        parameters: { deploy: { type: 'bool' } },
        resources: [
          aks({}, { name: 'never', condition: "[equals('a', 'b')]" }),
          aks({}, { name: 'always', condition: true }),
          aks({}, { name: 'maybe', condition: "[parameters('deploy')]" }),
        ],
      }),
    });
    expect(resources.map((each) => [each.address, each.condition?.kind])).toEqual([
      ['managedClusters/always', undefined],
      ['managedClusters/maybe', 'undetermined'],
    ]);
  });

  test('tells alternatives of one name apart', () => {
    const parameters = { p: { type: 'bool' } };
    const resources = [aks({}, { condition: "[parameters('p')]" }), aks({}, { condition: "[not(parameters('p'))]" })];
    const found = resourcesOf({ 'main.json': template({ parameters, resources }) });
    expect(found.map((each) => each.address)).toEqual(['managedClusters/aks', 'managedClusters/aks~2']);
  });

  test('unrolls copies of resources, variables and properties', () => {
    const resources = resourcesOf({
      'main.json': template({
        variables: { copy: [{ name: 'pools', count: 2, input: "[concat('pool', copyIndex('pools', 1))]" }] },
        resources: [
          {
            ...aks({
              copy: [
                {
                  name: 'agentPoolProfiles',
                  count: "[length(variables('pools'))]",
                  input: { name: "[variables('pools')[copyIndex('agentPoolProfiles')]]" },
                },
              ],
            }),
            name: "[concat('aks', copyIndex())]",
            copy: { name: 'clusters', count: 2 },
          },
        ],
      }),
    });
    expect(resources.map((each) => plain(each.name))).toEqual(['aks0', 'aks1']);
    expect(plain(lookup(resources[1]!.body, ['properties']))).toEqual({
      agentPoolProfiles: [{ name: 'pool1' }, { name: 'pool2' }],
    });
  });

  test('composes types, names and ids of child resources', () => {
    const resources = resourcesOf({
      'main.json': template({
        resources: [
          {
            type: 'Microsoft.Network/virtualNetworks',
            apiVersion: '2024-01-01',
            name: 'vnet',
            resources: [{ type: 'subnets', apiVersion: '2024-01-01', name: 'nodes', properties: {} }],
          },
          { type: 'Microsoft.Network/virtualNetworks/subnets', apiVersion: '2024-01-01', name: 'vnet/pods' },
        ],
      }),
    });
    const network =
      '/subscriptions/{subscription}/resourceGroups/{resourceGroup}/providers/Microsoft.Network/virtualNetworks/vnet';
    expect(resources.map((each) => [each.type, plain(each.id)])).toEqual([
      ['Microsoft.Network/virtualNetworks', network],
      ['Microsoft.Network/virtualNetworks/subnets', `${network}/subnets/nodes`],
      ['Microsoft.Network/virtualNetworks/subnets', `${network}/subnets/pods`],
    ]);
  });

  test('with symbolic names: addresses, existing resources, references to own properties', () => {
    const resources = resourcesOf({
      'main.json': template({
        languageVersion: '2.0',
        resources: {
          hub: { existing: true, type: 'Microsoft.Network/virtualNetworks', apiVersion: '2024-01-01', name: 'hub' },
          cluster: aks({ dnsPrefix: 'x' }),
          other: aks(
            { dnsPrefix: "[reference('cluster').dnsPrefix]", fqdn: "[reference('cluster').fqdn]" },
            { name: 'two' },
          ),
        },
      }),
    });
    expect(resources.map((each) => each.address)).toEqual(['cluster', 'other']);
    expect(plain(lookup(resources[1]!.body, ['properties']))).toEqual({
      dnsPrefix: 'x',
      fqdn: { open: ["reference('cluster').fqdn"] },
    });
  });
});

describe('nested and linked templates', () => {
  const inner = (scope: string | undefined): object => ({
    type: 'Microsoft.Resources/deployments',
    apiVersion: '2022-09-01',
    name: 'net',
    properties: {
      ...(scope ? { expressionEvaluationOptions: { scope } } : {}),
      parameters: { name: { value: 'passed' } },
      template: {
        $schema: schema,
        parameters: { name: { type: 'string' } },
        variables: { where: 'nested' },
        resources: [aks({ where: "[variables('where')]", name: "[parameters('name')]" })],
        outputs: { id: { type: 'string', value: "[variables('where')]" } },
      },
    },
  });

  test.each([
    ['inner', { where: 'nested', name: 'passed' }],
    [undefined, { where: 'parent', name: 'own' }],
  ])('scope %s decides whose variables and parameters are meant', (scope, expected) => {
    const [cluster] = resourcesOf({
      'main.json': template({
        parameters: { name: { type: 'string', defaultValue: 'own' } },
        variables: { where: 'parent' },
        resources: [inner(scope)],
      }),
    });
    expect(cluster!.address).toBe('deployments/net::managedClusters/aks');
    expect(plain(lookup(cluster!.body, ['properties']))).toEqual(expected);
  });

  test('outputs of an inner deployment reach the parent', () => {
    const resources = resourcesOf({
      'main.json': template({
        resources: [
          inner('inner'),
          aks(
            {
              a: "[reference('net').outputs.id.value]",
              b: "[reference(resourceId('Microsoft.Resources/deployments', 'net'), '2022-09-01').outputs.id.value]",
            },
            { name: 'b' },
          ),
        ],
      }),
    });
    expect(plain(lookup(resources[1]!.body, ['properties']))).toEqual({ a: 'nested', b: 'nested' });
  });

  test('a link by relative path is followed, one out of the tree is not', () => {
    const link = (relativePath: string): object => ({
      type: 'Microsoft.Resources/deployments',
      apiVersion: '2022-09-01',
      name: 'net',
      properties: { templateLink: { relativePath }, parameters: { n: { value: 'linked' } } },
    });
    const linked = template({
      parameters: { n: { type: 'string' } },
      resources: [aks({}, { name: "[parameters('n')]" })],
    });
    const files = { 'a/main.json': template({ resources: [link('../b/aks.json')] }), 'b/aks.json': linked };
    expect(summary(resourcesOf(files))).toEqual([`deployments/net::managedClusters/linked ${aksType}`]);
    expect(summary(resourcesOf({ 'a/main.json': template({ resources: [link('../../etc/x.json')] }) }))).toEqual([
      'deployments/net module',
    ]);
  });

  test('the older artifact location convention is followed, too', () => {
    const files = {
      'main.json': template({
        parameters: {
          _artifactsLocation: { type: 'string', defaultValue: '[deployment().properties.templateLink.uri]' },
        },
        resources: [
          {
            type: 'Microsoft.Resources/deployments',
            apiVersion: '2022-09-01',
            name: 'net',
            properties: { templateLink: { uri: "[uri(parameters('_artifactsLocation'), 'nested/aks.json')]" } },
          },
        ],
      }),
      'nested/aks.json': template({ resources: [aks({})] }),
    };
    expect(summary(resourcesOf(files, 'main.json'))).toEqual([`deployments/net::managedClusters/aks ${aksType}`]);
  });
});

describe('roots of templates', () => {
  const ids = (texts: Readonly<Record<string, string>>, changed?: readonly string[]): readonly string[] =>
    armEvaluator.roots(filesOf(texts), changed && new Set(changed)).map((root) => root.id);
  const parameters = (names: readonly string[]): string =>
    JSON.stringify({
      $schema: parametersSchema,
      parameters: Object.fromEntries(names.map((name) => [name, { value: 1 }])),
    });
  const withParameter = template({ parameters: { a: { type: 'int' }, b: { type: 'int' } } });

  test('a template with its parameter files, or alone', () => {
    expect(
      ids({
        'infra/azuredeploy.json': withParameter,
        'infra/azuredeploy.parameters.json': parameters(['a']),
        'infra/parameters/prod.json': parameters(['a', 'b']),
        'infra/parameters/other.json': parameters(['unknown']),
        'alone/main.json': withParameter,
        'package.json': '{}',
      }),
    ).toEqual(['alone/main.json', 'infra/azuredeploy.parameters.json', 'infra/parameters/prod.json']);
  });

  test('a template that Bicep compiled is none beside its source', () => {
    const compiled = template({ metadata: { _generator: { name: 'bicep', version: '0.30' } } });
    expect(ids({ 'main.json': compiled, 'main.bicep': '' })).toEqual([]);
    expect(ids({ 'main.json': compiled })).toEqual(['main.json']);
  });

  const compiledWith = (names: readonly string[]): string =>
    template({
      metadata: { _generator: { name: 'bicep', version: '0.30' } },
      parameters: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
    });
  const bicepWith = (names: readonly string[]): string => names.map((name) => `param ${name} string`).join('\n');
  const many = ['location', 'resourceName', 'agentCount', 'systemPool', 'egressType', 'privateCluster'];

  test('nor is one that was compiled to another folder, also before its last parameter was added', () => {
    const source = { 'bicep/main.bicep': bicepWith(many) };
    expect(ids({ ...source, 'out/main.json': compiledWith(many) })).toEqual([]);
    expect(ids({ ...source, 'out/main.json': compiledWith(many.slice(1)) })).toEqual([]);
    expect(ids({ ...source, 'out/aks.json': compiledWith(many.slice(1)) })).toEqual([]);
  });

  test('a compiled template is reviewed when its source may be another', () => {
    const source = { 'bicep/main.bicep': bicepWith(many) };
    expect(ids({ ...source, 'out/main.json': compiledWith(['location', 'vnet']) })).toEqual(['out/main.json']);
    expect(ids({ 'dns.bicep': bicepWith(['location']), 'out/aks.json': compiledWith(['location']) })).toEqual([
      'out/aks.json',
    ]);
    expect(ids({ 'main.bicep': bicepWith(['location']), 'out/azuredeploy.json': compiledWith(['location']) })).toEqual(
      [],
    );
  });

  test('with changed paths only those that these can affect', () => {
    const files = {
      'a/main.json': withParameter,
      'a/main.parameters.json': parameters(['a']),
      'b/main.json': withParameter,
    };
    expect(ids(files, ['a/main.json'])).toEqual(['a/main.parameters.json']);
    expect(ids(files, ['a/main.parameters.json'])).toEqual(['a/main.parameters.json']);
    expect(ids(files, ['b/main.json'])).toEqual(['b/main.json']);
    expect(ids(files, ['c.tf'])).toEqual([]);
  });
});

describe('hostile templates', () => {
  const problemsOf = (sections: object): readonly string[] => {
    const files = filesOf({ 'main.json': template(sections) });
    return armEvaluator.evaluate(armEvaluator.roots(files)[0]!, files).problems.map((each) => each.message);
  };

  test('variables that need each other', () => {
    const variables = { a: "[variables('b')]", b: "[variables('a')]" };
    expect(problemsOf({ variables, resources: [aks({ x: "[variables('a')]" })] })).toEqual([
      "variables('a') depends on itself",
    ]);
  });

  test('a copy loop of a million turns', () => {
    expect(problemsOf({ resources: [{ ...aks({}), copy: { name: 'c', count: 1_000_000 } }] })).toEqual([
      'a copy loop of 1000000 turns: at most 800 are allowed',
    ]);
  });

  test('a function that calls itself', () => {
    const output = { type: 'string', value: '[x.f()]' };
    const functions = [{ namespace: 'x', members: { f: { parameters: [], output } } }];
    expect(problemsOf({ functions, resources: [aks({ x: '[x.f()]' })] })).toEqual([
      'evaluation stopped here: nested deeper than 300 levels',
    ]);
  });

  test('a template that links itself', () => {
    const link = {
      type: 'Microsoft.Resources/deployments',
      apiVersion: '2022-09-01',
      name: 'x',
      properties: { templateLink: { relativePath: 'main.json' } },
    };
    expect(problemsOf({ resources: [link] })).toEqual(['this template deploys itself']);
  });

  test('an expression that can not be read', () => {
    expect(problemsOf({ resources: [aks({ x: '[concat(]' })] })[0]).toMatch(/^this expression can't be read/);
  });
});
