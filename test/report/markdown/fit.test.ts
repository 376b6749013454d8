import { bytes, cut, fit } from '../../../src/report/markdown/fit.js';

const items = (count: number, text = 'item'): string[] =>
  Array.from({ length: count }, (_, index) => `- ${text} ${index}`);

test('what fits is left as it is', () => {
  expect(fit(['head', { title: 'List', items: items(2), weight: 1 }, { text: 'tail', weight: 1 }], 1000)).toBe(
    'head\n\n**List**\n\n- item 0\n- item 1\n\ntail',
  );
});

test('lists are cut by whole items, and say how many are missing', () => {
  expect(fit(['head', { title: '', items: items(100), weight: 1 }], 60)).toBe(
    'head\n\n- item 0\n- item 1\n- item 2\n- item 3\n- … and 96 more',
  );
});

test('the lowest weight is cut first', () => {
  const parts = [
    { title: 'A', items: items(5), weight: 2 },
    { text: 'picture '.repeat(10).trim(), weight: 1 },
    { title: 'B', items: items(5), weight: 3 },
  ];
  expect(fit(parts, 110)).toBe(`**A**\n\n${items(5).join('\n')}\n\n**B**\n\n${items(5).join('\n')}`);
  expect(fit(parts, 90)).toBe(`**A**\n\n- item 0\n- … and 4 more\n\n**B**\n\n${items(5).join('\n')}`);
  expect(fit(parts, 75)).toBe(`- **A**: 5 left out\n\n**B**\n\n${items(5).join('\n')}`);
});

test.each([0, 1, 2, 3, 10, 50, 99, 200, 1000])('no text is longer than %d bytes', (limit) => {
  const parts = [
    '😀 head',
    { title: 'Ä', items: items(50, '日本語'), weight: 1 },
    { text: 'ü'.repeat(100), weight: 2 },
  ];
  const text = fit(parts, limit);
  expect(bytes(text)).toBeLessThanOrEqual(limit);
  expect(text).not.toContain('\ufffd');
});

test.each([
  ['😀😀😀', 11, '😀😀…'],
  ['😀😀😀', 10, '😀…'],
  ['aé', 3, 'aé'],
  ['aéb', 3, '…'],
  ['abc', 2, ''],
])('%s in %d bytes is %s', (text, limit, expected) => {
  expect(cut(text, limit)).toBe(expected);
});
