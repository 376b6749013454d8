import { privateDnsZoneChange } from '../../../src/rules/api/private-dns-zone-change.js';
import { changes, cluster, known, waiting } from '../../support/subjects.js';

const zone =
  '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io';
const in_ = (privateDnsZone: string) => cluster({ api: { privateDnsZone: known(privateDnsZone) } });

test('bad: a zone of your own in place of the one that AKS made', () => {
  const [found] = changes(privateDnsZoneChange, in_('system'), in_(zone));
  expect(found?.message).toMatch(
    /^The private DNS zone of aks changes from “system” to .* the deployment will fail\.$/,
  );
  expect(found?.severity).toBeUndefined();
});

test.each([
  ['none', 'system'],
  ['none', zone],
  [zone, 'system'],
  [zone, zone.replace('westeurope', 'northeurope')],
])('bad: %s to %s', (was, now) => {
  expect(changes(privateDnsZoneChange, in_(was), in_(now))).toHaveLength(1);
});

test.each([['system'], [zone]])('%s can be given up, for ever', (was) => {
  const [found] = changes(privateDnsZoneChange, in_(was), in_('none'));
  expect(found?.severity).toBe('notice');
  expect(found?.message).toMatch(/Azure can do that, but never back/);
});

test('good: the same zone, and a zone beside a public cluster', () => {
  expect(changes(privateDnsZoneChange, in_(zone), in_(zone))).toEqual([]);
  const isPublic = (value: string) => cluster({ api: { privateCluster: known(false), privateDnsZone: known(value) } });
  expect(changes(privateDnsZoneChange, isPublic('system'), isPublic(zone))).toEqual([]);
});

test('undetermined: a zone that a parameter names', () => {
  const open = cluster({ api: { privateDnsZone: waiting('param zone') } });
  expect(changes(privateDnsZoneChange, in_('system'), open)).toEqual([]);
});

test('where Terraform replaces the cluster for it, that is told instead', () => {
  const made = (value: string) => {
    const privateDnsZone = known(value, 'private_dns_zone_id');
    return cluster({
      api: { privateDnsZone },
      creation: { answer: 'replaced', settings: [{ fact: privateDnsZone, when: 'chosen' }] },
    });
  };
  expect(changes(privateDnsZoneChange, made('system'), made('none'))).toEqual([]);
});
