import { editDiff } from '../../src/report/fix-diff.js';
import type { Lines } from '../../src/report/lines.js';

const file = ['a', 'b', 'c', 'd', 'e'];
const lines: Lines = (_, line) => file[line - 1];

function shown(startLine: number, endLine: number, text: string, context?: number): string[] {
  const signs = { kept: ' ', removed: '-', added: '+' };
  return editDiff({ path: 'f', startLine, endLine, text }, lines, context).map(
    (line) => `${line.line ?? ''}${signs[line.kind]}${line.text}`,
  );
}

test.each([
  ['a replaced line', 2, 2, 'B', ['2-b', '+B']],
  ['an inserted line', 2, 2, 'b\nB', ['2 b', '+B']],
  ['a change in the middle, with little around it', 1, 5, 'a\nb\nC\nd\ne', ['2 b', '3-c', '+C', '4 d']],
  ['removed lines', 2, 3, '', ['2-b', '3-c']],
  ['a line emptied', 2, 2, '\n', ['2-b', '+', '+']],
  ['nothing changed', 2, 3, 'b\nc', []],
  ['lines that are not there', 9, 9, 'x', ['+x']],
  ['other line breaks', 2, 2, 'b\r\nB', ['2 b', '+B']],
])('%s', (_, start, end, text, expected) => {
  expect(shown(start, end, text)).toEqual(expected);
});

test('context can be left out', () => {
  expect(shown(1, 3, 'a\nB\nc', 0)).toEqual(['2-b', '+B']);
});

test('a huge edit is not compared line by line', () => {
  const many = editDiff({ path: 'f', startLine: 1, endLine: 1_000_000, text: 'x\n'.repeat(300) }, () => 'y');
  expect(many.filter(({ kind }) => kind === 'removed')).toHaveLength(201);
  expect(many.filter(({ kind }) => kind === 'added')).toHaveLength(301);
});
