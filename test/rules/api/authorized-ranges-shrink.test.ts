import { authorizedRangesShrink } from '../../../src/rules/api/authorized-ranges-shrink.js';
import { changes, cluster, known, ranges, waiting } from '../../support/subjects.js';

const admitting = (...list: Parameters<typeof ranges>[0]) =>
  cluster({ api: { privateCluster: known(false), authorizedRanges: ranges(list) } });

test('bad: an address that is on the new list no more is named', () => {
  const was = admitting('203.0.113.0/24', '198.51.100.7');
  const [found] = changes(authorizedRangesShrink, was, admitting('203.0.113.0/24', '192.0.2.1'));
  expect(found?.message).toBe(
    'The API server of aks will no longer admit 198.51.100.7: the new list of authorized ranges replaces the old one.',
  );
});

test('bad: of a range that got narrower, what is left is told', () => {
  const [found] = changes(
    authorizedRangesShrink,
    admitting('203.0.113.0/24', '192.0.2.1'),
    admitting('203.0.113.0/28'),
  );
  expect(found?.message).toMatch(
    /no longer admit 203\.0\.113\.0\/24 \(of it only 203\.0\.113\.0\/28\) and 192\.0\.2\.1:/,
  );
});

test.each([
  ['a range that a wider one holds', ['203.0.113.128/25'], ['203.0.113.0/24'], 0],
  ['a range of which a part stays', ['203.0.113.0/24'], ['203.0.113.128/25'], 1],
  ['a service tag', ['AzureCloud', '192.0.2.1'], ['192.0.2.1'], 1],
  ['a longer list', ['192.0.2.1'], ['192.0.2.1', '192.0.2.2'], 0],
  ['no list any more, which is told as an open API server', ['192.0.2.1'], [], 0],
  ['what is no address', ['hello'], ['world'], 1],
])('%s', (_, was, now, count) => {
  expect(changes(authorizedRangesShrink, admitting(...was), admitting(...now))).toHaveLength(count);
});

test('undetermined: an open entry may be the one that is missing', () => {
  expect(changes(authorizedRangesShrink, admitting('192.0.2.1'), admitting(waiting('var.office')))).toEqual([]);
});

test('good: beside a private cluster the list has no effect', () => {
  const behind = (list: readonly string[]) => cluster({ api: { authorizedRanges: ranges(list) } });
  expect(changes(authorizedRangesShrink, behind(['192.0.2.1', '192.0.2.2']), behind(['192.0.2.1']))).toEqual([]);
});
