import type { ClusterApi } from '../../../src/posture/model.js';
import { privateDnsZone } from '../../../src/rules/api/private-dns-zone.js';
import type { Discovery } from '../../../src/rules/rule.js';
import { check, cluster, known, waiting } from '../../support/subjects.js';
import type { Fact } from '../../../src/posture/fact.js';

const found = (zoneName: string | Fact<string>, api: Partial<ClusterApi> = {}): readonly Discovery[] =>
  check(
    privateDnsZone,
    cluster({
      api: { privateDnsZone: known('/zones/own', 'privateDNSZone'), ...api },
      network: { zoneName: typeof zoneName === 'string' ? known(zoneName) : zoneName },
    }),
  );

test('bad: neither a zone nor a public name', () => {
  const [one] = found('', { privateDnsZone: known('none'), publicFqdn: known(false) });
  expect(one?.message).toBe(
    'Private cluster aks has neither a private DNS zone nor a public FQDN, so that nothing resolves its API server: AKS refuses it.',
  );
  expect(one?.level).toBeUndefined();
});

test.each<[string, Partial<ClusterApi>, RegExp]>([
  ['privatelink.azurecr.io', {}, /is called “privatelink\.azurecr\.io”, which is no zone of AKS/],
  ['private.westeurope.azmk8s.io', {}, /is for API server VNet integration, and the cluster has none/],
  ['privatelink.westeurope.azmk8s.io', { vnetIntegration: known(true) }, /the documented name starts with private/],
  ['privatelink.northeurope.azmk8s.io', {}, /is of region northeurope, and the cluster is in westeurope/],
])('bad: %s', (zone, api, message) => {
  expect(found(zone, api)[0]?.message).toMatch(message);
});

test.each<[string, Partial<ClusterApi>]>([
  ['privatelink.westeurope.azmk8s.io', {}],
  ['team.privatelink.westeurope.azmk8s.io', {}],
  ['private.westeurope.azmk8s.io', { vnetIntegration: known(true) }],
  ['privatelink.chinaeast2.cx.prod.service.azk8s.cn', {}],
  ['', { privateDnsZone: known('none'), publicFqdn: known(true) }],
  ['', { privateDnsZone: known('system') }],
  ['privatelink.azurecr.io', { privateCluster: known(false) }],
])('good: %s', (zone, api) => {
  expect(found(zone, api)).toEqual([]);
});

test('undetermined: what is decided of a name is judged, and no more', () => {
  expect(found(waiting('var.zone'))).toEqual([]);
  const integrated = { vnetIntegration: known(true) };
  const partly = { ...waiting<string>('var.region'), parts: ['privatelink.', null, '.azmk8s.io'] };
  expect(found(partly)).toEqual([]);
  expect(found(partly, integrated)).toHaveLength(1);
  expect(found('private.westeurope.azmk8s.io', { vnetIntegration: waiting('var.integrated') })).toEqual([]);
  expect(found('', { privateDnsZone: known('none'), publicFqdn: waiting('var.fqdn') })).toEqual([]);
});
