import { authorizedRangesAdmitEveryone } from '../../../src/rules/api/authorized-ranges-admit-everyone.js';
import { check, cluster, known, ranges, waiting } from '../../support/subjects.js';

const behind = (...texts: Parameters<typeof ranges>[0]) =>
  cluster({ api: { privateCluster: known(false), authorizedRanges: ranges(texts) } });

test.each([
  ['0.0.0.0/0', ['0.0.0.0/0'], 'the ranges together admit every address'],
  ['its halves', ['0.0.0.0/1', '128.0.0.0/1'], 'the ranges together admit every address'],
  ['a very wide block', ['203.0.113.0/24', '64.0.0.0/3'], 'the ranges admit 64.0.0.0/3, which is no restriction'],
  ['AzureCloud', ['AzureCloud'], 'service tag AzureCloud stands for every customer of Azure or everyone'],
])('bad: %s', (_, texts, why) => {
  const [found] = check(authorizedRangesAdmitEveryone, behind(...texts));
  expect(found?.message).toBe(
    `The API server of aks is reachable from the whole Internet although it has authorized IP ranges: ${why}.`,
  );
  expect(found?.level).toBe('open');
});

test('good: a finite list, and the own address alone', () => {
  expect(check(authorizedRangesAdmitEveryone, behind('203.0.113.0/24', '198.51.100.7'))).toEqual([]);
  expect(check(authorizedRangesAdmitEveryone, behind('0.0.0.0/32'))).toEqual([]);
});

test('good: on a private cluster the ranges open nothing', () => {
  expect(check(authorizedRangesAdmitEveryone, cluster({ api: { authorizedRanges: ranges(['0.0.0.0/0']) } }))).toEqual(
    [],
  );
});

test('undetermined: a range that waits for a parameter is not taken for everyone', () => {
  expect(check(authorizedRangesAdmitEveryone, behind(waiting('var.office')))).toEqual([]);
});
