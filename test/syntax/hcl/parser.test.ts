import { parseHcl, parseHclExpression, parseHclTemplate } from '../../../src/syntax/hcl/parser.js';
import { SourceFile } from '../../../src/syntax/source.js';
import { read, shape } from './shape.js';

describe('structure', () => {
  test('attributes and blocks with quoted and unquoted labels', () => {
    const { outline, problems } = read(`
# comment
resource "azurerm_kubernetes_cluster" aks {
  name = "aks" // trailing
  /* several
     lines */
  identity { type = "SystemAssigned" }
  empty {}
}
variable location {}
`);
    expect(problems).toEqual([]);
    expect(outline).toEqual([
      'resource.azurerm_kubernetes_cluster.aks {name = "aks"; identity {type = "SystemAssigned"}; empty {}}',
      'variable.location {}',
    ]);
  });

  test('byte order mark, Windows line ends and no final line break', () => {
    const { outline, problems } = read('\uFEFFa = 1\r\nb = [\r\n  2,\r\n]\r\nc {\r\n  d = 3\r\n}');
    expect(problems).toEqual([]);
    expect(outline).toEqual(['a = 1', 'b = [2]', 'c {d = 3}']);
  });

  test('every node knows its range', () => {
    const text = 'resource "t" "n" {\n  a = (b)\n}\n';
    const { body } = read(text);
    const block = body.blocks[0]!;
    const attribute = block.body.attributes[0]!;
    expect(text.slice(block.start, block.end)).toBe(text.trimEnd());
    expect(text.slice(block.start, block.headingEnd)).toBe('resource "t" "n"');
    expect(text.slice(block.labels[1]!.start, block.labels[1]!.end)).toBe('"n"');
    expect(text.slice(attribute.start, attribute.end)).toBe('a = (b)');
    expect(text.slice(attribute.expression.start, attribute.expression.end)).toBe('(b)');
  });

  test('an expression alone', () => {
    expect(shape(parseHclExpression(new SourceFile('x', 'list(string)\n')).result!)).toBe('list(string)');
    expect(parseHclExpression(new SourceFile('x', 'a b')).problems).toHaveLength(1);
  });

  test('a template file', () => {
    const { result } = parseHclTemplate(new SourceFile('x', 'a "${b}"\n%{ if c ~}\nd\n%{ endif ~}\n'));
    expect(shape(result!)).toBe('`a "${b}"\n%{if c}d\n%{else}%{end}`');
  });
});

