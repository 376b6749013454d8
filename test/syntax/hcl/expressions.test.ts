import { read } from './shape.js';

function expression(text: string): string {
  const { outline, problems } = read(`x = ${text}\n`);
  expect(problems).toEqual([]);
  return outline.join('\n').replace(/^x = /, '');
}

describe('expressions', () => {
  test.each([
    ['1', '1'],
    ['1.5e3', '1500'],
    ['-0.5', '(-0.5)'],
    ['true', 'true'],
    ['null', 'null'],
    ['nullable', 'nullable'],
    ['a-b', 'a-b'],
    ['a - b', '(a - b)'],
    ['größe', 'größe'],
    ['1 + 2 * 3', '(1 + (2 * 3))'],
    ['1 - 2 - 3', '((1 - 2) - 3)'],
    ['a || b && c == d', '(a || (b && (c == d)))'],
    ['a < b == c >= d', '((a < b) == (c >= d))'],
    ['!a.b && -c', '((!a.b) && (-c))'],
    ['(1 + 2) % 3', '((1 + 2) % 3)'],
    ['a ? b : c ? d : e', '(a ? b : (c ? d : e))'],
    ['(a\n  ? b\n  : c)', '(a ? b : c)'],
    ['(a /* b */ + # c\n 1 // d\n)', '(a + 1)'],
    ['f()', 'f()'],
    ['f(\n  a, # first\n  b,\n)', 'f(a, b)'],
    ['f(a, b...)', 'f(a, b...)'],
    ['provider::azapi::build_resource_id(a)', 'provider::azapi::build_resource_id(a)'],
    ['[]', '[]'],
    ['[1,\n 2,\n]', '[1, 2]'],
    ['[for s in l : upper(s) if s != ""]', '<for s in l: upper(s) if (s != "")>'],
    ['[for i, s in l : i]', '<for i, s in l: i>'],
    ['{for k, v in m : k => v...}', '<for k, v in m: k => v...>'],
    ['{\n  for k, v in m :\n  k => v\n  if v\n}', '<for k, v in m: k => v if v>'],
    ['{ a = 1, b : 2 }', '{"a": 1, "b": 2}'],
    ['{\n a = 1\n "b c" = 2,\n\n (d) = 3\n "${e}" = 4\n}', '{"a": 1, "b c": 2, d: 3, `${e}`: 4}'],
    ['{ a = b ? c : d }', '{"a": (b ? c : d)}'],
    ['a.b.c', 'a.b.c'],
    ['a[0]["k"].b', 'a[0]["k"].b'],
    ['a.0.1.b', 'a[0][1].b'],
    ['a[*].b[0]', 'a*(@.b[0])'],
    ['a.*.b.c[0]', 'a*(@.b.c)[0]'],
    ['a[*].b[*].c', 'a*(@.b*(@.c))'],
    ['a[ * ]', 'a*(@)'],
    ['(a.b)["c"]', 'a.b["c"]'],
    ['f(a).b', 'f(a).b'],
  ])('%s', (text, wanted) => {
    expect(expression(text)).toBe(wanted);
  });
});

describe('strings', () => {
  test.each([
    ['plain', '"a b"', '"a b"'],
    ['escapes', String.raw`"a\n\t\"\\\u00e9\U0001F600"`, '"a\\n\\t\\"\\\\é😀"'],
    ['escaped sequences', '"$${a} %%{b} $a %b $"', '"${a} %{b} $a %b $"'],
    ['interpolation', '"a-${var.b}-c"', '`a-${var.b}-c`'],
    ['one interpolation alone', '"${var.b}"', '`${var.b}`'],
    ['a string in an interpolation', '"${f("a", "}")}"', '`${f("a", "}")}`'],
    ['line breaks in an interpolation', '"${\n  a\n}"', '`${a}`'],
    ['white space taken by ~', '"a ${~ b ~} c"', '`a${b}c`'],
    ['if', '"a%{ if b }c%{ else }d%{ endif }e"', '`a%{if b}c%{else}d%{end}e`'],
    ['if without else', '"%{if b}c%{endif}"', '`%{if b}c%{else}%{end}`'],
    ['for', '"%{ for k, v in m }${k}%{ endfor }"', '`%{for k, v in m}${k}%{end}`'],
    ['heredoc', '<<EOT\n  a\n\n  ${b}\nEOT', '`  a\n\n  ${b}\n`'],
    ['heredoc marker with spaces in front', '<<EOT\na\n  EOT', '"a\\n"'],
    ['heredoc without lines', '<<EOT\nEOT', '""'],
    ['heredoc keeps backslashes', '<<EOT\na\\n\nEOT', '"a\\\\n\\n"'],
    ['indented heredoc', '<<-EOT\n    a\n\n      b\n    EOT', '"a\\n\\n  b\\n"'],
    ['indented heredoc with a sequence first', '<<-EOT\n    a\n${b}\n    EOT', '`    a\n${b}\n`'],
    [
      'directives on lines of their own',
      '<<-EOT\n  %{ for a in b ~}\n  x ${a}\n  %{ endfor ~}\n  EOT',
      '`%{for -, a in b}  x ${a}\n%{end}`',
    ],
  ])('%s', (_, text, wanted) => {
    expect(expression(text)).toBe(wanted);
  });

  test('a heredoc ends inside a call', () => {
    expect(expression('f(<<EOT\na\nEOT\n, b)')).toBe('f("a\\n", b)');
  });

  test('Windows line ends are kept in a heredoc', () => {
    expect(read('x = <<EOT\r\na\r\nEOT\r\ny = 1\r\n').outline).toEqual(['x = "a\\r\\n"', 'y = 1']);
  });
});
