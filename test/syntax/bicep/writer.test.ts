import { bicepWriter } from '../../../src/syntax/bicep/writer.js';
import type { Edit, Plain } from '../../../src/syntax/edit.js';
import { SourceFile } from '../../../src/syntax/source.js';
import { literal, mapping, through } from '../../../src/syntax/value.js';

function apply(text: string, edit: Edit): string {
  const lines = text.split('\n');
  lines.splice(edit.startLine - 1, edit.endLine - edit.startLine + 1, ...edit.text.split('\n'));
  return lines.join('\n');
}

function containerAt(file: SourceFile, range: string): ReturnType<typeof mapping> {
  const start = file.text.indexOf(range);
  return mapping([], literal({ file, start, end: start + range.length }));
}

/** Sets a path in the object that `range` takes of the text: from the first `{` to the last `}` when not given. */
function set(text: string, path: string[], value: Plain, range?: string): string | undefined {
  const file = new SourceFile('main.bicep', text);
  const taken = range ?? text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
  const edit = bicepWriter.set(containerAt(file, taken), path, value);
  return edit && apply(text, edit);
}

const resource = "resource aks 'Microsoft.ContainerService/managedClusters@2024-05-01' = {\n";

test.each<[string, string, string[], Plain, string]>([
  [
    'replaces a value and keeps the comment',
    `${resource}  properties: {\n    a: false // why\n  }\n}\n`,
    ['properties', 'a'],
    true,
    `${resource}  properties: {\n    a: true // why\n  }\n}\n`,
  ],
  [
    'finds a name in any case and in quotes',
    `${resource}  'Properties': {\n    A: false\n  }\n}\n`,
    ['properties', 'a'],
    true,
    `${resource}  'Properties': {\n    A: true\n  }\n}\n`,
  ],
  [
    'replaces a value of several lines',
    'var a = {\n  b: [\n    1\n    2\n  ]\n  c: 1\n}\n',
    ['b'],
    ['10.0.0.0/8'],
    "var a = {\n  b: [\n    '10.0.0.0/8'\n  ]\n  c: 1\n}\n",
  ],
  ['replaces by nothing', 'var a = {\n  b: [\n    1\n  ]\n}\n', ['b'], [], 'var a = {\n  b: []\n}\n'],
  ['replaces null on the way', 'var a = {\n  b: null\n}\n', ['b', 'c'], 1, 'var a = {\n  b: {\n    c: 1\n  }\n}\n'],
  ['keeps Windows line ends out of the text', 'var a = {\r\n  b: 1\r\n}\r\n', ['b'], 2, 'var a = {\r\n  b: 2\n}\r\n'],
  [
    'adds a property behind the last one, in front of child resources',
    `${resource}  name: 'x'\n\n  resource pool 'agentPools' = {\n    name: 'y'\n  }\n}\n`,
    ['sku'],
    { name: 'Base' },
    `${resource}  name: 'x'\n  sku: {\n    name: 'Base'\n  }\n\n  resource pool 'agentPools' = {\n    name: 'y'\n  }\n}\n`,
  ],
  [
    'makes the objects on the way',
    `${resource}  name: 'x' // so\n}\n`,
    ['properties', 'apiServerAccessProfile', 'enablePrivateCluster'],
    true,
    `${resource}  name: 'x' // so\n  properties: {\n    apiServerAccessProfile: {\n      enablePrivateCluster: true\n    }\n  }\n}\n`,
  ],
  [
    "takes the object's own indentation",
    'var a = {\n    b: {\n        c: 1\n    }\n}\n',
    ['b', 'd'],
    [{ e: 1 }],
    'var a = {\n    b: {\n        c: 1\n        d: [\n            {\n                e: 1\n            }\n        ]\n    }\n}\n',
  ],
  ['indents by tabs', 'var a = {\n\tb: 1\n}\n', ['c', 'd'], 1, 'var a = {\n\tb: 1\n\tc: {\n\t\td: 1\n\t}\n}\n'],
  ['opens an empty object', '  var a = {}\n', ['b'], 1, '  var a = {\n    b: 1\n  }\n'],
  ['fills an empty object of two lines', 'var a = {\n}\n', ['b'], 1, 'var a = {\n  b: 1\n}\n'],
  [
    'adds to an object of one line',
    'var a = { b: 1 } // c\n',
    ['d', 'e'],
    [1],
    'var a = { b: 1, d: { e: [1] } } // c\n',
  ],
  [
    'replaces in an object of one line',
    'var a = { b: { c: 1 } }\n',
    ['b', 'c'],
    ['x'],
    "var a = { b: { c: ['x'] } }\n",
  ],
  ['fills an empty object inside a line', 'var a = f({}, 1)\n', ['b'], true, 'var a = f({ b: true }, 1)\n'],
  ['adds behind a value that closes with its object', 'var a = {\n  b: 1 }\n', ['c'], 2, 'var a = {\n  b: 1, c: 2 }\n'],
  [
    'adds behind a spread, which it wins over',
    'var a = {\n  b: 1\n  ...c\n}\n',
    ['d'],
    2,
    'var a = {\n  b: 1\n  ...c\n  d: 2\n}\n',
  ],
  [
    'escapes strings and quotes names',
    'var a = {\n  b: 1\n}\n',
    ['c-d'],
    "it's ${x} \\ $5\n\u0001",
    "var a = {\n  b: 1\n  'c-d': 'it\\'s \\${x} \\\\ $5\\n\\u{1}'\n}\n",
  ],
  ['writes numbers', 'var a = {\n  b: 1\n}\n', ['b'], -2, 'var a = {\n  b: -2\n}\n'],
  ['writes fractions, which Bicep lacks', 'var a = {\n  b: 1\n}\n', ['b'], 0.5, "var a = {\n  b: json('0.5')\n}\n"],
])('%s', (_, text, path, value, expected) => {
  expect(set(text, path, value)).toBe(expected);
});

