import { plain, resource, wayOf, type Texts } from './support.js';

function way(expression: string, more = '', texts: Texts = {}): string {
  const main = `resource "x" "x" {\n  x = ${expression}\n}\n${more}`;
  return wayOf(resource({ 'main.tf': main, ...texts }, 'x.x').body.entries.get('x')?.value);
}

const exposure = 'variable "exposure" {\n  default = "public"\n}\n';

test.each<[string, string, string, string]>([
  ['a literal', '"a"', '', 'main.tf:2 x'],
  ['a default', 'var.exposure', exposure, 'main.tf:5 var.exposure -> main.tf:2 x'],
  ['a local', 'local.a', 'locals {\n  a = 1\n}\n', 'main.tf:5 local.a -> main.tf:2 x'],
  ['a condition', 'var.exposure == "public" ? "a" : "b"', exposure, 'main.tf:5 var.exposure -> main.tf:2 x'],
  ['a function', 'upper(var.exposure)', exposure, 'main.tf:5 var.exposure -> main.tf:2 x'],
  ['a part of an object', 'local.o.a', 'locals {\n  o = {\n    a = 1\n  }\n}\n', 'main.tf:6 -> main.tf:2 x'],
  [
    'a part of an object that travelled',
    'local.p.a',
    'locals {\n  o = {\n    a = 1\n  }\n  p = local.o\n}\n',
    'main.tf:6 -> main.tf:8 local.p -> main.tf:2 x',
  ],
  ['an attribute of a resource', 'y.y.name', 'resource "y" "y" {\n  name = "n"\n}\n', 'main.tf:5 name -> main.tf:2 x'],
  ['an open attribute', 'y.y.id', 'resource "y" "y" {\n  name = "n"\n}\n', 'main.tf:4 y.y -> main.tf:2 x'],
  [
    'an element of a list',
    '[for v in local.l : v][1]',
    'locals {\n  l = [\n    "a",\n    "b",\n  ]\n}\n',
    'main.tf:7 -> main.tf:2 x',
  ],
  ['a template', '"${var.exposure}-x"', exposure, 'main.tf:5 var.exposure -> main.tf:2 x'],
])('%s', (_, expression, more, wanted) => {
  expect(way(expression, more)).toBe(wanted);
});

test('what a file of the tree holds keeps its place there', () => {
  const texts = { 'c.yaml': 'a:\n  b: private\n', 'c.json': '{\n  "a": "open"\n}\n' };
  expect(way('yamldecode(file("${path.module}/c.yaml")).a.b', '', texts)).toBe('c.yaml:2 -> main.tf:2 x');
  expect(way('jsondecode(file("c.json")).a', '', texts)).toBe('c.json:2 -> main.tf:2 x');
});

test('a template file is read from the tree', () => {
  const main = 'resource "x" "x" {\n  x = templatefile("t.tftpl", { a = ["p", "q"] })\n}\n';
  const { body } = resource({ 'main.tf': main, 't.tftpl': '%{ for x in a ~}\n<${x}>\n%{ endfor ~}\n' }, 'x.x');
  expect(plain(body)).toEqual({ x: '<p>\n<q>\n' });
});

test.each(['/etc/passwd', '../../etc/passwd', '~/.ssh/id_rsa', 'missing.txt'])('%s is not read', (path) => {
  const main = `resource "x" "x" {\n  x = file("${path}")\n}\n`;
  expect(plain(resource({ 'main.tf': main }, 'x.x').body)).toEqual({ x: `?file("${path}")` });
});

test('file sets are those of the tree', () => {
  const main = 'resource "x" "x" {\n  x = fileset(path.module, "c/**/*.{yaml,yml}")\n  y = fileexists("c/a.yaml")\n}\n';
  const texts = { 'main.tf': main, 'c/a.yaml': '', 'c/d/b.yml': '', 'c/x.json': '' };
  expect(plain(resource(texts, 'x.x').body)).toEqual({ x: ['c/a.yaml', 'c/d/b.yml'], y: true });
});
