/** What a team knows of things elsewhere decides what the text leaves open, and nothing else. */
import type { Dimension, Report, ReportedSubject } from '../../../src/report/report.js';
import { reviewConfigured } from '../../support/configured.js';
import type { Files } from '../../support/review.js';

const place = '.github/aks-privacy.yml';

async function assessed(
  configuration: string,
  files: Files,
  dimension: Dimension,
): Promise<{ readonly level: string; readonly because: string; readonly evidence: readonly string[] }> {
  const report: Report = await reviewConfigured(configuration, null, files);
  const subject = report.subjects.find((each: ReportedSubject) => each[dimension] !== null);
  const found = subject?.[dimension];
  if (!found) throw new Error('there is a subject');
  const evidence = found.evidence.map(({ path, line }) => `${path}:${String(line)}`);
  return { level: found.level, because: found.because, evidence };
}

const ingress = (...hosts: readonly string[]): Files => ({
  'web.yaml': `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec:
  ingressClassName: corp
  rules:
${hosts.map((host) => (host === '' ? '    - http: {}\n' : `    - host: ${host}\n`)).join('')}`,
});
const gateway: Files = {
  'web.yaml': `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: web, namespace: shop }
spec:
  gatewayClassName: shared-west
  listeners: [{ name: https, port: 443, protocol: HTTPS, hostname: a.corp.example.com }]
`,
};
const known = (mark: string, reach = 'internal'): string => `gateways:
  - name: the controller of the platform team
    ${mark}
    reach: ${reach}
`;

describe('a controller that lives elsewhere', () => {
  test.each([
    ['by its class', known('ingress-class: corp'), ingress('a.example.com'), 'private'],
    ['by a glob over classes', known("ingress-class: 'c*'", 'cluster'), ingress('a.example.com'), 'isolated'],
    ['that is public', known('ingress-class: corp', 'public'), ingress('a.example.com'), 'open'],
    [
      'by hosts',
      known("hostname: '*.corp.example.com'"),
      ingress('a.corp.example.com', 'B.corp.example.com'),
      'private',
    ],
    ['by the class of a Gateway', known("gateway-class: 'shared-*'"), gateway, 'private'],
    ['by the host of a listener', known('hostname: a.corp.example.com'), gateway, 'private'],
  ])('%s', async (_, configuration, files, level) => {
    const found = await assessed(configuration, files, 'ingress');
    expect(found.level).toBe(level);
    expect(found.because).toMatch(/^the controller of the platform team /);
    expect(found.evidence).toEqual([expect.stringMatching(/^web\.yaml:/), `${place}:2`]);
  });

  test.each([
    ['of another class', known('ingress-class: other'), ingress('a.example.com')],
    ['of one host of two', known("hostname: '*.corp.example.com'"), ingress('a.corp.example.com', 'a.example.com')],
    ['of hosts, where a rule is for any', known("hostname: '*.corp.example.com'"), ingress('a.corp.example.com', '')],
    ['of Gateways, for an Ingress', known('gateway-class: corp'), ingress('a.example.com')],
  ])('%s decides nothing', async (_, configuration, files) => {
    expect((await assessed(configuration, files, 'ingress')).level).toBe('unknown');
  });

  test('does not speak for one that is declared here', async () => {
    const files = {
      'web.yaml': (ingress('a.example.com')['web.yaml'] as string).replace(
        'corp',
        'webapprouting.kubernetes.azure.com',
      ),
    };
    const found = await assessed(known("ingress-class: '**'"), files, 'ingress');
    expect(found.level).toBe('open');
  });
});

