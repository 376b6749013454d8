import { typeShapeOf } from './shape.js';

test.each([
  ['string', 'string'],
  ['string[]', '(string[])'],
  ['string[][]', '((string[])[])'],
  ['string?', '(string?)'],
  ['string[]?', '((string[])?)'],
  ['(string?)[]', '((string?)[])'],
  ['foo!', '(foo!)'],
  ["'a' | 'b'", '("a" | "b")'],
  ["| 'a'\n  | 'b'", '("a" | "b")'],
  ["\n  | 'a'\n  | 'b'", '("a" | "b")'],
  ["('a' | 'b')[]", '(("a" | "b")[])'],
  ['1 | -1 | true | !true | null', '(1 | -1 | true | false | null)'],
  ['{}', '{}'],
  ['{ a: string, b: int? }', '{a: string, b: (int?)}'],
  ["{\n  a: string\n  'b-c': int\n  *: bool\n}", '{a: string, "b-c": int, *: bool}'],
  ["{\n  @description('d')\n  @sys.minLength(1)\n  a: string\n}", '{@description("d") @sys.minLength(1) a: string}'],
  ['{\n  @secure()\n  *: string\n}', '{*: string}'],
  ["{\n  a:\n    | 'x'\n    | 'y'\n  b: int\n}", '{a: ("x" | "y"), b: int}'],
  ['{ type: string, resource: int, for: bool }', '{type: string, resource: int, for: bool}'],
  ['[string, int]', '[string, int]'],
  ["[\n  @description('d')\n  string\n  int\n]", '[@description("d") string, int]'],
  ['a.b.c', '((a.b).c)'],
  ['a.b[*]', '((a.b)[*])'],
  ['a[0].*', '((a[0]).*)'],
  ['sys.string', '(sys.string)'],
  [
    "resourceInput<'Microsoft.Storage/storageAccounts@2024-01-01'>",
    'resourceInput<"Microsoft.Storage/storageAccounts@2024-01-01">',
  ],
  ["resourceOutput<'a@b'>.properties.sku?", '(((resourceOutput<"a@b">.properties).sku)?)'],
  ["sys.resourceInput<'a@b'>[]", '(sys.resourceInput<"a@b">[])'],
])('%s', (text, expected) => {
  expect(typeShapeOf(text)).toBe(expected);
});
