import { parse, programShape } from './shape.js';

describe('what is declared', () => {
  test.each([
    ["targetScope = 'subscription'", 'targetScope "subscription"'],
    ["metadata name = 'x'", 'metadata name = "x"'],
    ['param a string', 'param a: string'],
    ["param a string = 'b'", 'param a: string = "b"'],
    ['param a { b: string }[] = []', 'param a: ({b: string}[]) = []'],
    ["param a 'x' | 'y' = 'x'", 'param a: ("x" | "y") = "x"'],
    ["param a resource 'b@c'", 'param a: resource "b@c"'],
    ["param a resourceInput<'b@c'>.properties = {}", 'param a: (resourceInput<"b@c">.properties) = {}'],
    ['@secure()\nparam a string?', '@secure() param a: (string?)'],
    [
      "@sys.description('d')\n@allowed([\n  'x'\n  'y'\n])\n// why\n\nparam a string",
      '@sys.description("d") @allowed(["x", "y"]) param a: string',
    ],
    ['var a = 1', 'var a = 1'],
    ['var a int[] = [1]', 'var a: (int[]) = [1]'],
    ['@export()\nvar a = b ? 1 : 2', '@export() var a = (b ? 1 : 2)'],
    ['output a string = b.id', 'output a: string = (b.id)'],
    ['output a resource = b', 'output a: resource any = b'],
    ["@export()\n@discriminator('k')\ntype a = b | c", '@export() @discriminator("k") type a = (b | c)'],
    ['func f(a string, b int?) string => c(a, b)', 'func f(a: string, b: (int?)): string => c(a, b)'],
    ['func f() { a: int } =>\n  { a: 1 }', 'func f(): {a: int} => {a: 1}'],
    ['assert a = b == 1', 'assert a = (b == 1)'],
    ["test a 'b.bicep' = {\n  params: {}\n}", 'test a "b.bicep" = {params: {}}'],
  ])('%s', (text, expected) => {
    expect(programShape(text)).toBe(expected);
  });
});

describe('what is deployed', () => {
  test.each([
    ["resource a 'b@c' = {\n  name: 'd'\n}", 'resource a "b@c" = {name: "d"}'],
    ["resource a 'b@c' existing = {\n  name: 'd'\n}", 'existing resource a "b@c" = {name: "d"}'],
    ["resource a 'b@c' = if (d && e) {\n}", 'resource a "b@c" = if (d && e) {}'],
    ["resource a 'b@c' =\n  if (\n    d\n  ) {\n}", 'resource a "b@c" = if d {}'],
    ["resource a 'b@c' = [for d in e: {\n  name: d\n}]", 'resource a "b@c" = [for d in e: {name: d}]'],
    [
      "@batchSize(1)\nresource a 'b@c' = [for (d, i) in range(0, 3): if (i > 0) {\n  name: d\n}]",
      '@batchSize(1) resource a "b@c" = [for (d, i) in range(0, 3): if (i > 0) {name: d}]',
    ],
    ["resource a '${b}@c' = {}", 'resource a <"" b "@c"> = {}'],
    [
      "resource a 'b@c' = {\n  resource: 1\n  @description('x')\n  resource d 'e' existing = {\n    resource f 'g' = if (h) {}\n  }\n}",
      'resource a "b@c" = {resource: 1, @description("x") existing resource d "e" = {resource f "g" = if h {}}}',
    ],
    ["module a './b.bicep' = {\n  params: { c: 1 }\n}", 'module a "./b.bicep" = {params: {c: 1}}'],
    ["module a 'br/public:avm/res/x:0.1.0' = if (b) {}", 'module a "br/public:avm/res/x:0.1.0" = if b {}'],
    ["module a 'ts:s/g/n:v1' = [for b in c: {}]", 'module a "ts:s/g/n:v1" = [for b in c: {}]'],
    ["module a 'br:x.azurecr.io/b:v1' = {}", 'module a "br:x.azurecr.io/b:v1" = {}'],
  ])('%s', (text, expected) => {
    expect(programShape(text)).toBe(expected);
  });
});