const cluster = (subnet: string, type = 'userDefinedRouting'): string => `param subnetId string
param hub string
resource aks 'Microsoft.ContainerService/managedClusters@2024-05-01' = {
  name: 'aks'
  location: 'westeurope'
  properties: {
    apiServerAccessProfile: { enablePrivateCluster: true }
    networkProfile: { outboundType: '${type}' }
    agentPoolProfiles: [ { name: 'sys', mode: 'System', vnetSubnetID: ${subnet} } ]
  }
}
`;
const network = (hop: string): string => `
resource routes 'Microsoft.Network/routeTables@2024-01-01' = {
  name: 'rt'
  location: 'westeurope'
  properties: {
    routes: [
      { name: 'out', properties: { addressPrefix: '0.0.0.0/0', nextHopType: ${hop}, nextHopIpAddress: '10.0.0.4' } }
    ]
  }
}
resource vnet 'Microsoft.Network/virtualNetworks@2024-01-01' = {
  name: 'vnet'
  location: 'westeurope'
  properties: {}
}
resource nodes 'Microsoft.Network/virtualNetworks/subnets@2024-01-01' = {
  parent: vnet
  name: 'nodes'
  properties: { addressPrefix: '10.1.0.0/24', routeTable: { id: routes.id } }
}
`;
const appliance = (mark: string): string => `egress-appliances:\n  - name: the hub firewall\n    ${mark}\n`;

describe('an appliance that lives elsewhere', () => {
  test('by the next hop, which the text says nothing more about', async () => {
    const files = { 'main.bicep': cluster('nodes.id') + network("'VirtualAppliance'") };
    const found = await assessed(appliance('next-hop: 10.0.0.4'), files, 'egress');
    expect(found.level).toBe('private');
    expect(found.because).toBe(
      'route out of table rt sends everything to the hub firewall, of which the configuration tells',
    );
    expect(found.evidence.at(-1)).toBe(`${place}:2`);
  });

  test('decides the type of a hop that has its address', async () => {
    const files = { 'main.bicep': cluster('nodes.id') + network('hub') };
    expect((await assessed('', files, 'egress')).level).toBe('unknown');
    expect((await assessed(appliance('next-hop: 10.0.0.9'), files, 'egress')).level).toBe('unknown');
    expect((await assessed(appliance('next-hop: 10.0.0.4'), files, 'egress')).level).toBe('private');
  });

  test('does not make a route to the Internet lead anywhere else', async () => {
    const files = { 'main.bicep': cluster('nodes.id') + network("'Internet'") };
    expect((await assessed(appliance('next-hop: 10.0.0.4'), files, 'egress')).level).toBe('open');
  });

  test('by the subnet of the nodes', async () => {
    const files = { 'main.bicep': cluster('subnetId') };
    const found = await assessed(appliance('subnet: subnetId'), files, 'egress');
    expect(found.level).toBe('private');
    expect(found.because).toBe('everything is sent to the hub firewall, of which the configuration tells');
    expect(found.evidence[0]).toMatch(/^main\.bicep:/);
    expect(found.evidence.at(-1)).toBe(`${place}:2`);
  });

  test('filters what a load balancer would let out', async () => {
    const files = { 'main.bicep': cluster('subnetId', 'loadBalancer') };
    expect((await assessed('', files, 'egress')).level).toBe('open');
    expect((await assessed(appliance('subnet: subnetId'), files, 'egress')).level).toBe('private');
    expect((await assessed(appliance('subnet: other'), files, 'egress')).level).toBe('open');
  });
});

test('the Application Gateway of another repository', async () => {
  const id = "'/subscriptions/s/resourceGroups/hub/providers/Microsoft.Network/applicationGateways/agw'";
  const files = {
    'main.bicep': cluster('subnetId').replace(
      '    agentPoolProfiles',
      `    addonProfiles: { ingressApplicationGateway: { enabled: true, config: { applicationGatewayId: ${id} } } }\n    agentPoolProfiles`,
    ),
  };
  const configuration = known("resource: '/subscriptions/*/resourcegroups/HUB/**'");
  expect((await assessed('', files, 'ingress')).level).toBe('unknown');
  const found = await assessed(configuration, files, 'ingress');
  expect(found.level).toBe('private');
  expect(found.evidence).toContain(`${place}:2`);
});
