import { unrestrictedOutbound } from '../../../src/rules/egress/unrestricted-outbound.js';
import { around, firewall, route, rule, subnet } from '../../support/network.js';
import { byDefault, check, cluster, known, waiting } from '../../support/subjects.js';

test('bad: a cluster that says nothing reaches the whole Internet', () => {
  const [found] = check(unrestrictedOutbound, cluster({ egress: { outboundType: byDefault('loadBalancer') } }));
  expect(found?.message).toBe(
    'Nodes and pods of aks can connect to the whole Internet: the outbound type is loadBalancer by default, which filters nothing.',
  );
  expect(found?.level).toBe('open');
});

test.each(['managedNATGateway', 'managedNATGatewayV2', 'userAssignedNATGateway'])('bad: %s', (type) => {
  expect(check(unrestrictedOutbound, cluster({ egress: { outboundType: known(type) } }))).toHaveLength(1);
});

test('bad: load balancer or NAT gateway, whichever the parameter chooses', () => {
  const outboundType = waiting('param outbound', ['loadBalancer', 'managedNATGateway']);
  expect(check(unrestrictedOutbound, cluster({ egress: { outboundType } }))[0]?.message).toMatch(
    /loadBalancer or managedNATGateway/,
  );
});

test('bad: stays told, without deciding, when nodes have public addresses on top', () => {
  const egress = {
    outboundType: known('loadBalancer'),
    pools: [{ name: 'edge', nodePublicIp: known(true) }],
  };
  const [found] = check(unrestrictedOutbound, cluster({ egress }));
  expect(found?.message).toMatch(/can connect to the whole Internet/);
  expect(found?.level).toBeUndefined();
});

test.each(['userDefinedRouting', 'none', 'block'])('good: %s', (type) => {
  expect(check(unrestrictedOutbound, cluster({ egress: { outboundType: known(type) } }))).toEqual([]);
});

test('good: a proxy is told elsewhere', () => {
  const egress = { outboundType: known('loadBalancer'), httpProxy: known('http://proxy:3128') };
  expect(check(unrestrictedOutbound, cluster({ egress }))).toEqual([]);
});

test('undetermined: a parameter decides', () => {
  expect(check(unrestrictedOutbound, cluster({ egress: { outboundType: waiting('param outbound') } }))).toEqual([]);
});

test('good: behind a route to a firewall with a hole, the hole is told instead', () => {
  const network = around(subnet({ routes: [route('default', { firewall: firewall([rule('any', { to: ['*'] })]) })] }));
  expect(check(unrestrictedOutbound, cluster({ egress: { outboundType: known('loadBalancer') }, network }))).toEqual(
    [],
  );
});

test('bad: the subnet of the nodes would do as a place as well, where its route was taken away', () => {
  const network = around(subnet({}));
  const [found] = check(unrestrictedOutbound, cluster({ egress: { outboundType: known('loadBalancer') }, network }));
  expect(found?.also?.length).toBeGreaterThan(0);
  expect(found?.message).toMatch(/which filters nothing, and subnet nodes has no route table\.$/);
});
