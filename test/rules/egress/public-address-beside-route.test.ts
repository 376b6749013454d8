import { publicAddressBesideRoute } from '../../../src/rules/egress/public-address-beside-route.js';
import { around, route, subnet } from '../../support/network.js';
import { check, cluster, fixOf, known, waiting } from '../../support/subjects.js';

const network = around(subnet({ routes: [route('default')] }));

test('bad: judged by the route, warned of the address', () => {
  const egress = { outboundType: known('loadBalancer', 'outboundType') };
  const [found] = check(publicAddressBesideRoute, cluster({ egress, network }));
  expect(found?.message).toBe(
    'A route sends what leaves aks to a filter, but outbound type loadBalancer keeps a public address that opens as soon as the route is gone.',
  );
  expect(found?.level).toBe('private');
  expect(fixOf(found)).toBe('outboundType = "userDefinedRouting"');
});

test('good: user-defined routing; and an open type without a route is told elsewhere', () => {
  const routed = cluster({ egress: { outboundType: known('userDefinedRouting') }, network });
  expect(check(publicAddressBesideRoute, routed)).toEqual([]);
  const open = cluster({ egress: { outboundType: known('loadBalancer') }, network: around(subnet()) });
  expect(check(publicAddressBesideRoute, open)).toEqual([]);
});

test('undetermined: a parameter decides', () => {
  const egress = { outboundType: known('loadBalancer') };
  const open = around(subnet({ routes: [route('default', { condition: 'var.routed' })] }));
  expect(check(publicAddressBesideRoute, cluster({ egress, network: open }))).toEqual([]);
  expect(check(publicAddressBesideRoute, cluster({ egress: { outboundType: waiting('var.type') }, network }))).toEqual(
    [],
  );
});
