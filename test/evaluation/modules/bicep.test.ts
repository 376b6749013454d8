import { reviewFiles } from '../../support/review.js';
import { assessed, auditBicep, bicepCallOf, found, levels, only } from './support.js';

const cluster = 'br/public:avm/res/container-service/managed-cluster';

describe('levels by the defaults of the version', () => {
  test.each([
    [`${cluster}:0.9.0`, '', 'open - open'],
    [`${cluster}:0.11.1`, 'enablePrivateCluster: true', 'isolated - open'],
    [`${cluster}:0.11.1`, 'enablePrivateCluster: true\nenablePrivateClusterPublicFQDN: null', 'isolated - open'],
    [`${cluster}:0.12.0`, 'apiServerAccessProfile: { enablePrivateCluster: true }', 'private - open'],
    [
      `${cluster}:0.12.0`,
      'apiServerAccessProfile: { enablePrivateCluster: true, enablePrivateClusterPublicFQDN: false }',
      'isolated - open',
    ],
    [`${cluster}:0.9.0`, "authorizedIPRanges: ['198.51.100.0/24']", 'restricted - open'],
    [`${cluster}:0.9.0`, "outboundType: 'userDefinedRouting'", 'open - private'],
    [`${cluster}:0.6.0`, 'webApplicationRoutingEnabled: true', 'open open open'],
    [
      `${cluster}:0.7.0`,
      "webApplicationRoutingEnabled: true\ndefaultIngressControllerType: 'Internal'",
      'open private open',
    ],
    [
      `${cluster}:0.9.0`,
      'istioServiceMeshEnabled: true\nistioServiceMeshExternalIngressGatewayEnabled: true',
      'open open open',
    ],
    [`${cluster}:0.9.0`, 'istioServiceMeshExternalIngressGatewayEnabled: true', 'open - open'],
    [`${cluster}:0.9.0`, 'ingressApplicationGatewayEnabled: true', 'open - open'],
    [`${cluster}:0.14.0`, "skuName: 'Automatic'", 'open - open'],
    ['br:mcr.microsoft.com/bicep/avm/res/container-service/managed-cluster:0.9.0', '', 'open - open'],
    ['br/public:avm/ptn/azd/aks:0.1.0', '', 'open - open'],
    ['br/public:avm/ptn/azd/aks:0.2.0', '', 'open open open'],
    ['br/public:avm/ptn/azd/aks:0.2.0', 'webApplicationRoutingEnabled: false', 'open - open'],
    ['br/public:avm/ptn/azd/aks-automatic-cluster:0.3.0', '', 'open open open'],
  ])('%s { %s }: %s', async (source, params, expected) => {
    const report = await auditBicep(bicepCallOf(source, params));
    expect(report.problems).toEqual([]);
    expect(levels(report)).toBe(expected);
  });

  test('publicNetworkAccess, which the module switches off, is no private cluster', async () => {
    const report = await auditBicep(bicepCallOf(`${cluster}:0.9.0`, ''));
    expect(assessed(only(report).api)).toMatchObject({
      because: `publicNetworkAccess by default of ${cluster} 0.9.0 does not make an API server private: the cluster is not a private cluster`,
      evidence: [{ path: 'main.bicep', line: 1 }],
    });
  });

  test('agent pools of a module of their own belong to the cluster', async () => {
    const pool = `module edge '${cluster}/agent-pool:0.1.0' = {
  name: 'edge'
  params: {
    managedClusterName: 'aks-prod'
    name: 'edge'
    enableNodePublicIP: true
  }
}
`;
    const report = await auditBicep(bicepCallOf(`${cluster}:0.14.0`, "outboundType: 'userDefinedRouting'") + pool);
    expect(found(report, 'egress/node-public-ip').map(({ startLine }) => startLine)).toEqual([13]);
  });
});

describe('what the version does not read', () => {
  test.each([
    [`${cluster}:0.12.0`, 'enablePrivateCluster: true', 'enablePrivateCluster'],
    [`${cluster}:0.11.1`, 'apiServerAccessProfile: { enablePrivateCluster: true }', 'apiServerAccessProfile'],
    [`${cluster}:0.6.2`, "defaultIngressControllerType: 'Internal'", 'defaultIngressControllerType'],
  ])('%s has no parameter for { %s }: a problem, and nothing is claimed', async (source, params, name) => {
    const report = await auditBicep(bicepCallOf(source, params));
    expect(report.problems).toEqual([
      {
        path: 'main.bicep',
        line: 5,
        message: expect.stringContaining(`has no parameter ${name}: the deployment fails`) as string,
      },
    ]);
    expect(levels(report)).toBe('unknown unknown unknown');
  });

  test.each([
    ['br/public:avm/ptn/azd/aks:0.1.0', "publicNetworkAccess: 'Disabled'"],
    ['br/public:avm/ptn/sa/document-knowledge-mining:0.4.0', 'enablePrivateNetworking: true'],
  ])('%s takes { %s } and leaves the cluster as it is', async (source, params) => {
    const report = await auditBicep(bicepCallOf(source, params));
    expect(found(report, 'api/module-setting-ignored').map(({ startLine }) => startLine)).toEqual([5]);
  });

  test('a digest says nothing about the version', async () => {
    const report = await auditBicep(bicepCallOf(`${cluster}@sha256:${'0'.repeat(64)}`, ''));
    expect(levels(report)).toBe('unknown unknown unknown');
  });
});

test('a version that is raised shows what its defaults change', async () => {
  const before = bicepCallOf(`${cluster}:0.11.1`, 'enablePrivateCluster: true');
  const after = bicepCallOf(`${cluster}:0.12.0`, 'apiServerAccessProfile: { enablePrivateCluster: true }');
  const required = { api: 'isolated', ingress: 'private', egress: 'open' } as const;
  const report = await reviewFiles({ 'main.bicep': before }, { 'main.bicep': after }, { required });
  expect(report.verdict).toBe('fail');
  const [finding] = found(report, 'api/public-fqdn');
  expect(finding).toMatchObject({ status: 'introduced', regression: true, path: 'main.bicep' });
  expect(finding?.message).toContain(`by default of ${cluster} 0.12.0`);
});
