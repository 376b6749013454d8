import { blobSelection, exactBytes, isAskable } from '../../../src/tree/github/query.js';

const blob = { isBinary: false, isTruncated: false };

function bytes(answer: unknown): string | undefined {
  const found = exactBytes(answer);
  return found && Buffer.from(found).toString('hex');
}

test.each([
  ['plain text', { ...blob, text: 'a: é\n', byteSize: 6 }, '613a20c3a90a'],
  ['a text without the mark that the file has', { ...blob, text: 'a', byteSize: 4 }, 'efbbbf61'],
  ['an empty file', { ...blob, text: '', byteSize: 0 }, ''],
])('%s is exact', (_name, answer, expected) => {
  expect(bytes(answer)).toBe(expected);
});

test.each([
  ['a text that is shorter than the file', { ...blob, text: 'a', byteSize: 9 }],
  ['a text that was cut', { ...blob, isTruncated: true, text: 'a', byteSize: 1 }],
  ['a binary file', { ...blob, isBinary: true, text: null, byteSize: 1 }],
  // Three bytes of a character of four, and the three bytes of U+FFFD.
  ['a replacement of as many bytes', { ...blob, text: '\u{fffd}', byteSize: 3 }],
  ['something that is no blob', {}],
  ['nothing', null],
])('%s has to be read on its own', (_name, answer) => {
  expect(exactBytes(answer)).toBeUndefined();
});

test('expressions are strings of the language', () => {
  const selection = blobSelection([{ commit: 'c0ffee', path: 'a"b\\c\n.yaml' }]);
  expect(selection).toContain(String.raw`object(expression: "c0ffee:a\"b\\c\n.yaml")`);
  expect(selection.split('\n')).toHaveLength(1);
});

test('a path with half a character can not be asked for', () => {
  expect([isAskable('a\ud83d.yaml'), isAskable('a\u{1f511}.yaml')]).toEqual([false, true]);
});
