import { firstPoolChanged } from '../../../src/rules/api/first-pool-changed.js';
import type { ClusterFacts } from '../../support/subjects.js';
import { changes, cluster, known, waiting } from '../../support/subjects.js';

type Pool = readonly [name: string, subnet: string];

function pooled(pools: readonly Pool[], api: ClusterFacts['api'] = {}) {
  const all = pools.map(([name, subnet]) => ({ name, nodePublicIp: known(false), subnet: known(subnet) }));
  return cluster({ api, egress: { pools: all } });
}

const system: Pool = ['system', '/subnets/system'];
const user: Pool = ['user', '/subnets/user'];

test('bad: another pool comes first', () => {
  const [found] = changes(firstPoolChanged, pooled([system, user]), pooled([user, system]));
  expect(found?.message).toBe(
    'Node pool user takes the place of system as the first of aks: the private endpoint of the API server follows it to another subnet when the cluster is stopped and started, and gets another address.',
  );
});

test('bad: the first pool goes to another subnet', () => {
  const [found] = changes(firstPoolChanged, pooled([system]), pooled([['system', '/subnets/other']]));
  expect(found?.message).toMatch(/^The first node pool system of aks goes to another subnet: /);
});

test('good: pools behind the first, and pools in the same subnet', () => {
  expect(changes(firstPoolChanged, pooled([system]), pooled([system, user]))).toEqual([]);
  expect(changes(firstPoolChanged, pooled([system]), pooled([['new', '/SUBNETS/system']]))).toEqual([]);
});

test('good: a public cluster, and an API server with a subnet of its own', () => {
  for (const api of [{ privateCluster: known(false) }, { vnetIntegration: known(true) }]) {
    expect(changes(firstPoolChanged, pooled([system], api), pooled([user], api))).toEqual([]);
  }
});

test('undetermined: an open subnet may be another one where the pool is', () => {
  const open = (name: string) =>
    cluster({ egress: { pools: [{ name, nodePublicIp: known(false), subnet: waiting('param subnet') }] } });
  expect(changes(firstPoolChanged, pooled([system]), open('system'))).toEqual([]);
  expect(changes(firstPoolChanged, pooled([system]), open('user'))[0]?.message).toMatch(/to the subnet of that pool/);
});
