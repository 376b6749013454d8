import { apiUndetermined } from '../../../src/rules/api/undetermined.js';
import { check, cluster, known, ranges, waiting } from '../../support/subjects.js';

test('bad: names what would decide whether the cluster is private', () => {
  const [found] = check(apiUndetermined, cluster({ api: { privateCluster: waiting('param private') } }));
  expect(found?.message).toBe(
    'The text does not decide from where the API server of aks can be reached: whether the cluster is private depends on param private.',
  );
  expect(found?.level).toBe('unknown');
});

test('bad: names the range that is open', () => {
  const api = { privateCluster: known(false), authorizedRanges: ranges(['203.0.113.0/24', waiting('var.office')]) };
  expect(check(apiUndetermined, cluster({ api }))[0]?.message).toMatch(/depends on var\.office\.$/);
});

test('good: decided either way', () => {
  expect(check(apiUndetermined, cluster())).toEqual([]);
  expect(check(apiUndetermined, cluster({ api: { privateCluster: known(false) } }))).toEqual([]);
});

test('good: an open value of which every outcome is the same level', () => {
  const api = { privateCluster: waiting<boolean>('param tier', [true, true]) };
  expect(check(apiUndetermined, cluster({ api }))).toEqual([]);
});
