import { authorizedRanges } from '../../../src/rules/api/authorized-ranges.js';
import { check, cluster, known, ranges, waiting } from '../../support/subjects.js';

const behind = (...texts: Parameters<typeof ranges>[0]) =>
  cluster({ api: { privateCluster: known(false), authorizedRanges: ranges(texts) } });

test('bad: a public endpoint behind ranges names them, but not endlessly', () => {
  const [found] = check(authorizedRanges, behind('203.0.113.0/24', '198.51.100.7', '192.0.2.1', '192.0.2.2'));
  expect(found?.message).toBe(
    'The API server of aks has a public endpoint with authorized IP ranges: admitted are 203.0.113.0/24, 198.51.100.7, 192.0.2.1 and 1 more.',
  );
  expect(found?.level).toBe('restricted');
});

test('bad: 0.0.0.0/32 is told as what it is', () => {
  expect(check(authorizedRanges, behind('0.0.0.0/32'))[0]?.message).toMatch(
    /only the cluster's own outbound address is admitted\.$/,
  );
});

test('bad: one address that waits for a variable is as finite as any', () => {
  const address = { ...waiting<string>('var.office_ip'), parts: [null, '/32'] };
  expect(check(authorizedRanges, behind(address))[0]?.message).toMatch(/admitted are var\.office_ip\.$/);
});

test('bad: a choice of lists that are all finite', () => {
  const choice = waiting('param site', [ranges(['203.0.113.0/24']).value, ranges(['198.51.100.0/24']).value]);
  const api = { privateCluster: known(false), authorizedRanges: choice };
  expect(check(authorizedRanges, cluster({ api }))[0]?.message).toMatch(/admitted are those of param site\.$/);
});

test('good: a private cluster, and what is open is told elsewhere', () => {
  expect(check(authorizedRanges, cluster({ api: { authorizedRanges: ranges(['203.0.113.0/24']) } }))).toEqual([]);
  expect(check(authorizedRanges, behind())).toEqual([]);
});

test('undetermined: a list that waits for a parameter', () => {
  const api = { privateCluster: known(false), authorizedRanges: waiting<readonly never[]>('param ranges') };
  expect(check(authorizedRanges, cluster({ api }))).toEqual([]);
});
