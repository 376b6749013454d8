import { globMatcher } from '../../../src/evaluation/releases/glob.js';

test.each<[string, string, boolean]>([
  ['a/*.yaml', 'a/b.yaml', true],
  ['a/*.yaml', 'a/b/c.yaml', false],
  ['a/**', 'a/b/c.yaml', true],
  ['**/c.yaml', 'a/b/c.yaml', true],
  ['**/c.yaml', 'c.yaml', true],
  ['a/?.yaml', 'a/b.yaml', true],
  ['a/[a-c].yaml', 'a/b.yaml', true],
  ['a/[!a-c].yaml', 'a/b.yaml', false],
  ['a/{b,c}.yaml', 'a/c.yaml', true],
  ['a/{b,c}.yaml', 'a/d.yaml', false],
  ['a\\*', 'a*', true],
  ['a\\*', 'ab', false],
])('%s matches %s: %s', (pattern, path, expected) => {
  expect(globMatcher(pattern)(path)).toBe(expected);
});

test('a star that crosses folders', () => {
  expect(globMatcher('*.yaml', true)('a/b.yaml')).toBe(true);
});

test('patterns that would take a backtracking matcher for ever', () => {
  expect(globMatcher(`${'*a'.repeat(100)}*b`)('a'.repeat(2_000))).toBe(false);
  expect(globMatcher('{a,b}'.repeat(60))('ab')).toBe(false);
});
