import { absenceNotice, changeNotice } from '../../src/configuration/notice.js';

const path = '.github/aks-privacy.yml';

test.each(['.github/aks-privacy.yaml', 'aks-privacy.yml', '.aks-privacy.yaml'])('%s is told to be unread', (stray) => {
  expect(absenceNotice(path, false, ['a.yaml', stray])).toEqual([
    { path: stray, message: `is not read: the configuration is ${path}` },
  ]);
  expect(absenceNotice(path, false, [path, stray])).toEqual([]);
});

test('most repositories have none, and nothing is said', () => {
  expect(absenceNotice(path, false, ['a.yaml', 'docs/aks-privacy.yml'])).toEqual([]);
});

test('a path that a person gave is missed', () => {
  expect(absenceNotice('ci/privacy.yml', true, ['a.yaml'])).toEqual([
    { path: 'ci/privacy.yml', message: 'is not in the base; this review went by the defaults' },
  ]);
});

test.each([
  [[{ path, status: 'modified' as const, hunks: undefined }], 1],
  [[{ path: 'x.yml', previousPath: path, status: 'renamed' as const, hunks: undefined }], 1],
  [[{ path: 'x.yml', status: 'added' as const, hunks: undefined }], 0],
])('a change of it is told', (changes, expected) => {
  expect(changeNotice(path, changes)).toHaveLength(expected);
});
