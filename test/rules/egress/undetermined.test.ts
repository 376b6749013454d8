import { egressUndetermined } from '../../../src/rules/egress/undetermined.js';
import { check, cluster, known, waiting } from '../../support/subjects.js';

test('bad: names what would decide', () => {
  const [found] = check(egressUndetermined, cluster({ egress: { outboundType: waiting('var.outbound_type') } }));
  expect(found?.message).toBe(
    'The text does not decide where nodes and pods of aks can connect to: the outbound type depends on var.outbound_type.',
  );
  expect(found?.level).toBe('unknown');
});

test('bad: an outbound type that AKS does not know', () => {
  expect(check(egressUndetermined, cluster({ egress: { outboundType: known('proxy') } }))[0]?.message).toMatch(
    /outbound type “proxy” is none that AKS knows\.$/,
  );
});

test('bad: whether nodes have public addresses, under a type that is closed', () => {
  const pools = [{ name: 'edge', nodePublicIp: waiting<boolean>('param publicNodes') }];
  expect(check(egressUndetermined, cluster({ egress: { pools } }))[0]?.message).toMatch(/param publicNodes\.$/);
});

test('good: decided, or decided whatever the open value becomes', () => {
  expect(check(egressUndetermined, cluster())).toEqual([]);
  const outboundType = waiting('param outbound', ['loadBalancer', 'managedNATGateway']);
  expect(check(egressUndetermined, cluster({ egress: { outboundType } }))).toEqual([]);
});
