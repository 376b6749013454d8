import { here } from '../../../src/posture/network/link.js';
import type { PublicAddress, Surroundings } from '../../../src/posture/network/model.js';
import type { ClusterApi } from '../../../src/posture/model.js';
import { authorizedRangesWithoutFirewall } from '../../../src/rules/api/authorized-ranges-without-firewall.js';
import type { Discovery } from '../../../src/rules/rule.js';
import { around, at, declared, firewall, route, subnet } from '../../support/network.js';
import { check, cluster, known, ranges, waiting } from '../../support/subjects.js';

const address: PublicAddress = declared('pip-fw');
const wall = firewall([], { addresses: [here(address, at('pip'))] });
const behind = around(subnet({ routes: [route('default', { firewall: wall })] }));
const open = { privateCluster: known(false), authorizedRanges: ranges(['203.0.113.0/24']) };

const found = (
  api: Partial<ClusterApi> = {},
  network: Partial<Surroundings> = {},
  outboundType = 'userDefinedRouting',
): readonly Discovery[] =>
  check(
    authorizedRangesWithoutFirewall,
    cluster({
      api: { ...open, ...api },
      egress: { outboundType: known(outboundType) },
      network: { ...behind, ...network },
    }),
  );

test('bad: no range is the firewall', () => {
  const [one] = found();
  expect(one?.message).toBe(
    'The nodes of aks reach its API server through firewall fw, and no authorized range is written from its public address pip-fw: unless a literal range holds it, nodes cannot register.',
  );
  expect(one?.key).toBe('fw');
  expect(one?.level).toBeUndefined();
});

test("bad: the cluster's own address is not the firewall's", () => {
  expect(found({ authorizedRanges: ranges(['0.0.0.0/32']) })).toHaveLength(1);
});

test('good: admitted, private, integrated, no ranges, another outbound type, a firewall that is not here', () => {
  const referred = ranges(['203.0.113.0/24', { ...waiting<string>('pip.ip'), parts: [null, '/32'] }]);
  expect(found({ authorizedRanges: referred }, { admitted: [address] })).toEqual([]);
  expect(found({ privateCluster: known(true) })).toEqual([]);
  expect(found({ vnetIntegration: known(true) })).toEqual([]);
  expect(found({ authorizedRanges: ranges([]) })).toEqual([]);
  expect(found({}, {}, 'loadBalancer')).toEqual([]);
  expect(found({}, around(subnet({ routes: [route('default')] })))).toEqual([]);
});

test('undetermined: a range that waits for a parameter may be the one', () => {
  expect(found({ authorizedRanges: ranges(['203.0.113.0/24', waiting('var.range')]) })).toEqual([]);
});