test.each<[string, string, string[]]>([
  ['a value on the way is computed', 'var a = {\n  b: c\n}\n', ['b', 'd']],
  ['a value on the way is no object', 'var a = {\n  b: [1]\n}\n', ['b', 'd']],
  ['a spread behind may override it', 'var a = {\n  b: 1\n  ...c\n}\n', ['b']],
  ['a spread may hold what is on the way', 'var a = {\n  ...c\n}\n', ['b', 'd']],
  ['a computed name may be the one', "var a = {\n  '${c}': 1\n}\n", ['b']],
  ['a comment goes on behind the last property', 'var a = {\n  b: 1 /* c\n  d */\n}\n', ['e']],
  ['a comment fills the object', 'var a = { /* c */ }\n', ['e']],
  ['there is no path', 'var a = {}\n', []],
])('no edit when %s', (_, text, path) => {
  expect(set(text, path, 1)).toBeUndefined();
});

describe('the mapping is found', () => {
  const body = "if (on) {\n  name: 'x'\n}";
  const text = `@description('d')\nresource a 'b@c' = ${body}\n`;
  const changed = text.replace("'x'", "'y'");

  test.each([
    ['by the object', "{\n  name: 'x'\n}"],
    ['by its condition', body],
    ['by the resource', `resource a 'b@c' = ${body}`],
    ['by the resource with its decorators', text.trimEnd()],
  ])('%s', (_, range) => {
    expect(set(text, ['name'], 'y', range)).toBe(changed);
  });

  test('in a loop', () => {
    const loop = "[for d in e: {\n  name: 'x'\n}]";
    expect(set(`module a 'b' = ${loop}\n`, ['name'], 'y', loop)).toBe(
      "module a 'b' = [for d in e: {\n  name: 'y'\n}]\n",
    );
  });

  test('where it was copied from', () => {
    const file = new SourceFile('main.bicep', 'var a = {\n  b: 1\n}\nvar c = a\n');
    const use = file.text.lastIndexOf('a');
    const seen = through(containerAt(file, '{\n  b: 1\n}'), { file, start: use, end: use + 1 });
    const edit = bicepWriter.set(seen, ['b'], 2);
    expect(edit && apply(file.text, edit)).toBe('var a = {\n  b: 2\n}\nvar c = a\n');
  });

  test('and not where it was computed', () => {
    expect(set('var a = union({ b: 1 }, c)\n', ['b'], 2, 'union({ b: 1 }, c)')).toBeUndefined();
  });

  test('and not in another language', () => {
    const file = new SourceFile('main.json', '{ "a": 1 }');
    expect(bicepWriter.set(containerAt(file, '{ "a": 1 }'), ['a'], 2)).toBeUndefined();
    expect(bicepWriter.replace?.({ file, start: 7, end: 8 }, 2)).toBeUndefined();
  });
});

describe('a literal is replaced', () => {
  function replace(text: string, old: string, value: Plain, path = 'main.bicep'): string | undefined {
    const file = new SourceFile(path, text);
    const start = text.indexOf(old);
    const edit = bicepWriter.replace?.({ file, start, end: start + old.length }, value);
    return edit && apply(text, edit);
  }

  test.each<[string, string, Plain, string]>([
    ['param a bool = false // b', 'false', true, 'param a bool = true // b'],
    ["var a = b ? 'x' : 'y'", "'y'", 'z', "var a = b ? 'x' : 'z'"],
    ['var a = -1', '-1', 2, 'var a = 2'],
    ['var a = null', 'null', ['b'], "var a = ['b']"],
  ])('%s', (text, old, value, expected) => {
    expect(replace(text, old, value)).toBe(expected);
    expect(replace(text, old, value, 'main.bicepparam')).toBe(expected);
  });

  test.each([
    ['a name', 'var a = b', 'b'],
    ['a part of a literal', 'var a = 10', '1'],
    ['a string with holes', "var a = 'b${c}'", "'b${c}'"],
    ['a list', 'var a = []', '[]'],
    ['a string of several lines', "var a = '''\nb\n'''", "'''\nb\n'''"],
    ['the start of a longer expression', 'var a = 1 + 2', '1'],
  ])('but not %s', (_, text, old) => {
    expect(replace(text, old, 'x')).toBeUndefined();
  });
});
