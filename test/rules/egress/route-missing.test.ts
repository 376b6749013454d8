import type { Surroundings } from '../../../src/posture/network/model.js';
import { routeMissing } from '../../../src/rules/egress/route-missing.js';
import type { Discovery } from '../../../src/rules/rule.js';
import { around, route, subnet } from '../../support/network.js';
import { check, cluster, known } from '../../support/subjects.js';

const found = (network: Partial<Surroundings>, type = 'userDefinedRouting'): readonly Discovery[] =>
  check(routeMissing, cluster({ egress: { outboundType: known(type) }, network }));

test('bad: no route table, told at the subnet', () => {
  const [one] = found(around(subnet()));
  expect(one?.message).toBe(
    'Egress of aks is broken or open: user-defined routing, but subnet nodes has no route table.',
  );
  expect(one?.level).toBe('open');
  expect(one?.origin.name).toBe('nodes');
});

test('bad: a table without a route for everything, told at the table', () => {
  const [one] = found(around(subnet({ routes: [route('vnet', { prefix: '10.0.0.0/8' })] })));
  expect(one?.message).toMatch(/no route of table rt takes 0\.0\.0\.0\/0\.$/);
  expect(one?.origin.name).toBe('rt');
});

test('good: a route, or another outbound type', () => {
  expect(found(around(subnet({ routes: [route('default')] })))).toEqual([]);
  expect(found(around(subnet()), 'loadBalancer')).toEqual([]);
  expect(found({})).toEqual([]);
});

test('undetermined: a parameter decides, or another root', () => {
  expect(found(around(subnet({ routes: 'open' })))).toEqual([]);
  expect(found(around(subnet({ routes: 'elsewhere' })))).toEqual([]);
  expect(found(around(subnet({ routes: [], further: 'var.routes' })))).toEqual([]);
});
