import { parse, shape, shapeOf } from './shape.js';

describe('operators', () => {
  test.each([
    ['1 + 2 * 3', '(1 + (2 * 3))'],
    ['1 * 2 + 3 % 4', '((1 * 2) + (3 % 4))'],
    ['1 - 2 - 3', '((1 - 2) - 3)'],
    ['a / b / c', '((a / b) / c)'],
    ['a + 1 < b == c > d', '(((a + 1) < b) == (c > d))'],
    ['a <= 1 && b >= 2 || c', '(((a <= 1) && (b >= 2)) || c)'],
    ['a || b && c ?? d', '((a || (b && c)) ?? d)'],
    ["a =~ 'x' && b !~ 'y'", '((a =~ "x") && (b !~ "y"))'],
    ['a != b', '(a != b)'],
    ['!a && !b', '((!a) && (!b))'],
    ['!a.b[0]', '(!((a.b)[0]))'],
    ['-1 + -a', '((-1) + (-a))'],
    ['!!a', '(!(!a))'],
    ['(a || b) && c', '(paren(a || b) && c)'],
    ['a ? b : c ? d : e', '(a ? b : (c ? d : e))'],
    ['a ? b ? c : d : e', '(a ? (b ? c : d) : e)'],
    ['a == 1 ? b : c', '((a == 1) ? b : c)'],
    ['a\n  ? b\n  : c', '(a ? b : c)'],
    ['a\n\n  // why\n  ? b // yes\n  : c', '(a ? b : c)'],
  ])('%s', (text, expected) => {
    expect(shapeOf(text)).toBe(expected);
  });
});

describe('access', () => {
  test.each([
    ['a.b.c', '((a.b).c)'],
    ['a.?b.c', '((a.?b).c)'],
    ['(a.?b).c', '(paren(a.?b).c)'],
    ["a['b']", '(a["b"])'],
    ["a[?'b']", '(a[?"b"])'],
    ['a[^1]', '(a[^1])'],
    ['a[?^1]', '(a[?^1])'],
    ['a!.b!', '(((a!).b)!)'],
    ['a::b::c.id', '(((a::b)::c).id)'],
    ["az.resourceGroup('x').location", '(az.resourceGroup("x").location)'],
    ['a.listKeys().keys[0].value', '(((a.listKeys().keys)[0]).value)'],
    ['f()', 'f()'],
    ['f(\n  1,\n  2\n)', 'f(1, 2)'],
    ['a.resource.type.for.true', '((((a.resource).type).for).true)'],
    ['{ a: 1 }.a', '({a: 1}.a)'],
    ['[1, 2][0]', '([1, 2][0])'],
    ["'abc'[0]", '("abc"[0])'],
  ])('%s', (text, expected) => {
    expect(shapeOf(text)).toBe(expected);
  });
});

describe('strings', () => {
  test.each([
    ["''", '""'],
    ["'a'", '"a"'],
    ["'it\\'s \\\\ \\n \\t \\r \\$ \\${x}'", JSON.stringify("it's \\ \n \t \r $ ${x}")],
    ["'\\u{1F600}\\u{41}'", '"😀A"'],
    ["'$ {a} }'", '"$ {a} }"'],
    ["'${a}'", '<"" a "">'],
    ["'x${a}y${b}z'", '<"x" a "y" b "z">'],
    ["'x${'y${z}'}'", '<"x" <"y" z ""> "">'],
    ["'${{ a: { b: 1 } }.a.b}'", '<"" (({a: {b: 1}}.a).b) "">'],
    ["'${a ? 'b' : 'c'}-${f('}')}'", '<"" (a ? "b" : "c") "-" f("}") "">'],
    ["'\\n${a}\\t'", '<"\\n" a "\\t">'],
    ["'''a'b''c\\n${x}'''", JSON.stringify("a'b''c\\n${x}")],
    ["'''\na\n b\n'''", '"a\\n b\\n"'],
    ["'''\r\na'''", '"a"'],
    ["''''a''''", '"\'a\'"'],
    ["''''''", '""'],
    ["$'''a${b}c'''", '<"a" b "c">'],
    ["$'''\na${b}\n${c}'''", '<"a" b "\\n" c "">'],
    ["$$'''a${b}$${c}d'''", '<"a${b}" c "d">'],
    ["$$'''a$$${c}'''", '<"a$" c "">'],
    ["$'''no hole'''", '"no hole"'],
    ["$'''${{ a: 1 }.a}'''", '<"" ({a: 1}.a) "">'],
  ])('%s', (text, expected) => {
    expect(shapeOf(text)).toBe(expected);
  });
});

