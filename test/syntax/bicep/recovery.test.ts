import { declarationShape, parse } from './shape.js';

/** The declarations that were read and those that were not, and what is said of the latter. */
function read(text: string, path?: string): { shapes: string[]; messages: string[] } {
  const { result, problems } = parse(text, path);
  return {
    shapes: result.declarations.map(declarationShape),
    messages: problems.map(({ line, message }) => `${line ?? '-'}: ${message}`),
  };
}

describe('an error loses its own declaration only', () => {
  test.each<[string, string, string[], string]>([
    [
      'a missing value',
      'param a string =\nparam b string\n',
      ['broken param a', 'param b: string'],
      '1: param a could not be read: expected a value, found the end of the line',
    ],
    [
      'a missing operand',
      'var a = 1 +\nvar b = 2\n',
      ['broken var a', 'var b = 2'],
      '1: var a could not be read: expected a value, found the end of the line',
    ],
    [
      'a missing body of a lambda',
      'var a = map(b, x =>\nvar c = 2\n',
      ['broken var a', 'var c = 2'],
      '1: var a could not be read: expected a value, found the end of the line',
    ],
    [
      'a missing colon',
      "resource a 'b@c' = {\n  name 'x'\n  properties: {\n    d: 1\n  }\n}\nvar e = 1\n",
      ['broken resource a', 'var e = 1'],
      "2: resource a could not be read: expected ':' after the name of the property, found \"'x'\"",
    ],
    [
      'a closing brace that is missing',
      "resource a 'b@c' = {\n  properties: {\n    d: 1\n}\n\nparam e string\nvar f = 1\n",
      ['broken resource a', 'param e: string', 'var f = 1'],
      '6: resource a could not be read: expected \':\' after the name of the property, found "e"',
    ],
    [
      'a closing brace that is missing before a resource, which could be a child',
      "resource a 'b@c' = {\n  name: 'x'\n\nresource d 'e@f' = {\n  name: 'y'\n}\n",
      ['broken resource a', 'resource d "e@f" = {name: "y"}'],
      "6: resource a could not be read: expected '}' for the bracket of line 1, found the end of the file",
    ],
    [
      'a closing brace too many',
      'var a = {\n  b: 1\n}}\nvar c = 1\n',
      ['broken var a', 'var c = 1'],
      '3: var a could not be read: expected the end of the line, found "}"',
    ],
    [
      'an unknown declaration',
      "parm a string\n\n@description('x')\nparam b string\n",
      ['broken ? ?', '@description("x") param b: string'],
      '1: a declaration could not be read: expected a declaration (param, var, resource, module, output, …), found "parm"',
    ],
    [
      'a string that is not closed',
      "param a string = 'b\nparam c string\n",
      ['broken param a', 'param c: string'],
      '1: param a could not be read: a string is not closed',
    ],
    [
      'a hole that is not closed',
      "var a = 'b${c\nvar d = 1\n",
      ['broken var a', 'var d = 1'],
      '1: var a could not be read: a string is not closed',
    ],
    [
      'a multi-line string that is not closed',
      "var a = '''\n  b: 1\n\nvar c = 1\n",
      ['broken var a', 'var c = 1'],
      '1: var a could not be read: the multi-line string is not closed',
    ],
    [
      'an escape that does not exist',
      "var a = 'C:\\data'\nvar b = 1\n",
      ['broken var a', 'var b = 1'],
      '1: var a could not be read: unknown escape sequence "\\d"',
    ],
    [
      'double quotes',
      'var a = "b"\nvar c = 1\n',
      ['broken var a', 'var c = 1'],
      '1: var a could not be read: unexpected """: strings stand in single quotes',
    ],
    [
      'a broken decorator',
      "@description('a)\nparam b string\nvar c = 1\n",
      ['broken ? ?', 'param b: string', 'var c = 1'],
      '1: a declaration could not be read: a string is not closed',
    ],
    [
      'a decorator without a declaration',
      'var a = 1\n@secure()\n',
      ['var a = 1', 'broken ? ?'],
      '2: a declaration could not be read: expected a declaration (param, var, resource, module, output, …), found the end of the file',
    ],
    [
      'elements on one line without commas',
      "var a = ['b' 'c']\nvar d = 1\n",
      ['broken var a', 'var d = 1'],
      "1: var a could not be read: expected ',', ']' or a line break, found \"'c'\"",
    ],
    [
      'a placeholder of another template language',
      'param a string = {{ .Values.b }}\nvar c = 1\n',
      ['broken param a', 'var c = 1'],
      '1: param a could not be read: expected the name of a property, found "{"',
    ],
    [
      'a broken type',
      "type a = {\n  b: string,,\n}\ntype c = 'd'\n",
      ['broken type a', 'type c = "d"'],
      '2: type a could not be read: expected the name of a property, found ","',
    ],
    [
      'a hole in a type',
      "param a 'b${c}'\nvar d = 1\n",
      ['broken param a', 'var d = 1'],
      '1: param a could not be read: a string in a type must not have holes',
    ],
    [
      'a comment that is not closed',
      'var a = 1\n/* var b = 2\n',
      ['var a = 1', 'broken ? ?'],
      '2: a declaration could not be read: a comment that starts with /* is not closed',
    ],
    [
      'a character that Bicep does not know',
      'var ☕ = 1\nvar b = 2\n',
      ['broken ? ?', 'var b = 2'],
      '1: a declaration could not be read: unexpected "?"',
    ],
  ])('%s', (_, text, shapes, message) => {
    expect(read(text)).toEqual({ shapes, messages: [message] });
  });

  test('each of several broken declarations has its problem, in Windows line ends too', () => {
    expect(read('var a =\r\nvar b = 1\r\noutput c string\r\nvar d = 2\r\n')).toEqual({
      shapes: ['broken var a', 'var b = 1', 'broken output c', 'var d = 2'],
      messages: [
        '1: var a could not be read: expected a value, found the end of the line',
        "3: output c could not be read: expected '=', found the end of the line",
      ],
    });
  });

  test('an indented file recovers too', () => {
    expect(read('  var a = {\n    b 1\n  }\n  var c = 1\n').shapes).toEqual(['broken var a', 'var c = 1']);
  });

  test('what is indented inside a broken declaration is not taken for one outside', () => {
    const text = "resource a 'b@c' = {\n  name = 'x'\n  resource d 'e' = {\n    name: 'y'\n  }\n}\nvar f = 1\n";
    expect(read(text).shapes).toEqual(['broken resource a', 'var f = 1']);
  });

  test('a broken declaration keeps its range', () => {
    const text = 'var a = (\nvar b = 1';
    const [broken] = parse(text).result.declarations;
    expect(text.slice(broken?.start, broken?.end)).toBe('var a = (');
  });
});

