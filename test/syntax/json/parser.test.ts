import { parseJson } from '../../../src/syntax/json/parser.js';
import { SourceFile, locate } from '../../../src/syntax/source.js';
import { lookup } from '../../../src/syntax/value.js';
import type { Value } from '../../../src/syntax/value.js';

function parse(text: string) {
  return parseJson(new SourceFile('main.json', text));
}

function plain(value: Value | undefined): unknown {
  switch (value?.kind) {
    case 'scalar':
      return value.value;
    case 'list':
      return value.items.map(plain);
    case 'map':
      return Object.fromEntries([...value.entries].map(([key, entry]) => [key, plain(entry.value)]));
    default:
      return value;
  }
}

describe('what is accepted', () => {
  test.each<[string, string, unknown]>([
    [
      'every kind of value',
      '{"a": [1, -2.5e3, "x", true, false, null, {}], "b": []}',
      { a: [1, -2500, 'x', true, false, null, {}], b: [] },
    ],
    ['comments', '// head\n{ /* in */ "a": 1 // end\n}', { a: 1 }],
    ['trailing commas', '{"a": [1, 2,], "b": {"c": 1,},}', { a: [1, 2], b: { c: 1 } }],
    ['escapes', String.raw`{"a\"b": "\u00e9\n\/\\"}`, { 'a"b': 'é\n/\\' }],
    ['a raw tab in text', '{"a": "x\ty"}', { a: 'x\ty' }],
    ['text over several lines', '{"a": "x\n  y \\"z\\"\r\n", "b": 1}', { a: 'x\n  y "z"\r\n', b: 1 }],
    ['Windows line ends', '{\r\n  "a": 1\r\n}\r\n', { a: 1 }],
    ['a scalar alone', '"x"', 'x'],
    [
      'keys that objects of the language have',
      '{"__proto__": 1, "constructor": 2}',
      JSON.parse('{"__proto__": 1, "constructor": 2}'),
    ],
  ])('%s', (_, text, expected) => {
    const { result, problems } = parse(text);
    expect(problems).toEqual([]);
    expect(plain(result)).toEqual(expected);
  });

  test('a repeated property keeps the last and the others apart', () => {
    const { result } = parse('{"a": 1, "b": 2, "a": 3}');
    expect(plain(result)).toEqual({ a: 3, b: 2 });
    expect(result?.kind === 'map' && result.repeated?.map((entry) => [entry.key, plain(entry.value)])).toEqual([
      ['a', 1],
    ]);
  });

  test('values and keys know where they stand', () => {
    const { result } = parse('{\n  "spec": {\n    "type": "LoadBalancer"\n  }\n}\n');
    const type = lookup(result, ['spec', 'type']);
    expect(type && locate(type.origin.span)).toEqual({
      path: 'main.json',
      startLine: 3,
      startColumn: 13,
      endLine: 3,
      endColumn: 26,
    });
    const spec = result?.kind === 'map' ? result.entries.get('spec') : undefined;
    expect(spec && locate(spec.keySpan)).toMatchObject({ startLine: 2, startColumn: 3, endColumn: 8 });
    expect(spec && locate(spec.value.origin.span)).toMatchObject({ startLine: 2, endLine: 4, endColumn: 3 });
  });
});

describe('what is no JSON gives one problem with its line', () => {
  test.each<[string, string, number, string]>([
    ['an empty file', '', 1, 'expected a value, found the end of the file'],
    ['a missing comma', '{\n "a": 1\n "b": 2\n}', 3, 'expected "," or the closing bracket, found "\\"b\\""'],
    ['a missing colon', '{"a" 1}', 1, 'expected ":", found "1"'],
    ['a missing value', '{\n"a":\n}', 3, 'expected a value, found "}"'],
    ['a file that ends early', '{"a": [1,\n2', 2, 'expected "," or the closing bracket, found the end of the file'],
    ['the wrong bracket', '[1}', 1, 'expected "," or the closing bracket, found "}"'],
    ['commas alone', '[,]', 1, 'expected a value or "]", found ","'],
    ['something behind the value', '{}\n{}', 2, 'expected the end of the file, found "{"'],
    ['text that is not closed', '{"a": "x', 1, 'text that is not closed, or an escape that JSON does not know'],
    ['an unknown escape', '{"a": "\\x"}', 1, 'text that is not closed, or an escape that JSON does not know'],
    ['a template', '{"a": {{ .Values.a }}}', 1, 'expected a property name or "}", found "{"'],
    ['a word', '{"a": yes}', 1, 'unexpected "yes"'],
    [
      'a comment that is not closed',
      '{"a": 1 /* }',
      1,
      'expected "," or the closing bracket, found the end of the file',
    ],
  ])('%s', (_, text, line, message) => {
    expect(parse(text)).toEqual({
      result: undefined,
      problems: [{ path: 'main.json', line, message: `JSON can't be read: ${message}` }],
    });
  });

  test.each(['['.repeat(10_000) + ']'.repeat(10_000), '{"a":'.repeat(100_000), '['.repeat(1_000_000)])(
    'deep nesting',
    (text) => {
      expect(parse(text).problems).toEqual([
        { path: 'main.json', line: 1, message: "JSON can't be read: nested deeper than 500 levels" },
      ]);
    },
  );
});
