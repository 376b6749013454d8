import { publicNetworkAccess } from '../../../src/rules/api/public-network-access.js';
import { check, cluster, fixOf, known, waiting } from '../../support/subjects.js';

test.each([
  ['disabled', 'Disabled'],
  ['securedbyperimeter', 'SecuredByPerimeter'],
])('bad: %s does not make a public cluster private', (value, spelled) => {
  const api = {
    privateCluster: known(false, 'enablePrivateCluster'),
    publicNetworkAccess: known(value, 'publicNetworkAccess'),
  };
  const [found] = check(publicNetworkAccess, cluster({ api }));
  expect(found?.message).toBe(
    `The API server of aks is reachable from the whole Internet: publicNetworkAccess “${spelled}” does not make it private, and the cluster is not a private cluster.`,
  );
  expect(found?.level).toBe('open');
  expect(fixOf(found)).toBe('enablePrivateCluster = true');
});

test('good: on a private cluster, or when it is enabled', () => {
  expect(check(publicNetworkAccess, cluster({ api: { publicNetworkAccess: known('disabled') } }))).toEqual([]);
  const enabled = { privateCluster: known(false), publicNetworkAccess: known('enabled') };
  expect(check(publicNetworkAccess, cluster({ api: enabled }))).toEqual([]);
});

test('undetermined: a value that waits for a parameter is told as a plain public endpoint', () => {
  const open = { privateCluster: known(false), publicNetworkAccess: waiting<string>('param access') };
  expect(check(publicNetworkAccess, cluster({ api: open }))).toEqual([]);
});
