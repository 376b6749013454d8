import { rangesWithoutEffect } from '../../../src/rules/api/ranges-without-effect.js';
import { check, cluster, fixOf, known, ranges, waiting } from '../../support/subjects.js';

test('bad: ranges on a private cluster', () => {
  const [found] = check(rangesWithoutEffect, cluster({ api: { authorizedRanges: ranges(['10.20.0.0/16']) } }));
  expect(found?.message).toBe(
    'The authorized IP ranges of aks have no effect, because it is a private cluster: everything in the connected networks reaches its API server.',
  );
  expect(found?.level).toBeUndefined();
  expect(fixOf(found)).toBe('authorizedIPRanges = []');
});

test('good: no ranges, or a public cluster', () => {
  expect(check(rangesWithoutEffect, cluster())).toEqual([]);
  const open = { privateCluster: known(false), authorizedRanges: ranges(['10.20.0.0/16']) };
  expect(check(rangesWithoutEffect, cluster({ api: open }))).toEqual([]);
});

test('undetermined: the ranges, or whether the cluster is private', () => {
  expect(check(rangesWithoutEffect, cluster({ api: { authorizedRanges: waiting('param ranges') } }))).toEqual([]);
  const either = { privateCluster: waiting<boolean>('param private'), authorizedRanges: ranges(['10.20.0.0/16']) };
  expect(check(rangesWithoutEffect, cluster({ api: either }))).toEqual([]);
});
