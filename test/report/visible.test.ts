import { hasHidden, shorten, visible, withoutCommands } from '../../src/report/visible.js';
import { hostileTexts } from './hostile.js';

test.each([
  ['a\u001b[31mb', 'a\\u{1b}[31mb'],
  ['a\u202eb', 'a\\u{202e}b'],
  ['a\nb\tc\r', 'a\\nb\\tc\\r'],
  ['a\u200bb\u{e0041}', 'a\\u{200b}b\\u{e0041}'],
  ['a\ud800b', 'a\\u{d800}b'],
  ['ünïcode 日本 😀 ⚠️', 'ünïcode 日本 😀 ⚠️'],
])('%j is seen as %s', (text, seen) => {
  expect(visible(text)).toBe(seen);
});

test.each(hostileTexts)('%s holds nothing hidden once it is visible', (_, text) => {
  const seen = visible(text, 120);
  expect(hasHidden(seen)).toBe(false);
  expect(Array.from(seen).length).toBeLessThanOrEqual(120);
});

test('hidden characters are found, but for those that are allowed', () => {
  expect(hasHidden('a\tb\nc', '\t\n')).toBe(false);
  expect(hasHidden('a\tb\u200b', '\t\n')).toBe(true);
});

test('a text is shortened between code points, and not when it fits', () => {
  expect(shorten('😀😀😀', 3)).toBe('😀😀😀');
  expect(shorten('😀😀😀😀', 3)).toBe('😀😀…');
});

test('a runner takes no line for a command', () => {
  expect(withoutCommands('::error::x\n  ::debug::y\na ::b:: ##[group]z')).toBe(
    '\\u{3a}:error::x\n  \\u{3a}:debug::y\na ::b:: #\\u{23}[group]z',
  );
});
