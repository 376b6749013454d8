import { kubernetesEvaluator } from '../../../src/evaluation/kubernetes/evaluator.js';
import { edited, onlyCluster } from '../../support/evaluated.js';

const cluster = (spec: string, more = ''): Record<string, string> => ({
  'aks.yaml': `apiVersion: containerservice.azure.com/v1api20240901
kind: ManagedCluster
metadata:
  name: \${CLUSTER_NAME}
spec:
  location: West Europe
${spec}${more}`,
});
const read = (spec: string, more = ''): ReturnType<typeof onlyCluster> =>
  onlyCluster(cluster(spec, more), kubernetesEvaluator);

describe('a ManagedCluster of Azure Service Operator', () => {
  test('has the names of the Azure API below its spec, and its defaults', () => {
    const { format, api, egress, location } = read('  apiServerAccessProfile:\n    enablePrivateCluster: true\n');
    expect(format).toBe('aso');
    expect(location).toMatchObject({ known: true, value: 'westeurope' });
    expect(api.privateCluster).toMatchObject({ known: true, value: true, byDefault: false });
    expect(api.publicFqdn).toMatchObject({ known: true, value: true, byDefault: true });
    expect(egress.outboundType).toMatchObject({ known: true, value: 'loadBalancer', byDefault: true });
  });

  test('waits for a placeholder, and takes the default of one', () => {
    const { api, egress } = read(
      '  networkProfile:\n    outboundType: ${OUTBOUND}\n  apiServerAccessProfile:\n    enablePrivateCluster: ${PRIVATE:=true}\n',
    );
    expect(egress.outboundType).toMatchObject({ known: false, dependsOn: ['OUTBOUND'] });
    expect(api.privateCluster).toMatchObject({ known: true, value: true });
  });

  test('reads references as the ids that they stand for', () => {
    const pool =
      '  agentPoolProfiles:\n    - name: system\n      vnetSubnetReference:\n        armId: /subnets/nodes\n';
    expect(read(pool).egress.pools).toMatchObject([
      { name: 'system', subnet: { known: true, value: '/subnets/nodes' } },
    ]);
    const [named] = read(pool.replace('armId: /subnets/nodes', 'name: nodes')).egress.pools;
    expect(named?.subnet).toMatchObject({ known: false, dependsOn: ['vnetSubnetReference nodes'] });
  });

  test('owns the pools that name it as their owner', () => {
    const pool = `---
apiVersion: containerservice.azure.com/v1api20240901
kind: ManagedClustersAgentPool
metadata:
  name: user
spec:
  owner:
    name: \${CLUSTER_NAME}
  enableNodePublicIP: true
`;
    expect(read('  dnsPrefix: a\n', pool).egress.pools).toMatchObject([
      { name: 'user', nodePublicIp: { known: true, value: true } },
    ]);
  });

  describe('with a reconcile policy', () => {
    const having = (policy: string, spec: string): ReturnType<typeof onlyCluster> => {
      const { 'aks.yaml': text = '' } = cluster(spec);
      const annotation = `  annotations:\n    serviceoperator.azure.com/reconcile-policy: ${policy}\nspec:`;
      return onlyCluster({ 'aks.yaml': text.replace('spec:', annotation) }, kubernetesEvaluator);
    };
    const elsewhere = { known: false, dependsOn: ['whoever makes the cluster, which is only read here'] };

    test('of skip, leaves open what it does not say, at any depth', () => {
      const { api, egress, automatic } = having('skip', '  apiServerAccessProfile:\n    enablePrivateCluster: true\n');
      expect(api.privateCluster).toMatchObject({ known: true, value: true });
      expect([api.publicFqdn, api.authorizedRanges, egress.outboundType, automatic]).toMatchObject([
        elsewhere,
        elsewhere,
        elsewhere,
        elsewhere,
      ]);
    });

    test('of skip, leaves pools open beside those that it names', () => {
      const { pools } = having('skip', '  agentPoolProfiles:\n    - name: system\n').egress;
      expect(pools[0]).toMatchObject({ name: 'system', nodePublicIp: elsewhere });
      expect(pools.at(-1)?.nodePublicIp).toMatchObject(elsewhere);
      expect(pools).toHaveLength(2);
    });

    test.each(['detach-on-delete', 'manage', 'Skip'])('of %s, is applied as usual', (policy) => {
      const { api, egress } = having(policy, '  dnsPrefix: a\n');
      expect(api.privateCluster).toMatchObject({ known: true, value: false, byDefault: true });
      expect(egress.outboundType).toMatchObject({ known: true, value: 'loadBalancer', byDefault: true });
    });
  });

  test('is fixed where it stands', () => {
    const before = cluster('  apiServerAccessProfile:\n    enablePrivateCluster: false\n');
    const { privateCluster } = onlyCluster(before, kubernetesEvaluator).api;
    const after = edited(before, privateCluster.known ? privateCluster.set?.(true) : undefined);
    expect(after['aks.yaml']).toContain('    enablePrivateCluster: true\n');
    expect(onlyCluster(after, kubernetesEvaluator).api.privateCluster).toMatchObject({ known: true, value: true });
  });
});
