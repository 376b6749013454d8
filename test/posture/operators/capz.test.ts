import { kubernetesEvaluator } from '../../../src/evaluation/kubernetes/evaluator.js';
import { edited, onlyCluster, subjectsIn } from '../../support/evaluated.js';

const objectOf = (kind: string, spec: string): string => `apiVersion: infrastructure.cluster.x-k8s.io/v1beta1
kind: ${kind}
metadata:
  name: orders
spec:
${spec}`;
const read = (...objects: readonly string[]): ReturnType<typeof onlyCluster> =>
  onlyCluster({ 'aks.yaml': objects.join('---\n') }, kubernetesEvaluator);

describe('an AzureManagedControlPlane', () => {
  test('has what Azure keeps in its network profile in the spec itself', () => {
    const { format, egress } = read(objectOf('AzureManagedControlPlane', '  outboundType: userDefinedRouting\n'));
    expect(format).toBe('capz');
    expect(egress.outboundType).toMatchObject({ known: true, value: 'userDefinedRouting' });
  });

  test('is fixed in the spec itself', () => {
    const before = { 'aks.yaml': objectOf('AzureManagedControlPlane', '  version: v1.32.4\n') };
    const { outboundType } = onlyCluster(before, kubernetesEvaluator).egress;
    const after = edited(before, outboundType.known ? outboundType.set?.('userDefinedRouting') : undefined);
    expect(after['aks.yaml']).toMatch(/^ {2}outboundType: userDefinedRouting$/m);
  });

  test('has no fix for what only a patch can set', () => {
    const { api, egress } = read(objectOf('AzureManagedControlPlane', '  version: v1.32.4\n'));
    expect(api.runCommand.known && api.runCommand.set?.(false)).toBeUndefined();
    expect(egress.outboundType.known && egress.outboundType.set?.('none')).toBeUndefined();
  });

  test('is read from a template as what it makes, with its machine pools', () => {
    const spec = '  template:\n    spec:\n      apiServerAccessProfile:\n        enablePrivateCluster: true\n';
    const pool = objectOf('AzureManagedMachinePool', '  enableNodePublicIP: true\n');
    const { api, egress } = read(objectOf('AzureManagedControlPlaneTemplate', spec), pool);
    expect(api.privateCluster).toMatchObject({ known: true, value: true });
    expect(egress.pools).toMatchObject([{ nodePublicIp: { known: true, value: true } }]);
  });

  test('is changed by merge patches, and unknown where one cannot be read', () => {
    const profile = '  apiServerAccessProfile:\n    enablePrivateCluster: true\n  asoManagedClusterPatches:\n';
    const patched = (patch: string): ReturnType<typeof onlyCluster> =>
      read(objectOf('AzureManagedControlPlane', `${profile}    - '${patch}'\n`));
    const off = patched(
      '{"spec": {"apiServerAccessProfile": {"enablePrivateCluster": null, "disableRunCommand": true}}}',
    );
    expect(off.api.privateCluster).toMatchObject({ known: true, value: false });
    expect(off.api.runCommand).toMatchObject({ known: true, value: false });
    expect(patched('{"spec": ').api.privateCluster).toMatchObject({
      known: false,
      dependsOn: ['asoManagedClusterPatches'],
    });
  });
});

describe('an AzureASOManagedControlPlane', () => {
  const carried = `  resources:
    - apiVersion: containerservice.azure.com/v1api20240901
      kind: ManagedCluster
      metadata:
        name: orders
      spec:
        networkProfile:
          outboundType: none
`;

  test('carries the object of Azure Service Operator', () => {
    const { id, format, egress } = read(objectOf('AzureASOManagedControlPlane', carried));
    expect(id).toBe('aks.yaml#AzureASOManagedControlPlane/default/orders/ManagedCluster');
    expect(format).toBe('capz');
    expect(egress.outboundType).toMatchObject({ known: true, value: 'none' });
  });

  test('is unknown where a ClusterClass puts the object in', () => {
    const { api } = read(objectOf('AzureASOManagedControlPlaneTemplate', '  template:\n    spec: {}\n'));
    expect(api.privateCluster).toMatchObject({ known: false, dependsOn: ['patches of the ClusterClass'] });
  });
});

test('a self-managed cluster is none of AKS', () => {
  expect(subjectsIn({ 'a.yaml': objectOf('AzureCluster', '  location: westeurope\n') }, kubernetesEvaluator)).toEqual(
    [],
  );
});
