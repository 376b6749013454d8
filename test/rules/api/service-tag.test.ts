import { serviceTag } from '../../../src/rules/api/service-tag.js';
import { check, cluster, known, ranges, waiting } from '../../support/subjects.js';

const behind = (...texts: Parameters<typeof ranges>[0]) =>
  cluster({ api: { privateCluster: known(false), authorizedRanges: ranges(texts) } });

test('bad: each tag is told, and decides no level', () => {
  const found = check(serviceTag, behind('203.0.113.0/24', 'AzureDevOps', 'AzureFrontDoor.Backend'));
  expect(found.map(({ key, level }) => [key, level])).toEqual([
    ['AzureDevOps', undefined],
    ['AzureFrontDoor.Backend', undefined],
  ]);
  expect(found[0]?.message).toBe(
    'The API server of aks admits the service tag AzureDevOps: whoever uses that Azure service, in any tenant, comes from an admitted address.',
  );
});

test('good: addresses only, a private cluster, and a tag that opens everything is told elsewhere', () => {
  expect(check(serviceTag, behind('203.0.113.0/24'))).toEqual([]);
  expect(check(serviceTag, cluster({ api: { authorizedRanges: ranges(['AzureDevOps']) } }))).toEqual([]);
  expect(check(serviceTag, behind('AzureCloud'))).toEqual([]);
});

test('undetermined: a range that waits for a parameter is no tag', () => {
  expect(check(serviceTag, behind(waiting('param range')))).toEqual([]);
});
