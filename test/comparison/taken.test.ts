import { takenBy } from '../../src/comparison/taken.js';
import { SourceFile } from '../../src/syntax/source.js';
import { literal } from '../../src/syntax/value.js';
import type { Origin } from '../../src/syntax/value.js';
import { hunksBetween } from '../../src/tree/diff.js';

const text = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
const many = Array.from({ length: 20 }, (_, index) => `line ${String(index + 1)}`);
const at = (path: string, line: number, from: readonly Origin[] = []): Origin => {
  const file = new SourceFile(path, text(...many));
  const start = file.text.indexOf(`line ${String(line)}\n`);
  return { ...literal({ file, start, end: start + 4 }), from };
};
const location = (path: string, line: number) => ({
  ...{ path, startLine: line, endLine: line },
  ...{ startColumn: 1, endColumn: 4 },
});

function told(after: readonly string[], from: string, evidence: readonly Origin[], previousPath?: string): string {
  const hunks = hunksBetween(text(...many), text(...after));
  const changes = [{ path: 'values.yaml', status: 'modified' as const, hunks, ...(previousPath && { previousPath }) }];
  const [path = '', line = ''] = from.split(':');
  const found = takenBy(changes, (_, number) => after[number - 1] ?? '')(location(path, Number(line)), evidence);
  return found ? `${found.path}:${String(found.startLine)}` : '';
}

const without = (...lines: readonly number[]): readonly string[] => many.filter((_, at) => !lines.includes(at + 1));
const replaced = (line: number): readonly string[] => many.map((each, at) => (at + 1 === line ? 'other' : each));

test.each([
  ['what was removed, on the line before it', without(10), 'release.yaml:4', [at('values.yaml', 10)], 'values.yaml:9'],
  ['several lines', without(9, 10), 'release.yaml:4', [at('values.yaml', 10)], 'values.yaml:8'],
  ['the first line', without(1), 'release.yaml:4', [at('values.yaml', 1)], 'values.yaml:1'],
  ['what was replaced, on what replaces it', replaced(10), 'release.yaml:4', [at('values.yaml', 10)], 'values.yaml:10'],
  ['after another removal', without(2, 12), 'release.yaml:4', [at('values.yaml', 12)], 'values.yaml:10'],
  ['by way of', without(10), 'main.yaml:4', [at('main.yaml', 4, [at('values.yaml', 10)])], 'values.yaml:9'],
  ['far from the finding in the same file', without(15), 'values.yaml:2', [at('values.yaml', 15)], 'values.yaml:14'],
  ['not where the finding stands in the diff already', without(10), 'values.yaml:8', [at('values.yaml', 10)], ''],
  ['not what is still there', without(10), 'release.yaml:4', [at('values.yaml', 12)], ''],
  ['not what another file holds', without(10), 'release.yaml:4', [at('other.yaml', 10)], ''],
])('%s', (_, after, from, evidence, expected) => {
  expect(told(after, from, evidence)).toBe(expected);
});

test('a file that was renamed is told by its new name', () => {
  expect(told(without(10), 'release.yaml:4', [at('old.yaml', 10)], 'old.yaml')).toBe('values.yaml:9');
});
