import { vnetIntegration } from '../../../src/rules/api/vnet-integration.js';
import { check, cluster, fixOf, known, ranges, waiting } from '../../support/subjects.js';

const integrated = { privateCluster: known(false, 'enablePrivateCluster'), vnetIntegration: known(true) };

test('bad: integration alone leaves the public endpoint, and a private cluster mends it', () => {
  const [found] = check(vnetIntegration, cluster({ api: integrated }));
  expect(found?.message).toBe(
    'The API server of aks is reachable from the whole Internet: VNet integration gives the nodes a private way to it, but its public endpoint stays open to any source.',
  );
  expect(found?.level).toBe('open');
  expect(found?.origin).toBe(integrated.vnetIntegration.origin);
  expect(fixOf(found)).toBe('enablePrivateCluster = true');
});

test('good: with a private cluster, or with authorized ranges', () => {
  expect(check(vnetIntegration, cluster({ api: { vnetIntegration: known(true) } }))).toEqual([]);
  const behindRanges = { ...integrated, authorizedRanges: ranges(['203.0.113.0/24']) };
  expect(check(vnetIntegration, cluster({ api: behindRanges }))).toEqual([]);
});

test('undetermined: whether integration is on changes the reason, not the level, so it is not blamed', () => {
  const open = { privateCluster: known(false), vnetIntegration: waiting<boolean>('param integrated') };
  expect(check(vnetIntegration, cluster({ api: open }))).toEqual([]);
});