describe('what is broken loses only itself', () => {
  test.each<[string, string, string[], [number, string][]]>([
    [
      'several arguments in a one-line block',
      'pool { a = 1, b = 2 }\nx = 1\n',
      ['pool {a = 1; b = 2}', 'x = 1'],
      [[1, 'each argument and block needs a line of its own']],
    ],
    [
      'the same without commas',
      'pool { a = 1 b = 2 c = 3 }\n',
      ['pool {a = 1; b = 2; c = 3}'],
      [[1, 'each argument and block needs a line of its own']],
    ],
    [
      'an argument without value',
      'b {\n  a =\n  c = 2\n}\n',
      ['b {c = 2}'],
      [[2, 'expected an expression, found the end of the line']],
    ],
    [
      'a list with a fault on its second line',
      'a = [\n  1,\n  = 2,\n]\nb = 1\n',
      ['b = 1'],
      [[3, 'expected an expression, found "="']],
    ],
    ['a string that is not closed', 'a = "x\nb = 1\n', ['b = 1'], [[1, 'a string is not closed']]],
    ['words behind a value', 'a = b c\nd = 1\n', ['d = 1'], [[1, 'expected a new line, found "c"']]],
    [
      'a bracket that is not closed',
      'resource "a" "b" {\n  x = f(1\n}\n\nresource "c" "d" {\n  y = 1\n}\n',
      ['resource.a.b {}', 'resource.c.d {y = 1}'],
      [[3, 'expected ")" or "," after an argument, found "}"']],
    ],
    [
      'a block that is not closed',
      'resource "a" "b" {\n  x = 1\n\nresource "c" "d" {\n  y = 1\n}\n',
      ['resource.a.b {x = 1}', 'resource.c.d {y = 1}'],
      [[1, 'the block "resource "a" "b"" is not closed']],
    ],
    ['a brace too many', 'a = 1\n}\nb = 2\n', ['a = 1', 'b = 2'], [[2, 'a "}" has no beginning']]],
    [
      'a heredoc that is not closed',
      'a = <<EOT\nx\nvariable "v" {}\n',
      ['variable.v {}'],
      [[1, 'the heredoc "EOT" is not closed']],
    ],
    ['a comment that is not closed', 'a = 1\n/* b\nc = 2\n', ['a = 1'], [[2, 'a comment is not closed']]],
    ['a quoted argument name', '"a" = 1\n', ['a = 1'], [[1, 'the argument name "a" must not be quoted']]],
    ['an argument that comes twice', 'a = 1\na = 2\n', ['a = 1', 'a = 2'], [[2, 'the argument "a" is set twice']]],
    ['an address without quotes', 'a = 10.0.0.0/16\nb = 1\n', ['b = 1'], [[1, '"10.0.0" is no number']]],
    ['an unknown escape', 'a = "\\d"\n', ['a = "\\\\d"'], [[1, '"\\d" is no escape sequence']]],
    ['an unknown directive', 'a = "%{ x }"\nb = 1\n', ['b = 1'], [[1, '"%{ x" is no template directive']]],
    ['a directive without end', 'a = "%{ if x }"\nb = 1\n', ['b = 1'], [[1, '"%{ if }" has no "%{ endif }"']]],
    ['an end without directive', 'a = "%{ endif }"\nb = 1\n', ['b = 1'], [[1, '"%{ endif }" has no beginning']]],
  ])('%s', (_, text, outline, problems) => {
    const found = read(text);
    expect(found.outline).toEqual(outline);
    expect(found.problems.map(({ line, message }) => [line, message])).toEqual(problems);
  });

  test('strings and comments with brackets do not confuse the way on', () => {
    const { outline, problems } = read('a = = "${f("{")}" # {\nb = 1\n');
    expect(problems).toHaveLength(1);
    expect(outline).toEqual(['b = 1']);
  });

  test('a file that is something else ends in few problems', () => {
    expect(read('<html>\n'.repeat(5000)).problems.length).toBeLessThan(110);
  });
});

describe('nesting is bounded', () => {
  const deep = 10_000;
  test.each([
    ['lists', `a = ${'['.repeat(deep)}${']'.repeat(deep)}`],
    ['lists that are not closed', `a = ${'['.repeat(deep)}`],
    ['parentheses', `a = ${'('.repeat(deep)}1${')'.repeat(deep)}`],
    ['objects', `a = ${'{a='.repeat(deep)}1${'}'.repeat(deep)}`],
    ['signs', `a = ${'!'.repeat(deep)}b`],
    ['conditionals', `a = ${'b ? c : '.repeat(deep)}d`],
    ['templates', `a = ${'"${'.repeat(deep)}b${'}"'.repeat(deep)}`],
    ['directives', `a = "${'%{ if b }'.repeat(deep)}${'%{ endif }'.repeat(deep)}"`],
    ['blocks', `${'a {\n'.repeat(deep)}${'}\n'.repeat(deep)}`],
  ])('%s', (_, text) => {
    const { outline, problems } = read(`${text}\nvariable "z" {}\n`);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.message).toBe('nested too deeply');
    expect(outline.at(-1)).toBe('variable.z {}');
  });

  test('long chains are no nesting', () => {
    const text = `a = ${'b + '.repeat(deep)}1\nc = d${'.e'.repeat(deep)}\n`;
    expect(parseHcl(new SourceFile('main.tf', text)).problems).toEqual([]);
  });
});
