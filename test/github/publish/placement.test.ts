import type { Finding } from '../../../src/report/report.js';
import { anchorOf, placements } from '../../../src/github/publish/placement.js';
import { parseHunks } from '../../../src/tree/diff.js';
import type { Change } from '../../../src/tree/change.js';
import { finding } from '../../report/sample.js';

/** Lines 8 to 14 of the head are in the hunk, 11 was added. */
const hunks = parseHunks('@@ -8,6 +8,7 @@\n a\n b\n c\n+d\n e\n f\n g');
const main: Change = { path: 'main.tf', status: 'modified', hunks };
const values: Change = { path: 'prod.tfvars', status: 'modified', hunks: parseHunks('@@ -1 +1 @@\n-a\n+b') };
const large: Change = { path: 'large.json', status: 'modified', hunks: undefined };
const emptied: Change = { path: 'emptied.tf', status: 'modified', hunks: parseHunks('@@ -1,2 +0,0 @@\n-a\n-b') };
const changes = new Map([main, values, large, emptied].map((change) => [change.path, change]));

function anchor(path: string, startLine: number, more: Partial<Finding> = {}): unknown {
  return anchorOf(finding({ path, startLine, endLine: startLine, way: [], fix: null, ...more }), changes);
}

function lines(path: string, startLine: number, endLine = startLine, suggestion = false): unknown {
  return { kind: 'lines', path, startLine, endLine, suggestion };
}

const way = (...steps: [string, number][]): Partial<Finding> => ({
  way: steps.map(([path, line]) => ({ path, line, name: '' })),
});
const fix = (startLine: number, endLine: number, path = 'main.tf'): Partial<Finding> => ({
  fix: { description: 'Mend it', edits: [{ path, startLine, endLine, text: 'x' }] },
});

test.each([
  ['its own line when that was changed', anchor('main.tf', 11), lines('main.tf', 11)],
  ['its own line when that is near a change', anchor('main.tf', 9), lines('main.tf', 9)],
  [
    'the changed line that causes it, rather than its own that only stands near one',
    anchor('main.tf', 9, way(['prod.tfvars', 1], ['main.tf', 9])),
    lines('prod.tfvars', 1),
  ],
  [
    'the changed line that causes it, when its own is elsewhere',
    anchor('modules/aks.tf', 40, way(['prod.tfvars', 1], ['modules/aks.tf', 40])),
    lines('prod.tfvars', 1),
  ],
  ['the file, when the line is outside of every hunk', anchor('main.tf', 40), { kind: 'file', path: 'main.tf' }],
  ['the file, when its hunks are not known', anchor('large.json', 3), { kind: 'file', path: 'large.json' }],
  ['the file, when nothing is left of the hunk', anchor('emptied.tf', 1), { kind: 'file', path: 'emptied.tf' }],
  [
    'the file of the value, when its own is not part of the pull request',
    anchor('modules/aks.tf', 40, way(['large.json', 3], ['modules/aks.tf', 40])),
    { kind: 'file', path: 'large.json' },
  ],
  ['nowhere, when no file of it is part of the pull request', anchor('modules/aks.tf', 40), undefined],
  ['several lines', anchor('main.tf', 9, { endLine: 12 }), lines('main.tf', 9, 12)],
  ['the lines that are in the hunk', anchor('main.tf', 12, { endLine: 60 }), lines('main.tf', 12, 14)],
  ['the lines that are in the hunk, from its start', anchor('main.tf', 2, { endLine: 9 }), lines('main.tf', 8, 9)],
])('a finding is told at %s', (_name, actual, expected) => {
  expect(actual).toEqual(expected);
});

test.each([
  ['the lines of a fix around it', anchor('main.tf', 11, fix(10, 12)), lines('main.tf', 10, 12, true)],
  ['not those of a fix that reaches out of the hunk', anchor('main.tf', 11, fix(10, 20)), lines('main.tf', 11)],
  ['the lines of a fix near it', anchor('main.tf', 11, fix(8, 9)), lines('main.tf', 8, 9, true)],
  ['not those of a fix in another file', anchor('main.tf', 11, fix(1, 1, 'prod.tfvars')), lines('main.tf', 11)],
])('a suggestion replaces %s', (_name, actual, expected) => {
  expect(actual).toEqual(expected);
});

test('a fix far away in the same hunk leaves the comment where it is', () => {
  const long: Change = {
    path: 'new.yaml',
    status: 'added',
    hunks: parseHunks(`@@ -0,0 +1,90 @@\n${'+x\n'.repeat(90)}`),
  };
  const found = finding({ path: 'new.yaml', startLine: 50, endLine: 50, ...fix(4, 4, 'new.yaml') });
  expect(anchorOf(found, new Map([['new.yaml', long]]))).toEqual(lines('new.yaml', 50));
});

test('the first line of many', () => {
  const long: Change = {
    path: 'new.yaml',
    status: 'added',
    hunks: parseHunks(`@@ -0,0 +1,90 @@\n${'+x\n'.repeat(90)}`),
  };
  const found = finding({ path: 'new.yaml', startLine: 5, endLine: 80, fix: null });
  expect(anchorOf(found, new Map([['new.yaml', long]]))).toEqual(lines('new.yaml', 5));
});

test('only what the pull request introduced is placed, what blocks first', () => {
  const all = placements(
    [
      finding({ fingerprint: 'notice', severity: 'notice', regression: false }),
      finding({ fingerprint: 'old', status: 'existing' }),
      finding({ fingerprint: 'accepted', status: 'suppressed' }),
      finding({ fingerprint: 'bad' }),
    ],
    [],
  );
  expect(all.map(({ finding: { fingerprint } }) => fingerprint)).toEqual(['bad', 'notice']);
});