describe('objects and arrays', () => {
  test.each([
    ['{}', '{}'],
    ['{\n}', '{}'],
    ['{ a: 1, b: 2 }', '{a: 1, b: 2}'],
    ['{\n  a: 1\n\n  // why\n  b: 2 /* so */\n}', '{a: 1, b: 2}'],
    ['{\n  a: 1, b: 2\n  c: 3\n}', '{a: 1, b: 2, c: 3}'],
    ["{ 'a-b': 1, '${k}': 2 }", '{"a-b": 1, <"" k "">: 2}'],
    ['{ ...a, b: 1 }', '{...a, b: 1}'],
    [
      '{ resource: 1, type: 2, for: 3, module: 4, if: 5, null: 6 }',
      '{resource: 1, type: 2, for: 3, module: 4, if: 5, null: 6}',
    ],
    ['[]', '[]'],
    ['[\n]', '[]'],
    ['[1, 2]', '[1, 2]'],
    ["[\n  'a'\n  // why\n  #disable-next-line BCP081\n  'b'\n]", '["a", "b"]'],
    ['[ ...a, ...b ]', '[...a, ...b]'],
    ['[[1], { a: [] }]', '[[1], {a: []}]'],
    ['[for a in b: a.c]', '[for a in b: (a.c)]'],
    ['[for (a, i) in b: { c: i }]', '[for (a, i) in b: {c: i}]'],
    ['[\n  for a in range(0, 3): {\n    b: a\n  }\n]', '[for a in range(0, 3): {b: a}]'],
    ['[for x in c ? a : b: x]', '[for x in (c ? a : b): x]'],
    ['[for a in b: [for c in a: c]]', '[for a in b: [for c in a: c]]'],
    ['[for, in]', '[for, in]'],
    ['{ a: b ? c : d, e: [for f in g: f] }', '{a: (b ? c : d), e: [for f in g: f]}'],
  ])('%s', (text, expected) => {
    expect(shapeOf(text)).toBe(expected);
  });
});

describe('lambdas', () => {
  test.each([
    ['map(a, x => x.b)', 'map(a, (x) => (x.b))'],
    ['reduce(a, 0, (x, y) => x + y)', 'reduce(a, 0, (x, y) => (x + y))'],
    ['map(a, () => 1)', 'map(a, () => 1)'],
    ['filter(a, x =>\n  x == 1)', 'filter(a, (x) => (x == 1))'],
    ['map(a, (\n  x,\n  y\n) => x)', 'map(a, (x, y) => x)'],
    ['map(a, (x) => map(x, y => y))', 'map(a, (x) => map(x, (y) => y))'],
    ['f((x), (y))', 'f(parenx, pareny)'],
  ])('%s', (text, expected) => {
    expect(shapeOf(text)).toBe(expected);
  });
});

test('a comment may stand anywhere, and is kept', () => {
  const { result, problems } = parse('/* a\n b */ var /* c */ x = 1 // d\n// e');
  expect(problems).toEqual([]);
  expect(result.comments.map(({ start, end }) => result.file.text.slice(start, end))).toEqual([
    '/* a\n b */',
    '/* c */',
    '// d',
    '// e',
  ]);
});

test('every node is the range of its text', () => {
  const { result } = parse("var x = (a.b['c'] ?? !d) ? f(1) : 'g${h}i'\n");
  const [declaration] = result.declarations;
  if (declaration?.kind !== 'var' || declaration.value.kind !== 'conditional') throw new Error('no conditional');
  const { condition, then, otherwise } = declaration.value;
  const text = ({ start, end }: { start: number; end: number }): string => result.file.text.slice(start, end);
  expect(text(declaration)).toBe("var x = (a.b['c'] ?? !d) ? f(1) : 'g${h}i'");
  expect(text(declaration.name)).toBe('x');
  expect(text(condition)).toBe("(a.b['c'] ?? !d)");
  expect(text(then)).toBe('f(1)');
  expect(text(otherwise)).toBe("'g${h}i'");
  if (condition.kind !== 'parenthesized' || condition.expression.kind !== 'binary') throw new Error('no operator');
  expect(text(condition.expression.left)).toBe("a.b['c']");
  expect(text(condition.expression.right)).toBe('!d');
  if (otherwise.kind !== 'interpolation') throw new Error('no string with holes');
  expect(otherwise.expressions.map(text)).toEqual(['h']);
});

test('a number beyond 2^53 keeps its digits in the text', () => {
  const { result } = parse('var x = 9007199254740993');
  const [declaration] = result.declarations;
  if (declaration?.kind !== 'var') throw new Error('no variable');
  expect(shape(declaration.value)).toBe('9007199254740992');
  expect(result.file.text.slice(declaration.value.start, declaration.value.end)).toBe('9007199254740993');
});
