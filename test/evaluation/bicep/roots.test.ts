import { bicepEvaluator } from '../../../src/evaluation/bicep/evaluator.js';
import { filesOf, plain } from '../arm/support.js';
import { evaluation, resourcesOf } from './support.js';
import type { Texts } from './support.js';

function ids(texts: Texts, changed?: readonly string[]): readonly string[] {
  return bicepEvaluator.roots(filesOf(texts), changed && new Set(changed)).map((root) => root.id);
}

function parameters(values: object): string {
  const wrapped = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value: value as unknown }]),
  );
  const $schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#';
  return JSON.stringify({ $schema, parameters: wrapped });
}

const main =
  "param a string\nparam b string = 'b'\nmodule m 'modules/m.bicep' = {\n  name: 'm'\n}\nresource r 'A.B/c@1' = {\n  name: '${a}-${b}'\n}\n";
const project: Texts = {
  'infra/main.bicep': main,
  'infra/modules/m.bicep': "var x = loadJsonContent('../data/x.json')\n",
  'infra/data/x.json': '{}',
  'infra/prod.bicepparam': "using 'main.bicep'\nparam a = 'prod'\n",
  'infra/main.parameters.dev.json': parameters({ a: 'dev' }),
  'params/test.json': parameters({ a: 'test', b: 'x' }),
  'params/unrelated.json': parameters({ a: 'test', c: 'x' }),
  'other/alone.bicep': 'param z string\n',
};

describe('roots', () => {
  test('a file with each parameter file that is for it, or alone; modules are none', () => {
    expect(ids(project)).toEqual([
      'infra/main.parameters.dev.json',
      'infra/prod.bicepparam',
      'other/alone.bicep',
      'params/test.json',
    ]);
  });

  test.each([
    ['infra/main.bicep', ['infra/main.parameters.dev.json', 'infra/prod.bicepparam', 'params/test.json']],
    ['infra/modules/m.bicep', ['infra/main.parameters.dev.json', 'infra/prod.bicepparam', 'params/test.json']],
    ['infra/data/x.json', ['infra/main.parameters.dev.json', 'infra/prod.bicepparam', 'params/test.json']],
    ['infra/prod.bicepparam', ['infra/prod.bicepparam']],
    ['params/test.json', ['params/test.json']],
    ['other/alone.bicep', ['other/alone.bicep']],
    ['README.md', []],
  ])('of a change of %s', (path, expected) => {
    expect(ids(project, [path])).toEqual(expected);
  });

  test('a command of a pipeline tells which of two templates a parameter file is for', () => {
    const both = {
      'a/main.bicep': 'param x string',
      'b/main.bicep': 'param x string',
      'env/x.json': parameters({ x: 1 }),
    };
    const workflow =
      'jobs:\n  deploy:\n    steps:\n      - run: |\n          az deployment group create -g rg \\\n            -f ./b/main.bicep \\\n            -p @env/x.json\n';
    expect(ids(both)).toEqual(['a/main.bicep', 'b/main.bicep']);
    expect(ids({ ...both, '.github/workflows/deploy.yml': workflow })).toEqual(['a/main.bicep', 'env/x.json']);
  });

  test('a change of parameter files reads their templates only', () => {
    const asked: string[] = [];
    const files = filesOf({ ...project, 'far/away.bicep': 'param a string', 'far/away.json': '{}' });
    const watched = { ...files, read: (path: string) => (asked.push(path), files.read(path)) };
    bicepEvaluator.roots(watched, new Set(['infra/prod.bicepparam', 'infra/main.parameters.dev.json']));
    expect([...new Set(asked)].sort()).toEqual([
      'infra/main.bicep',
      'infra/main.parameters.dev.json',
      'infra/prod.bicepparam',
    ]);
  });

  test('parameters behind a decorator on their line are seen', () => {
    expect(ids({ 'a.bicep': '@secure() param x string\n', 'p.json': parameters({ x: 1 }) })).toEqual(['p.json']);
  });

  test('a root whose parameter file is gone is affected', () => {
    expect(ids({ 'a/main.bicep': '', 'b/main.bicep': '' }, ['a/main.parameters.json'])).toEqual(['a/main.bicep']);
  });

  test('a module with a parameter file of its own is a root, too', () => {
    expect(
      ids({
        'main.bicep': "module m 'm.bicep' = {\n  name: 'm'\n}",
        'm.bicep': '',
        'm.bicepparam': "using './m.bicep'",
      }),
    ).toEqual(['m.bicepparam', 'main.bicep']);
  });

  test('the closure names every file that was asked for', () => {
    const { files } = evaluation(project, 'infra/prod.bicepparam');
    expect([...files].sort()).toEqual(['infra/main.bicep', 'infra/modules/m.bicep', 'infra/prod.bicepparam']);
  });
});

describe('parameter files', () => {
  const name = (texts: Texts, id: string): unknown =>
    plain(resourcesOf(texts, id).find((each) => each.address === 'r')?.name);

  test('in JSON, in Bicep, with variables, imports and environment', () => {
    expect(name(project, 'infra/main.parameters.dev.json')).toBe('dev-b');
    expect(name(project, 'infra/prod.bicepparam')).toBe('prod-b');
    const withImport: Texts = {
      'main.bicep': "param a string\nparam b string = 'b'\nresource r 'A.B/c@1' = {\n  name: '${a}-${b}'\n}\n",
      'shared.bicep': "@export()\nvar env = 'e'\n",
      'p.bicepparam':
        "using 'main.bicep'\nimport { env } from 'shared.bicep'\nvar x = '${env}x'\nparam a = x\nparam b = null\n",
      'q.bicepparam': "using 'main.bicep'\nparam a = readEnvironmentVariable('A', 'd')\n",
      'base.bicepparam': "using none\nparam a = 'base'\nparam b = 'base'\n",
      's.bicepparam': "using 'main.bicep'\nextends 'base.bicepparam'\nparam b = '${base.a}+'\n",
    };
    expect(name(withImport, 'p.bicepparam')).toBe('ex-b');
    expect(name(withImport, 'q.bicepparam')).toEqual({ open: ["readEnvironmentVariable('A', 'd')"] });
    expect(name(withImport, 's.bicepparam')).toBe('base-base+');
  });

  test('a secret is set, and not known', () => {
    const text = JSON.stringify({
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
      parameters: { a: { reference: { keyVault: { id: 'x' }, secretName: 'pass' } } },
    });
    expect(
      name(
        {
          'main.bicep': "param a string = 'default'\nresource r 'A.B/c@1' = {\n  name: a\n}",
          'main.parameters.json': text,
        },
        'main.parameters.json',
      ),
    ).toEqual({
      open: ['secret pass'],
    });
  });
});
