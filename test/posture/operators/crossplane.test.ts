import { kubernetesEvaluator } from '../../../src/evaluation/kubernetes/evaluator.js';
import { edited, onlyCluster, subjectsIn } from '../../support/evaluated.js';

const clusterOf = (version: string, fields: string, more = ''): Record<string, string> => ({
  'aks.yaml': `apiVersion: containerservice.azure${version}
kind: KubernetesCluster
metadata:
  name: shop
spec:
  forProvider:
    location: West Europe
${fields}${more}`,
});
const read = (version: string, fields: string, more = ''): ReturnType<typeof onlyCluster> =>
  onlyCluster(clusterOf(version, fields, more), kubernetesEvaluator);

describe('a KubernetesCluster of Crossplane', () => {
  test.each([
    ['.upbound.io/v1beta1', '    apiServerAccessProfile:\n      - authorizedIpRanges: [203.0.113.0/28]\n'],
    ['.upbound.io/v1beta2', '    apiServerAccessProfile:\n      authorizedIpRanges: [203.0.113.0/28]\n'],
    ['.m.upbound.io/v1beta1', '    apiServerAccessProfile:\n      authorizedIpRanges: [203.0.113.0/28]\n'],
  ])('has blocks as lists or objects: %s', (version, fields) => {
    const { format, api } = read(version, fields);
    expect(format).toBe('crossplane');
    expect(api.authorizedRanges).toMatchObject({ known: true, value: [{ known: true, value: '203.0.113.0/28' }] });
  });

  test('has the defaults of azurerm', () => {
    const { api } = read('.upbound.io/v1beta2', '    privateClusterEnabled: true\n');
    expect(api.privateCluster).toMatchObject({ known: true, value: true });
    expect(api.publicFqdn).toMatchObject({ known: true, value: false, byDefault: true });
  });

  test('says nothing of a cluster that is only observed', () => {
    const policies = (list: string): string => `  managementPolicies: [${list}]\n`;
    const { api, egress } = read('.upbound.io/v1beta2', '', policies('Observe'));
    expect([api.privateCluster.known, egress.outboundType.known]).toEqual([false, false]);
    const made = read('.upbound.io/v1beta2', '', policies('Observe, Create'));
    expect(made.api.privateCluster).toMatchObject({ known: true, value: false });
  });

  test('takes from initProvider what forProvider does not say', () => {
    const initial = '  initProvider:\n    privateClusterEnabled: true\n    runCommandEnabled: false\n';
    const { api } = read('.upbound.io/v1beta2', '    privateClusterEnabled: false\n', initial);
    expect(api.privateCluster).toMatchObject({ known: true, value: false });
    expect(api.runCommand).toMatchObject({ known: true, value: false });
  });

  test('is fixed with the names of its own', () => {
    const before = clusterOf('.upbound.io/v1beta2', '    dnsPrefix: shop\n');
    const { privateCluster } = onlyCluster(before, kubernetesEvaluator).api;
    const after = edited(before, privateCluster.known ? privateCluster.set?.(true) : undefined);
    expect(after['aks.yaml']).toMatch(/^ {4}privateClusterEnabled: true$/m);
  });
});

test('a Composition leaves open what its patches write', () => {
  const text = `apiVersion: apiextensions.crossplane.io/v1
kind: Composition
metadata:
  name: aks
spec:
  resources:
    - name: cluster
      base:
        apiVersion: containerservice.azure.upbound.io/v1beta1
        kind: KubernetesCluster
        spec:
          forProvider:
            networkProfile:
              - outboundType: userDefinedRouting
      patches:
        - fromFieldPath: spec.private
          toFieldPath: spec.forProvider.privateClusterEnabled
        - type: ToCompositeFieldPath
          fromFieldPath: status.id
          toFieldPath: spec.forProvider.networkProfile
`;
  const { id, api, egress } = onlyCluster({ 'composition.yaml': text }, kubernetesEvaluator);
  expect(id).toBe('composition.yaml#Composition/default/aks/cluster');
  expect(api.privateCluster).toMatchObject({ known: false, dependsOn: ['spec.private'] });
  expect(egress.outboundType).toMatchObject({ known: true, value: 'userDefinedRouting' });
});

test('nothing is known of a claim but that it is one', () => {
  const claim = (apiVersion: string, kind: string): Record<string, string> => ({
    'claim.yaml': `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: a\nspec:\n  privateClusterEnabled: true\n`,
  });
  const { api } = onlyCluster(claim('platform.example.org/v1', 'AksClusterClaim'), kubernetesEvaluator);
  expect(api.privateCluster).toMatchObject({ known: false, dependsOn: ['the Composition of AksClusterClaim'] });
  expect(subjectsIn(claim('v1', 'PersistentVolumeClaim'), kubernetesEvaluator)).toEqual([]);
});
