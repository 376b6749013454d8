import { ignoredBy, matchesGlob } from '../../../../src/evaluation/helm/chart/ignore.js';

// The cases of Helm's own documentation of .helmignore, and of its rules' code.
test.each([
  ['*.bak', 'a.bak', true],
  ['*.bak', 'deep/in/a.bak', true],
  ['*.bak', 'a.bakery', false],
  ['/a.txt', 'a.txt', true],
  ['/a.txt', 'b/a.txt', false],
  ['b/a.txt', 'b/a.txt', true],
  ['b/*.txt', 'b/c/a.txt', false],
  ['drafts/', 'drafts/x.yaml', true],
  ['drafts/', 'drafts', false],
  ['drafts', 'deep/drafts/x.yaml', true],
  ['ba[rz]', 'baz', true],
  ['ba[^r]', 'bar', false],
  ['ba[a-m]', 'baz', false],
  ['a?c', 'abc', true],
  ['a?c', 'a/c', false],
  ['\\*', '*', true],
  ['# a.txt', 'a.txt', false],
  ['**/a.txt', 'b/a.txt', false],
  ['!a.txt', 'b.txt', true],
  ['!a.txt', 'a.txt', false],
  ['', 'templates/.hidden.yaml', true],
  ['', 'templates/shown.yaml', false],
])('the pattern %j on %j: %s', (pattern, path, ignored) => {
  expect(ignoredBy(`${pattern}\n`)(path)).toBe(ignored);
});

test('patterns full of stars end', () => {
  expect(matchesGlob(`${'*a'.repeat(140)}b`, 'a'.repeat(5_000))).toBe(false);
});
