import { nodePublicIp } from '../../../src/rules/egress/node-public-ip.js';
import { check, cluster, fixOf, known, waiting } from '../../support/subjects.js';

test('bad: each pool with public addresses is told by its name', () => {
  const pools = ['system', 'edge', 'games'].map((name) => ({
    name,
    nodePublicIp: known(name !== 'system', 'enableNodePublicIP'),
  }));
  const found = check(nodePublicIp, cluster({ egress: { pools } }));
  expect(found.map(({ key }) => key)).toEqual(['edge', 'games']);
  expect(found[0]?.message).toBe(
    'Every node of pool edge in aks has a public address: it connects to the whole Internet around any filter, and the Internet can address it.',
  );
  expect(found[0]?.level).toBe('open');
  expect(fixOf(found[0])).toBe('enableNodePublicIP = false');
});

test('good: no pool has them', () => {
  expect(check(nodePublicIp, cluster())).toEqual([]);
});

test('undetermined: a parameter decides', () => {
  const pools = [{ name: 'edge', nodePublicIp: waiting<boolean>('param publicNodes') }];
  expect(check(nodePublicIp, cluster({ egress: { pools } }))).toEqual([]);
});
