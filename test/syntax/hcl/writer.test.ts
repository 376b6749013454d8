import type { Edit, Plain } from '../../../src/syntax/edit.js';
import { SourceFile } from '../../../src/syntax/source.js';
import { literal, mapping, through } from '../../../src/syntax/value.js';
import { hclWriter } from '../../../src/syntax/hcl/writer.js';

function apply(text: string, edit: Edit): string {
  const lines = text.split('\n');
  lines.splice(edit.startLine - 1, edit.endLine - edit.startLine + 1, ...edit.text.split('\n'));
  return lines.join('\n');
}

/** Sets a path below what `range` takes of the text; the whole text without its last line break when not given. */
function set(text: string, path: string[], value: Plain, range = text.trimEnd()): string | undefined {
  const file = new SourceFile('main.tf', text);
  const start = text.indexOf(range);
  const container = mapping([], literal({ file, start, end: start + range.length }));
  const edit = hclWriter.set(container, path, value);
  return edit && apply(text, edit);
}

test.each<[string, string, string[], Plain, string]>([
  [
    'replaces a value and keeps the comment',
    'resource "t" "n" {\n  private = false # why\n}\n',
    ['private'],
    true,
    'resource "t" "n" {\n  private = true # why\n}\n',
  ],
  [
    'replaces a value of several lines',
    'resource "t" "n" {\n  ranges = [\n    "0.0.0.0/0",\n  ]\n  b = 1\n}\n',
    ['ranges'],
    ['10.0.0.0/8', '192.168.0.0/16'],
    'resource "t" "n" {\n  ranges = ["10.0.0.0/8", "192.168.0.0/16"]\n  b = 1\n}\n',
  ],
  [
    'adds an argument before the blocks, aligned with its neighbours',
    'resource "t" "n" {\n  name     = "x"\n  location = "y"\n\n  identity {\n    type = "z"\n  }\n}\n',
    ['zones'],
    null,
    'resource "t" "n" {\n  name     = "x"\n  location = "y"\n  zones    = null\n\n  identity {\n    type = "z"\n  }\n}\n',
  ],
  [
    'starts a group of its own for a longer name',
    'resource "t" "n" {\n    name = "x"\n}\n',
    ['private_cluster_enabled'],
    true,
    'resource "t" "n" {\n    name = "x"\n\n    private_cluster_enabled = true\n}\n',
  ],
  [
    'adds an argument to a block that holds blocks only',
    'resource "t" "n" {\n  a {\n  }\n}\n',
    ['b'],
    'x',
    'resource "t" "n" {\n  b = "x"\n  a {\n  }\n}\n',
  ],
  ['opens an empty block', 'resource "t" "n" {}\n', ['a'], 1, 'resource "t" "n" {\n  a = 1\n}\n'],
  [
    'opens a block of one line',
    'resource "t" "n" {\n  pool { name = "x" }\n}\n',
    ['pool', 'public'],
    false,
    'resource "t" "n" {\n  pool {\n    name = "x"\n    public = false\n  }\n}\n',
  ],
  [
    'sets an argument of a nested block',
    'resource "t" "n" {\n  network_profile {\n    outbound_type = "loadBalancer"\n  }\n}\n',
    ['network_profile', 'outbound_type'],
    'userDefinedRouting',
    'resource "t" "n" {\n  network_profile {\n    outbound_type = "userDefinedRouting"\n  }\n}\n',
  ],
  [
    'makes the block that is missing',
    'resource "t" "n" {\n  name = "x"\n}\n',
    ['api_server_access_profile', 'authorized_ip_ranges'],
    ['10.0.0.1/32'],
    'resource "t" "n" {\n  name = "x"\n\n  api_server_access_profile {\n    authorized_ip_ranges = ["10.0.0.1/32"]\n  }\n}\n',
  ],
  [
    'sets in the content of a dynamic block',
    'resource "t" "n" {\n  dynamic "net" {\n    for_each = [1]\n    content {\n      a = 1\n    }\n  }\n}\n',
    ['net', 'a'],
    2,
    'resource "t" "n" {\n  dynamic "net" {\n    for_each = [1]\n    content {\n      a = 2\n    }\n  }\n}\n',
  ],
  [
    'sets in an object',
    'resource "t" "n" {\n  body = {\n    properties = {\n      private = false\n    }\n  }\n}\n',
    ['body', 'properties', 'private'],
    true,
    'resource "t" "n" {\n  body = {\n    properties = {\n      private = true\n    }\n  }\n}\n',
  ],
  [
    'adds to an object inside jsonencode, with what is missing on the way',
    'resource "t" "n" {\n  body = jsonencode({\n    properties = {\n      "kind" : "x"\n    }\n  })\n}\n',
    ['body', 'properties', 'api', 'private'],
    true,
    'resource "t" "n" {\n  body = jsonencode({\n    properties = {\n      "kind" : "x"\n      "api": {\n        private = true\n      }\n    }\n  })\n}\n',
  ],
  [
    'adds to an object of one line',
    'resource "t" "n" {\n  tags = { a = 1 }\n}\n',
    ['tags', 'b-c d'],
    '${x} "y"\n%{z}',
    'resource "t" "n" {\n  tags = { a = 1, "b-c d" = "$${x} \\"y\\"\\n%%{z}" }\n}\n',
  ],
  [
    'adds to an empty object',
    'resource "t" "n" {\n  tags = {}\n}\n',
    ['tags', 'b'],
    { c: [true] },
    'resource "t" "n" {\n  tags = { b = { c = [true] } }\n}\n',
  ],
])('%s', (_, text, path, value, wanted) => {
  expect(set(text, path, value)).toBe(wanted);
});

