import { publicFqdn } from '../../../src/rules/api/public-fqdn.js';
import { byDefault, check, cluster, fixOf, known, waiting } from '../../support/subjects.js';

test('bad: a private cluster keeps its public FQDN by default', () => {
  const [found] = check(
    publicFqdn,
    cluster({ api: { publicFqdn: byDefault(true, 'enablePrivateClusterPublicFQDN') } }),
  );
  expect(found?.message).toBe(
    'The API server of aks is private, but its public FQDN still resolves to the private address by default.',
  );
  expect(found?.level).toBe('private');
  expect(found?.onlyAsRegression).toBeUndefined();
  expect(fixOf(found)).toBe('enablePrivateClusterPublicFQDN = false');
});

test('bad: without a private zone the FQDN is needed, so no edit is suggested that Azure refuses', () => {
  const [found] = check(publicFqdn, cluster({ api: { publicFqdn: known(true), privateDnsZone: known('none') } }));
  expect(found?.message).toMatch(/the only name of the API server\.$/);
  expect(found?.fix).toBeUndefined();
  expect(found?.remedy).toMatch(/required while there is no private DNS zone/);
});

test('a zone that is not decided gets no edit either', () => {
  const api = { publicFqdn: known(true), privateDnsZone: waiting<string>('param zone') };
  expect(check(publicFqdn, cluster({ api }))[0]?.fix).toBeUndefined();
});

test('good: switched off, and on a public cluster it is no matter', () => {
  expect(check(publicFqdn, cluster())).toEqual([]);
  expect(check(publicFqdn, cluster({ api: { privateCluster: known(false), publicFqdn: known(true) } }))).toEqual([]);
});

test('undetermined: a parameter decides', () => {
  expect(check(publicFqdn, cluster({ api: { publicFqdn: waiting('param fqdn') } }))).toEqual([]);
});
