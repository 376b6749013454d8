import { evaluate, messages, plain, resource, type Texts } from './support.js';

function given(declaration: string, texts: Texts = {}): unknown {
  const main = `variable "v" {\n${declaration}\n}\nresource "x" "x" {\n  x = var.v\n}\n`;
  return plain(resource({ 'main.tf': main, ...texts }, 'x.x').body.entries.get('x')?.value);
}

describe('the value of a variable', () => {
  test.each<[string, string, Texts, unknown]>([
    ['its default', 'default = "d"', {}, 'd'],
    ['none', 'type = string', {}, '?var.v'],
    ['terraform.tfvars', 'default = "d"', { 'terraform.tfvars': 'v = "t"' }, 't'],
    [
      'the last automatic file',
      '',
      { 'b.auto.tfvars': 'v = 2', 'a.auto.tfvars': 'v = 1', 'terraform.tfvars': 'v = 0' },
      2,
    ],
    ['a file that is asked for', '', { 'terraform.tfvars': 'v = 0', 'dev.tfvars': 'v = 9' }, 9],
    ['JSON', '', { 'terraform.tfvars.json': '{ "v": { "a": [1] } }' }, { a: [1] }],
    ['JSON behind the native file', '', { 'terraform.tfvars.json': '{"v": 2}', 'terraform.tfvars': 'v = 1' }, 2],
    ['null when that is given', 'default = "d"', { 'terraform.tfvars': 'v = null' }, null],
    [
      'the default for a null that is not allowed',
      'default = "d"\nnullable = false',
      { 'terraform.tfvars': 'v = null' },
      'd',
    ],
    ['a legacy quoted type', 'type = "string"\ndefault = 1', {}, '1'],
    ['sensitive ones as any other', 'default = "s"\nsensitive = true', {}, 's'],
  ])('%s', (_, declaration, texts, wanted) => {
    expect(given(declaration, texts)).toEqual(wanted);
  });
});

describe('types', () => {
  test.each<[string, string, unknown]>([
    ['string', '1.50', '1.5'],
    ['string', 'true', 'true'],
    ['bool', '"true"', true],
    ['number', '"4.50"', 4.5],
    ['any', '[1, "a"]', [1, 'a']],
    ['list(string)', '[1, true]', ['1', 'true']],
    ['list(any)', '[1, "a"]', ['1', 'a']],
    ['set(string)', '["b", "a", "b"]', ['a', 'b']],
    ['map(number)', '{ a = "1" }', { a: 1 }],
    ['tuple([string, number])', '[1, "2"]', ['1', 2]],
    ['object({ a = string })', '{ a = 1, extra = 2 }', { a: '1' }],
    ['object({ a = optional(string) })', '{}', { a: null }],
    ['object({ a = optional(number, 3) })', '{}', { a: 3 }],
    ['object({ a = optional(number, 3) })', '{ a = null }', { a: 3 }],
    ['object({ a = optional(object({ b = optional(bool, true) }), {}) })', '{}', { a: { b: true } }],
    ['map(object({ z = optional(list(string), ["1"]) }))', '{ p = {} }', { p: { z: ['1'] } }],
  ])('%s from %s', (type, value, wanted) => {
    expect(given(`type = ${type}`, { 'terraform.tfvars': `v = ${value}` })).toEqual(wanted);
  });

  test.each([
    ['number', '"x"'],
    ['bool', '[]'],
    ['list(string)', '"x"'],
    ['map(string)', '["x"]'],
    ['object({ a = string })', '{}'],
  ])('%s from %s is a problem', (type, value) => {
    const main = `variable "v" {\n  type = ${type}\n}\nresource "x" "x" {\n  x = var.v\n}\n`;
    const evaluation = evaluate({ 'main.tf': main, 'terraform.tfvars': `v = ${value}` });
    expect(messages(evaluation)).toEqual([expect.stringMatching(/^main\.tf:1 var\.v could not be evaluated: /)]);
    expect(plain(evaluation.resources[0]?.body.entries.get('x')?.value)).toBe('?var.v');
  });
});

test('a variable that is not declared is a problem', () => {
  const evaluation = evaluate({ 'main.tf': 'resource "x" "x" {\n  x = var.nope\n}\n' });
  expect(messages(evaluation)).toEqual(['main.tf:2 x could not be evaluated: var.nope is not declared']);
});

test('a file that has not been brought yet leaves its values open, without a problem', () => {
  const texts = { 'main.tf': 'resource "x" "x" {\n  x = var.v\n}\n', 'variables.tf': 'variable "v" {}' };
  const evaluation = evaluate(texts, undefined, ['variables.tf']);
  expect(evaluation.problems).toEqual([]);
  expect(plain(evaluation.resources[0]?.body.entries.get('x')?.value)).toBe('?var.v');
  expect([...evaluation.files]).toContain('variables.tf');
});
