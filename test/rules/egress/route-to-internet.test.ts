import type { Surroundings } from '../../../src/posture/network/model.js';
import { routeToInternet } from '../../../src/rules/egress/route-to-internet.js';
import type { Discovery } from '../../../src/rules/rule.js';
import { around, route, subnet } from '../../support/network.js';
import { check, cluster, known, waiting } from '../../support/subjects.js';

const found = (network: Partial<Surroundings>, type = 'userDefinedRouting'): readonly Discovery[] =>
  check(routeToInternet, cluster({ egress: { outboundType: known(type) }, network }));
const beside = (prefix: Parameters<typeof route>[1]): Partial<Surroundings> =>
  around(subnet({ routes: [route('default'), route('around', { hop: 'internet', ...prefix })] }));

test('bad: each hole is told by its route, and decides', () => {
  const routes = ['0.0.0.0/1', 'Storage'].map((prefix) => route(prefix, { prefix, hop: 'internet' }));
  const [half, tag] = found(around(subnet({ routes: [route('default'), ...routes] })));
  expect(half?.message).toBe(
    'Route 0.0.0.0/1 of table rt sends 0.0.0.0/1 from the nodes of aks straight to the Internet, around any filter.',
  );
  expect([half?.key, tag?.key]).toEqual(['rt/0.0.0.0/1', 'rt/Storage']);
  expect([half?.level, tag?.level]).toEqual(['open', 'open']);
  expect(half?.origin.name).toBe('internet');
  expect(half?.also?.[0]?.name).toBe('0.0.0.0/1');
});

test('bad: a small block is a warning that decides nothing', () => {
  const [block] = found(beside({ prefix: '203.0.113.0/24' }));
  expect(block?.message).toMatch(/whoever has an address there is reached around the filter\.$/);
  expect(block?.severity).toBe('warning');
  expect(block?.level).toBeUndefined();
});

test('bad: one table on two subnets is told once', () => {
  const one = subnet({ routes: [route('default', { hop: 'internet' })] });
  const two = { ...subnet({ name: 'b' }), routeTable: one.routeTable };
  expect(found(around(one, two))).toHaveLength(1);
});

test('good: the address of the firewall, private addresses, another outbound type', () => {
  expect(found(beside({ prefix: '20.1.2.3/32' }))).toEqual([]);
  expect(found(beside({ prefix: { ...waiting<string>('pip'), parts: [null, '/32'] } }))).toEqual([]);
  expect(found(beside({ prefix: '172.16.0.0/12' }))).toEqual([]);
  expect(found(around(subnet({ routes: [route('default', { hop: 'internet' })] })), 'loadBalancer')).toEqual([]);
});

test('undetermined: a parameter decides', () => {
  expect(found(beside({ prefix: waiting('var.prefix') }))).toEqual([]);
  expect(found(around(subnet({ routes: [route('default', { hop: waiting('var.hop') })] })))).toEqual([]);
  const [perhaps] = found(beside({ prefix: '0.0.0.0/1', condition: 'var.bypass' }));
  expect(perhaps?.level).toBeUndefined();
});
