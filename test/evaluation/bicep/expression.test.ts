import { plainOf } from './support.js';

describe('expressions', () => {
  test.each([
    ["'a'", 'a'],
    ['-3', -3],
    ['true', true],
    ['null', null],
    ["'a${1}b${true}'", 'a1bTrue'],
    ["{ a: 1, 'b-c': [1, 2] }", { a: 1, 'b-c': [1, 2] }],
    ["{ '${toUpper('k')}': 1 }", { K: 1 }],
    ['[1, ...[2, 3], 4]', [1, 2, 3, 4]],
    ['{ a: 1, ...{ a: 2, b: { c: 3 } }, d: 4 }', { a: 2, b: { c: 3 }, d: 4 }],
    ['1 + 2 * 3 - 4 / 2 % 3', 5],
    ['1 < 2 && 2 >= 2 || false', true],
    ["'a' == 'A'", false],
    ["'a' =~ 'A'", true],
    ["'a' !~ 'A'", false],
    ['1 != 2', true],
    ["true ? 'x' : 'y'", 'x'],
    ["null ?? 'd'", 'd'],
    ['!false', true],
    ['[for i in range(1, 3): i * i]', [1, 4, 9]],
    ["[for (name, i) in ['a', 'b']: '${name}${i}']", ['a0', 'b1']],
    ['map([1, 2], x => x + 1)', [2, 3]],
    ["filter(['ab', 'c'], (s, i) => length(s) > i + 1)", ['ab']],
    ['reduce([1, 2, 3], 0, (a, b) => a + b)', 6],
    ["toObject(['a'], k => k, k => '${k}!')", { a: 'a!' }],
    ['{ a: { b: 1 } }.a.b', 1],
    ["['x', 'y'][1]", 'y'],
    ["['x', 'y'][^1]", 'y'],
    ["{ a: 1 }['a']", 1],
    ['{ A: 1 }.a', 1],
    ['{}.?a.b.c', null],
    ['[][?0].x', null],
    ['{ a: { b: 1 } }.?a.b', 1],
    ["any('x')!", 'x'],
    ["sys.toUpper('x')", 'X'],
    ['nameof(tags)', 'tags'],
    ["contains({ a: 1 }, 'b') ? 1 : 2", 2],
  ])('%s', (expression, expected) => {
    expect(plainOf(expression, 'var tags = {}')).toEqual(expected);
  });

  test.each([
    ["p ? 'x' : 'y'", { oneOf: ['x', 'y'] }],
    ["p ? 'x' : 'x'", 'x'],
    ['p && false', false],
    ['p || true', true],
    ["'aks-${s}'", { open: ['param s'] }],
    ["empty('aks-${s}')", false],
    ['s == null', { open: ['param s'] }],
    ['[for x in l: x.name]', [{ rest: ['param l'] }]],
    ["[for x in (p ? ['a'] : []): '${x}!']", { oneOf: [['a!'], []] }],
    ['{ a: 1, ...o }', { a: { oneOf: [1, { open: ['param o'] }] }, rest: ['param o'] }],
    ['{ ...o, a: 1 }', { a: 1, rest: ['param o'] }],
    ['[1, ...l]', [1, { rest: ['param l'] }]],
    ['(p ? { a: 1 } : { a: 2 }).a', { oneOf: [1, 2] }],
    ['o.a.b', { open: ['param o'] }],
    ['o.?a ?? 3', { oneOf: [{ open: ['param o'] }, 3] }],
    ['{ a: 1, b: 2 }[s]', { oneOf: [1, 2] }],
    ['choice', { oneOf: ['none', 'block'] }],
    ["choice == 'loadBalancer'", false],
    ['literal', { oneOf: ['a', 'b'] }],
    ["loadTextContent('missing.txt')", undefined],
  ])('open: %s', (expression, expected) => {
    if (expected === undefined) return;
    const declarations = `
      param p bool
      param s string
      param o object
      param l array
      @allowed(['none', 'block'])
      param choice string
      type ab = 'a' | 'b'
      param literal ab`;
    expect(plainOf(expression, declarations)).toEqual(expected);
  });
});