describe('what ties files together', () => {
  test.each([
    ["import { a, b as c } from './d.bicep'", 'import a, b as c from "./d.bicep"'],
    ["import {\n  a\n  b as c\n} from 'br/x:y:z'", 'import a, b as c from "br/x:y:z"'],
    ["import { 'a-b' as c } from './d.json'", 'import "a-b" as c from "./d.json"'],
    ["import * as x from './d.bicep'", 'import * as x from "./d.bicep"'],
    ['extension microsoftGraphV1', 'extension microsoftGraphV1'],
    ['extension kubernetes as k', 'extension kubernetes as k'],
    ["extension 'br:x/y:1' with {\n  kubeConfig: a\n} as k8s", 'extension "br:x/y:1" with {kubeConfig: a} as k8s'],
    ["provider 'kubernetes@1.0.0' with {} as k", 'extension "kubernetes@1.0.0" with {} as k'],
    ["import 'kubernetes@1.0.0' with {} as k", 'extension "kubernetes@1.0.0" with {} as k'],
  ])('%s', (text, expected) => {
    expect(programShape(text)).toBe(expected);
  });
});

describe('parameter files', () => {
  test.each([
    ["using './main.bicep'", 'using "./main.bicep"'],
    ['using none', 'using none'],
    ["using 'br/a:b:c' with {\n  mode: 'stack'\n}", 'using "br/a:b:c" with {mode: "stack"}'],
    ["extends './base.bicepparam'", 'extends "./base.bicepparam"'],
    ["param a = readEnvironmentVariable('B', 'c')", 'param-assignment a = readEnvironmentVariable("B", "c")'],
    ['param a = {\n  ...base.a\n  b: 1\n}', 'param-assignment a = {...(base.a), b: 1}'],
    ['param string = 1', 'param-assignment string = 1'],
    ['var a = 1', 'var a = 1'],
    ["import { a } from 'b.bicep'", 'import a from "b.bicep"'],
    ['extensionConfig k8s with {\n  namespace: a\n}', 'extensionConfig k8s with {namespace: a}'],
  ])('%s', (text, expected) => {
    expect(programShape(text, 'main.bicepparam')).toBe(expected);
    expect(programShape(text, 'infra/MAIN.BICEPPARAM')).toBe(expected);
  });

  test('a .bicep file declares its parameters', () => {
    expect(parse('param a = 1').problems).toEqual([
      { path: 'main.bicep', line: 1, message: 'param a could not be read: expected a type, found "="' },
    ]);
  });
});

test('words are keywords only where they are one', () => {
  const text = [
    'param param string',
    'var var = resource.type',
    "resource resource 'a@b' = if (if) {",
    '  module: for',
    '}',
    'output output object = { type: type, in: in, existing: existing }',
    'type type = resource',
    'func func(import string) output => using',
    'var existing = [for for in in: if]',
  ].join('\n');
  expect(programShape(text)).toBe(
    [
      'param param: string',
      'var var = (resource.type)',
      'resource resource "a@b" = if if {module: for}',
      'output output: object = {type: type, in: in, existing: existing}',
      'type type = resource',
      'func func(import: string): output => using',
      'var existing = [for for in in: if]',
    ].join('\n'),
  );
});

test('directives may stand on a line of their own anywhere', () => {
  const text = [
    '#disable-diagnostics BCP334',
    '@secure()',
    '#disable-next-line secure-secrets-in-params // a comment',
    'param a string',
    "resource b 'c@d' = {",
    '  #disable-next-line no-hardcoded-location BCP035',
    "  location: 'x'",
    '}',
    '#restore-diagnostics BCP334',
  ].join('\r\n');
  const { result, problems } = parse(text);
  expect(problems).toEqual([]);
  expect(result.directives.map(({ start, end }) => text.slice(start, end).trim())).toEqual([
    '#disable-diagnostics BCP334',
    '#disable-next-line secure-secrets-in-params',
    '#disable-next-line no-hardcoded-location BCP035',
    '#restore-diagnostics BCP334',
  ]);
  expect(result.comments.map(({ start, end }) => text.slice(start, end))).toEqual(['// a comment']);
});

test('a declaration starts at its first decorator', () => {
  const text = "\n@secure()\n@description('d')\nparam a string // c\n";
  const [declaration] = parse(text).result.declarations;
  expect(text.slice(declaration?.start, declaration?.end)).toBe("@secure()\n@description('d')\nparam a string");
});

test.each(['', '\n', '// only a comment', ' \t\r\n', '/* a */'])('%j holds nothing', (text) => {
  const { result, problems } = parse(text);
  expect(problems).toEqual([]);
  expect(result.declarations).toEqual([]);
});
