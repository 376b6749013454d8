import { routed } from '../../../src/rules/egress/routed.js';
import { check, cluster, known, waiting } from '../../support/subjects.js';

test('bad: told as a step back only', () => {
  const [found] = check(routed, cluster({ egress: { outboundType: known('userDefinedRouting') } }));
  expect(found?.message).toBe(
    'Nodes and pods of aks get a way out through user-defined routing: the route table and its next hop decide what leaves.',
  );
  expect(found?.level).toBe('private');
  expect(found?.onlyAsRegression).toBe(true);
});

test('good: no egress; and open egress is told elsewhere', () => {
  expect(check(routed, cluster())).toEqual([]);
  expect(check(routed, cluster({ egress: { outboundType: known('loadBalancer') } }))).toEqual([]);
});

test('undetermined: a parameter decides', () => {
  expect(check(routed, cluster({ egress: { outboundType: waiting('param outbound') } }))).toEqual([]);
});
