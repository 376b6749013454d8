import { lookup, way } from '../../../src/syntax/value.js';
import { evaluation, plainOf, resourcesOf, valueOf } from './support.js';
import { plain } from '../arm/support.js';

describe('parameters', () => {
  test.each([
    ["param x string = 'd'", 'd'],
    ["param y string = 'd'\nparam x string = '${y}!'", 'd!'],
    ['param x string?', null],
    ['type t = string?\nparam x t', null],
    ['type t = { a: string? }?\ntype u = t\nparam x u', null],
    ['param x string', { open: ['param x'] }],
    ['param x int\n', { open: ['param x'] }],
    ["param x 'a' | null", null],
    ['param x unknownType', { open: ['param x'] }],
  ])('%s', (declaration, expected) => {
    expect(plainOf('x', declaration)).toEqual(expected);
  });
});

describe('variables, functions and imports', () => {
  test('variables may stand behind their use', () => {
    expect(plainOf('a', "var a = '${b}-x'\nvar b = 'y'")).toBe('y-x');
  });

  test('functions of the file see their parameters and other functions', () => {
    const functions = 'func twice(s string) string => concat(s, s)\nfunc four(s string) string => twice(twice(s))';
    expect(plainOf("four('a')", functions)).toBe('aaaa');
  });

  test('imports bring variables, functions and types, listed or all', () => {
    const shared = {
      'shared.bicep':
        "@export()\nvar names = { vnet: '${prefix}-vnet' }\nvar prefix = 'shop'\n@export()\nfunc hi(s string) string => 'hi ${s}'\n@export()\ntype maybe = string?",
    };
    expect(plainOf('hi(n.vnet)', "import { names as n, hi } from 'shared.bicep'", shared)).toBe('hi shop-vnet');
    expect(plainOf('s.hi(s.names.vnet)', "import * as s from './shared.bicep'", shared)).toBe('hi shop-vnet');
    expect(plainOf('p', "import { maybe } from 'shared.bicep'\nparam p maybe", shared)).toBe(null);
    expect(plainOf('p', "import * as s from 'shared.bicep'\nparam p s.maybe", shared)).toBe(null);
  });

  test('an import from a registry is open', () => {
    expect(plainOf('x', "import { x } from 'br/public:avm/utl/types:1.0.0'")).toEqual({ open: ['x'] });
  });

  test('files are loaded with their positions', () => {
    const more = {
      'config/net.json': '{ "outbound": { "type": "loadBalancer" }, "list": [1, 2] }',
      'config/net.yaml': 'outbound:\n  type: none\n',
      'hello.txt': 'hello',
    };
    const json = valueOf("loadJsonContent('config/net.json').outbound.type", '', more);
    expect(plain(json)).toBe('loadBalancer');
    expect(way(json.origin)[0]!.span.file.path).toBe('config/net.json');
    expect(plainOf("loadJsonContent('config/net.json', '$.list[1]')", '', more)).toBe(2);
    expect(plainOf("loadJsonContent('config/net.json', 'outbound.type')", '', more)).toBe('loadBalancer');
    expect(plainOf("loadYamlContent('config/net.yaml').outbound.type", '', more)).toBe('none');
    expect(plainOf("loadTextContent('hello.txt')", '', more)).toBe('hello');
    expect(plainOf("loadFileAsBase64('hello.txt')", '', more)).toBe('aGVsbG8=');
  });

  test('a file that is missing or out of the tree is a problem', () => {
    const messages = (path: string): readonly string[] =>
      evaluation({
        'a/main.bicep': `output x string = loadTextContent('${path}')\nresource r 'T.R/r@1' = {\n  name: loadTextContent('${path}')\n}`,
      }).problems.map((each) => each.message);
    expect(messages('nope.txt')).toEqual(['a/nope.txt does not exist']);
    expect(messages('../../etc/passwd')).toEqual(['the path of this file is not known, or leads out of the tree']);
  });
});

describe('the way of a value', () => {
  test('leads from the parameter file through modules to the place of effect', () => {
    const files = {
      'main.bicepparam': "using 'main.bicep'\n\nparam exposure = 'private'\n",
      'main.bicep':
        "param exposure string\n\nmodule aks 'modules/aks.bicep' = {\n  name: 'aks'\n  params: {\n    isPrivate: exposure == 'private'\n  }\n}\n",
      'modules/aks.bicep':
        "param isPrivate bool\n\nresource aks 'Microsoft.ContainerService/managedClusters@2024-05-01' = {\n  name: 'aks'\n  properties: {\n    apiServerAccessProfile: {\n      enablePrivateCluster: isPrivate\n    }\n  }\n}\n",
    };
    const [cluster] = resourcesOf(files, 'main.bicepparam');
    const value = lookup(cluster!.body, ['properties', 'apiServerAccessProfile', 'enablePrivateCluster'])!;
    const steps = way(value.origin).map(
      ({ span, name }) => `${span.file.path}:${span.file.position(span.start).line} ${name ?? ''}`,
    );
    expect(plain(value)).toBe(true);
    expect(steps).toEqual([
      'main.bicepparam:3 ',
      'main.bicep:6 param exposure',
      'main.bicep:6 ',
      'modules/aks.bicep:7 param isPrivate',
    ]);
  });
});
