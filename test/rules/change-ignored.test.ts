import type { Lifecycle } from '../../src/evaluation/resource.js';
import type { Cluster } from '../../src/posture/model.js';
import { apiChangeIgnored } from '../../src/rules/api/change-ignored.js';
import { egressChangeIgnored } from '../../src/rules/egress/change-ignored.js';
import { outboundTypeMigration } from '../../src/rules/egress/outbound-type-migration.js';
import { ingressChangeIgnored } from '../../src/rules/ingress/change-ignored.js';
import { changes, cluster, known, ranges } from '../support/subjects.js';

const ignoring = (now: Cluster, ignored: Lifecycle['ignored']): Cluster => ({
  ...now,
  lifecycle: { ignored, origin: known('').origin, createsFirst: false, isKept: false },
});
const before = cluster({ egress: { outboundType: known('loadBalancer', 'network_profile.outbound_type') } });
const after = cluster({ egress: { outboundType: known('userDefinedRouting', 'network_profile.outbound_type') } });

test.each<[string, Lifecycle['ignored'], number]>([
  ['the setting', ['network_profile.outbound_type'], 1],
  ['the block around it', ['network_profile'], 1],
  ['everything', 'all', 1],
  ['another setting', ['network_profile.network_policy'], 0],
  ['a name that starts alike', ['network'], 0],
  ['nothing', [], 0],
])('%s is ignored', (_, ignored, count) => {
  expect(changes(egressChangeIgnored, before, ignoring(after, ignored))).toHaveLength(count);
  // What is not applied breaks nothing.
  expect(changes(outboundTypeMigration, before, ignoring(after, ignored))).toHaveLength(1 - count);
});

test('the message names the setting and where it is ignored', () => {
  expect(changes(egressChangeIgnored, before, ignoring(after, ['network_profile']))[0]?.message).toBe(
    'The change of network_profile.outbound_type is not applied to the existing cluster aks: lifecycle.ignore_changes in main.txt:1 keeps Terraform from it. The levels here are those of a cluster that is made anew.',
  );
});

test('lists are compared by their elements', () => {
  const one = cluster({ api: { authorizedRanges: ranges(['20.1.2.3']) } });
  const same = ignoring(cluster({ api: { authorizedRanges: ranges(['20.1.2.3']) } }), 'all');
  const other = ignoring(cluster({ api: { authorizedRanges: ranges(['20.1.2.4']) } }), 'all');
  expect(changes(apiChangeIgnored, one, same)).toEqual([]);
  expect(changes(apiChangeIgnored, one, other)).toHaveLength(1);
});

test('each dimension tells its own', () => {
  const opening = (exposure: 'public' | 'internal'): Cluster['openings'] => [
    { via: 'application-routing', exposure: known(exposure, 'web_app_routing') },
  ];
  const [was, now] = [
    cluster({ openings: opening('public') }),
    ignoring(cluster({ openings: opening('internal') }), 'all'),
  ];
  expect(changes(ingressChangeIgnored, was, now)).toHaveLength(1);
  expect(changes(apiChangeIgnored, was, now)).toEqual([]);
  expect(changes(egressChangeIgnored, was, now)).toEqual([]);
});