describe('bounds', () => {
  const after = '\nparam after string\n';

  test.each([
    ['arrays', `var a = ${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['arrays that are not closed', `var a = ${'['.repeat(10_000)}`],
    ['objects', `var a = ${'{b:'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['parentheses', `var a = ${'('.repeat(10_000)}1${')'.repeat(10_000)}`],
    ['calls', `var a = ${'b('.repeat(10_000)}${')'.repeat(10_000)}`],
    ['indexes', `var a = ${'b['.repeat(10_000)}1${']'.repeat(10_000)}`],
    ['holes', `var a = ${"'${".repeat(10_000)}1${"}'".repeat(10_000)}`],
    ['loops', `var a = ${'[for b in c: '.repeat(10_000)}1${']'.repeat(10_000)}`],
    ['conditions', `var a = ${'b ? c : '.repeat(10_000)}d`],
    ['lambdas', `var a = ${'x => '.repeat(10_000)}1`],
    ['signs', `var a = ${'!'.repeat(10_000)}b`],
    ['accesses', `var a = b${'.c'.repeat(10_000)}`],
    ['sums', `var a = 1${'+1'.repeat(10_000)}`],
    ['types', `type a = ${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['array types', `type a = string${'[]'.repeat(10_000)}`],
  ])('10,000 nested %s are one problem', (_, text) => {
    const { shapes, messages } = read(text + after);
    expect(shapes).toHaveLength(2);
    expect(shapes[1]).toBe('param after: string');
    expect(messages).toEqual([expect.stringMatching(/^1: (var|type) a could not be read: (nested )?more than \d+ /)]);
  });

  test('what real files nest is read', () => {
    expect(read(`var a = ${'[{b: '.repeat(60)}1${'}]'.repeat(60)}`).messages).toEqual([]);
    expect(
      read(`var a = b == 0 ${Array.from({ length: 150 }, (_, at) => `? c${at} : b == ${at} `).join('')}? d : e`)
        .messages,
    ).toEqual([]);
    expect(read(`var a = '${'${b}'.repeat(2000)}'`).messages).toEqual([]);
  });

  test('NUL bytes and other foreign characters are one problem', () => {
    expect(read('\0'.repeat(100_000)).messages).toHaveLength(1);
    expect(read('\uFFFD\u00A0'.repeat(100_000)).messages).toHaveLength(1);
    expect(read(`var a = '${'\0'.repeat(100_000)}'${after}`).messages).toEqual([]);
  });

  test('a file that is no Bicep is given up after 100 problems', () => {
    const { shapes, messages } = read('param a\n'.repeat(1000));
    expect(shapes).toHaveLength(100);
    expect(messages).toHaveLength(101);
    expect(messages.at(-1)).toBe('-: 100 declarations could not be read; the rest of the file was left out');
  });

  test('text without any declaration is one problem', () => {
    expect(read('{"a": [1, 2, {"b": null}]}\n'.repeat(100)).messages).toHaveLength(1);
    expect(read('apiVersion: v1\nkind: Service\n').messages).toHaveLength(1);
  });

  test('unclosed resources inside each other do not make it read the file again and again', () => {
    const text = "resource a 'b@c' = {\n".repeat(90) + '  d: 1\n'.repeat(20_000);
    expect(read(text).messages.length).toBeLessThan(20);
  });

  test('a message shows no more of a text than a few characters, and no control characters', () => {
    const [message] = read(`var a = 1 '${'x'.repeat(1000)}'`).messages;
    expect(message).toBe(`1: var a could not be read: expected the end of the line, found "'${'x'.repeat(29)}…"`);
    expect(read("var a = 1 '\u001b[31m::error::'").messages).toEqual([
      '1: var a could not be read: expected the end of the line, found "\'?[31m::error::\'"',
    ]);
  });
});