test('a nested block can be the container itself', () => {
  const text = 'resource "t" "n" {\n  net {\n    a = 1\n  }\n}\n';
  expect(set(text, ['a'], 2, 'net {\n    a = 1\n  }')).toBe(text.replace('1', '2'));
});

test('an object that travelled is changed where it stands', () => {
  const use = new SourceFile('main.tf', 'x = var.net\n');
  const text = 'net = {\n  outbound = "a"\n}\n';
  const file = new SourceFile('terraform.tfvars', text);
  const object = mapping([], literal({ file, start: 6, end: text.length - 1 }));
  const edit = hclWriter.set(through(object, { file: use, start: 4, end: 11 }), ['outbound'], 'b');
  expect(edit).toEqual({ path: 'terraform.tfvars', startLine: 2, endLine: 2, text: '  outbound = "b"' });
});

test.each<[string, string, string[]]>([
  ['a block that is there twice', 'r "t" "n" {\n  a {\n  }\n  a {\n  }\n}\n', ['a', 'b']],
  ['an argument that refers to something', 'r "t" "n" {\n  a = var.a\n}\n', ['a', 'b']],
  ['an object with computed keys', 'r "t" "n" {\n  a = { (b) = 1 }\n}\n', ['a', 'b']],
  ['an empty path', 'r "t" "n" {\n}\n', []],
])('no edit for %s', (_, text, path) => {
  expect(set(text, path, 1)).toBeUndefined();
});

test('no edit for a mapping that was computed', () => {
  const file = new SourceFile('main.tf', 'a = merge({}, {})\n');
  const part = (start: number) => literal({ file, start, end: start + 2 });
  const computed = mapping([], { span: { file, start: 4, end: 17 }, from: [part(10), part(14)] });
  expect(hclWriter.set(computed, ['b'], 1)).toBeUndefined();
});

test.each<[string, string, Plain, string | undefined]>([
  ['private = false # why', 'false', true, 'private = true # why'],
  ['type = "loadBalancer"', '"loadBalancer"', 'none', 'type = "none"'],
  ['type = null', 'null', '${x}', 'type = "$${x}"'],
  ['type = "${var.x}"', '"${var.x}"', 'none', undefined],
  ['type = var.x', 'var.x', 'none', undefined],
])('replaces in %s the literal %s by %j: %s', (text, literal, value, expected) => {
  const file = new SourceFile('terraform.tfvars', text);
  const start = text.indexOf(literal);
  expect(hclWriter.replace?.({ file, start, end: start + literal.length }, value)?.text).toBe(expected);
});
