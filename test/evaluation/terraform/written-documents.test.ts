/** JSON that is written as text is a document with places, whatever it is written in. */
import { locate } from '../../../src/syntax/source.js';
import { lookup, way, type Value } from '../../../src/syntax/value.js';
import { plainOf } from '../../../src/evaluation/terraform/plain.js';
import { resource, type Texts } from './support.js';

function bodyOf(text: string, rest: Texts = {}): Value | undefined {
  const main = `resource "azapi_resource" "x" {\n  type = "t@v"\n  body = ${text}\n}\nvariable "open" {}\nlocals {\n  name = "aks"\n  on   = true\n}\n`;
  return resource({ 'main.tf': main, ...rest }, 'azapi_resource.x').body.entries.get('body')?.value;
}

const steps = (value: Value | undefined): string[] | undefined =>
  value &&
  way(value.origin).map(
    ({ span }) => `${span.file.path}:${String(locate(span).startLine)}:${String(locate(span).startColumn)}`,
  );

test('a heredoc, with places on its lines', () => {
  const body = bodyOf('<<-JSON\n    {\n      "a": { "b": [true] }\n    }\n  JSON');
  expect(body && plainOf(body)).toEqual({ a: { b: [true] } });
  const list = lookup(body, ['a', 'b']);
  expect(steps(list?.kind === 'list' ? list.items[0] : undefined)).toEqual(['main.tf:5:20']);
});

test('interpolations are the values that they put in, in quotes and outside', () => {
  const body = bodyOf(
    '<<JSON\n{\n  "on": ${local.on},\n  "name": "${local.name}-${local.name}",\n  "open": ${var.open},\n  "text": "x-${var.open}",\n  "list": ${jsonencode([local.name, var.open])}\n}\nJSON',
  );
  expect(lookup(body, ['on'])).toMatchObject({ kind: 'scalar', value: true });
  expect(steps(lookup(body, ['on']))).toEqual(['main.tf:16:10', 'main.tf:5:11', 'main.tf:5:9']);
  expect(lookup(body, ['name'])).toMatchObject({ kind: 'scalar', value: 'aks-aks' });
  expect(lookup(body, ['open'])).toMatchObject({ kind: 'undetermined', waitsFor: ['var.open'] });
  expect(lookup(body, ['text'])).toMatchObject({ kind: 'undetermined', parts: ['x-', null, ''] });
  const list = lookup(body, ['list']);
  expect(list?.kind === 'list' && list.items.map(({ kind }) => kind)).toEqual(['scalar', 'undetermined']);
});

test('a file, and a template file with values', () => {
  const file = bodyOf('file("b.json")', { 'b.json': '{\n  "a": 1\n}\n' });
  expect(steps(lookup(file, ['a']))?.[0]).toBe('b.json:2:8');
  const template = bodyOf('templatefile("b.tftpl", { a = local.on })', { 'b.tftpl': '{\n  "a": ${a}\n}\n' });
  expect(lookup(template, ['a'])).toMatchObject({ value: true });
  expect(steps(lookup(template, ['a']))?.[0]).toBe('main.tf:8:10');
});

test.each<[string, string]>([
  ['no object', '"[1]"'],
  ['broken JSON', '<<JSON\n{ "a": \nJSON'],
  ['broken by a value', '<<JSON\n{ "a": ${local.name}x }\nJSON'],
  ['made by directives', '<<JSON\n{ "a": [%{ for x in [1, 2] }${x},%{ endfor }0] ${local.nothing} }\nJSON'],
])('%s is no document', (_, text) => {
  expect(bodyOf(text)?.kind).not.toBe('map');
});

test('what directives make of known values is one', () => {
  const body = bodyOf('<<JSON\n{ "a": [%{ for x in [1, 2] }${x},%{ endfor }0] }\nJSON');
  expect(body && plainOf(body)).toEqual({ a: [1, 2, 0] });
});

test('a text in place of a value is left open', () => {
  expect(lookup(bodyOf('<<JSON\n{ "a": ${local.name} }\nJSON'), ['a'])?.kind).toBe('undetermined');
});
