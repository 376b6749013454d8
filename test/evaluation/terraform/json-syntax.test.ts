/** `.tf.json`: the same configurations as in Terraform's own syntax, with places in the JSON file. */
import { parseJsonConfiguration } from '../../../src/evaluation/terraform/json-syntax.js';
import { locate, SourceFile } from '../../../src/syntax/source.js';
import { way } from '../../../src/syntax/value.js';
import type { Plain } from '../../../src/syntax/edit.js';
import { plainOf } from '../../../src/evaluation/terraform/plain.js';
import { evaluate, resource, type Texts } from './support.js';

const json = (value: unknown): string => JSON.stringify(value, null, 2);

function body(texts: Texts, address = 'x.x'): Plain {
  return plainOf(resource(texts, address).body);
}

describe('values', () => {
  const x = (argument: unknown, rest: object = {}): Texts => ({
    'main.tf.json': json({ resource: { x: { x: { a: argument } } }, ...rest }),
  });

  test.each<[string, Texts, Plain]>([
    ['text', x('plain'), 'plain'],
    ['a number, a switch, null, a list', x([1, true, null, 'b']), [1, true, null, 'b']],
    ['an interpolation alone keeps its type', x('${1 + 1}'), 2],
    ['a template', x('a-${upper("b")}-c'), 'a-B-c'],
    ['an escaped interpolation', x('$${a}'), '${a}'],
    ['escapes of JSON are no escapes of templates', x('a\\n\n${"b"}'), 'a\\n\nb'],
    ['an object with a computed key', x({ 'k${1}': '${[for v in ["p"] : v]}' }), { k1: ['p'] }],
    ['a local', x('${local.l.m}', { locals: { l: { m: '${local.n}' }, n: 3 } }), 3],
    [
      'a variable with a type and a default, which is no template',
      x('${var.v}', { variable: { v: { type: 'list(string)', default: ['${n}', 1] } } }),
      ['${n}', '1'],
    ],
    ['comments', x('a', { '//': 'a comment' }), 'a'],
  ])('%s', (_, texts, wanted) => {
    expect(evaluate(texts).problems).toEqual([]);
    expect(body(texts)).toEqual({ a: wanted });
  });
});

test('both syntaxes make one configuration', () => {
  const texts = {
    'main.tf.json': json({ module: { m: [{ source: './m', name: '${var.name}' }] } }),
    'variables.tf': 'variable "name" {\n  default = "n"\n}\n',
    'm/main.tf.json': json({ variable: [{ name: {} }], resource: [{ x: { x: { a: '${var.name}' } } }] }),
  };
  expect(evaluate(texts).problems).toEqual([]);
  expect(body(texts, 'module.m.x.x')).toEqual({ a: 'n' });
});

test('repetition, dynamic blocks, overrides, lifecycles and moves', () => {
  const texts = {
    'main.tf.json': json({
      moved: [{ from: 'x.old', to: 'x.x["a"]' }],
      resource: {
        x: {
          x: {
            for_each: { a: 1 },
            a: '${each.key}',
            dynamic: { b: [{ for_each: ['p', 'q'], content: { c: '${b.value}' } }] },
            lifecycle: { ignore_changes: ['a'], prevent_destroy: true },
          },
        },
      },
    }),
    'main_override.tf.json': json({ resource: { x: { x: { d: 'overridden' } } } }),
  };
  const { resources, problems, moves } = evaluate(texts);
  expect(problems).toEqual([]);
  expect(moves).toEqual([{ from: 'x.old', to: 'x.x["a"]' }]);
  const [one] = resources;
  expect(one?.address).toBe('x.x["a"]');
  expect(one && plainOf(one.body)).toEqual({ a: 'a', b: [{ c: 'p' }, { c: 'q' }], d: 'overridden' });
  expect(one?.lifecycle).toMatchObject({ ignored: ['a'], isKept: true, createsFirst: false });
});

test('places are those of the JSON file', () => {
  const texts = {
    'main.tf.json': json({ locals: { l: true }, resource: { x: { x: { a: '${local.l ? "y" : "n"}' } } } }),
  };
  const { body: made, heading } = resource(texts, 'x.x');
  const value = made.entries.get('a')?.value;
  const steps = value && way(value.origin).map(({ span, name }) => `${String(locate(span).startLine)} ${name ?? ''}`);
  expect(steps).toEqual(['3 local.l', '8 a']);
  expect(locate(heading).startLine).toBe(7);
});

test.each<[string, string, string]>([
  ['no JSON', '{ "resource": ', "main.tf.json:1 JSON can't be read: expected a value, found the end of the file"],
  ['a broken template', json({ resource: { x: { x: { a: '${(}' } } } }), 'main.tf.json:5 '],
  ['a reference to nothing', json({ resource: { x: { x: { a: '${local.l}' } } } }), 'main.tf.json:5 '],
])('%s is a problem with its line', (_, text, wanted) => {
  const files: Texts = { 'main.tf.json': text };
  const problems = [...evaluate(files).problems, ...parseProblems(text)];
  expect(problems.map(({ path, line, message }) => `${path}:${String(line)} ${message}`)[0]).toContain(wanted);
});

function parseProblems(text: string) {
  return parseJsonConfiguration(new SourceFile('main.tf.json', text)).problems;
}

test('deep nesting ends in a problem', () => {
  const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
  expect(parseProblems(`{ "locals": { "a": ${deep} } }`)).toHaveLength(1);
  expect(parseProblems(json({ locals: { a: `\${${'('.repeat(5000)}1${')'.repeat(5000)}}` } }))).toHaveLength(1);
});
