import { publicEndpoint } from '../../../src/rules/api/public-endpoint.js';
import { byDefault, check, cluster, fixOf, known, ranges, waiting } from '../../support/subjects.js';

test('bad: a cluster that says nothing is public, and the message says that a default decides', () => {
  const [found] = check(publicEndpoint, cluster({ api: { privateCluster: byDefault(false, 'enablePrivateCluster') } }));
  expect(found?.message).toBe(
    'The API server of aks is reachable from the whole Internet: public endpoint, open to any source by default.',
  );
  expect(found?.level).toBe('open');
  expect(found?.fix?.description).toBe('Set enablePrivateCluster to true');
  expect(fixOf(found)).toBe('enablePrivateCluster = true');
});

test('bad: AKS Automatic is public too, although its nodes reach the API server privately', () => {
  const [found] = check(
    publicEndpoint,
    cluster({ automatic: true, api: { privateCluster: known(false), vnetIntegration: known(true) } }),
  );
  expect(found?.message).toMatch(/AKS Automatic/);
});

test('good: a private cluster, and one behind authorized ranges, is not reported', () => {
  expect(check(publicEndpoint, cluster())).toEqual([]);
  const behindRanges = { privateCluster: known(false), authorizedRanges: ranges(['203.0.113.0/24']) };
  expect(check(publicEndpoint, cluster({ api: behindRanges }))).toEqual([]);
});

test('undetermined: a parameter without a value is no public endpoint', () => {
  expect(check(publicEndpoint, cluster({ api: { privateCluster: waiting('param private') } }))).toEqual([]);
});

test('a cluster that may not be deployed is said to be so', () => {
  const [found] = check(
    publicEndpoint,
    cluster({ api: { privateCluster: known(false) }, conditionalOn: ['param deployCluster'] }),
  );
  expect(found?.message).toMatch(/^If deployed, which depends on param deployCluster: the API server of aks /);
});
