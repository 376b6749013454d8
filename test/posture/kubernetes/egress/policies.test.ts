/** What network policies let out, by their shapes. */
import { judged } from './support.js';

const head = (apiVersion: string, kind: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: web, namespace: shop }\n`;
const plain = (spec: string): string => `${head('networking.k8s.io/v1', 'NetworkPolicy')}spec: ${spec}\n`;
const cilium = (spec: string, kind = 'CiliumNetworkPolicy'): string => `${head('cilium.io/v2', kind)}spec: ${spec}\n`;
const calico = (spec: string, kind = 'NetworkPolicy'): string => `${head('projectcalico.org/v3', kind)}spec: ${spec}\n`;

describe('NetworkPolicy', () => {
  test.each([
    ['ingress only by default', '{ podSelector: {}, ingress: [] }', []],
    ['an empty list without policyTypes', '{ podSelector: {}, egress: [] }', []],
    [
      'ingress only as stated, whatever rules there are',
      '{ podSelector: {}, policyTypes: [Ingress], egress: [{}] }',
      [],
    ],
    ['default deny', '{ podSelector: {}, policyTypes: [Egress] }', ['isolated cluster-only']],
    [
      'default deny with an empty list',
      '{ podSelector: {}, policyTypes: [Egress], egress: [] }',
      ['isolated cluster-only'],
    ],
    [
      'about egress by its rules',
      '{ podSelector: {}, egress: [{ to: [{ podSelector: {} }] }] }',
      ['isolated cluster-only'],
    ],
    ['an empty rule', '{ podSelector: {}, policyTypes: [Egress], egress: [{}] }', ['open policy-allows-everything']],
    [
      'an empty list of destinations',
      '{ podSelector: {}, egress: [{ to: [], ports: [{ port: 443 }] }] }',
      ['open policy-allows-everything'],
    ],
    [
      'all pods of the cluster',
      '{ podSelector: {}, egress: [{ to: [{ namespaceSelector: {} }] }] }',
      ['isolated cluster-only'],
    ],
    [
      '0.0.0.0/0',
      '{ podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: 0.0.0.0/0 } }] }] }',
      ['open policy-allows-everything'],
    ],
    [
      '::/0',
      "{ podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: '::/0' } }] }] }",
      ['open policy-allows-everything'],
    ],
    [
      'the Internet without the private ranges',
      '{ podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: 0.0.0.0/0, except: [10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16] } }] }] }',
      ['open policy-allows-everything'],
    ],
    [
      'both halves',
      '{ podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: 0.0.0.0/1 } }, { ipBlock: { cidr: 128.0.0.0/1 } }] }] }',
      ['open policy-allows-everything'],
    ],
    [
      'everything except everything',
      '{ podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: 0.0.0.0/0, except: [0.0.0.0/1, 128.0.0.0/1] } }] }] }',
      ['private policy-allows-destinations'],
    ],
    [
      'one network',
      '{ podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: 203.0.113.0/24 } }] }] }',
      ['private policy-allows-destinations'],
    ],
    [
      'a private network',
      '{ podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }] }',
      ['private policy-allows-destinations'],
    ],
    [
      'DNS anywhere',
      '{ podSelector: {}, egress: [{ ports: [{ port: 53, protocol: UDP }, { port: 53, protocol: TCP }] }] }',
      ['restricted policy-allows-any-dns'],
    ],
    [
      'DNS of the cluster',
      '{ podSelector: {}, egress: [{ to: [{ namespaceSelector: {} }], ports: [{ port: 53 }] }] }',
      ['isolated cluster-only'],
    ],
    [
      'a range that begins with 53',
      '{ podSelector: {}, egress: [{ ports: [{ port: 53, endPort: 443 }] }] }',
      ['open policy-allows-everything'],
    ],
  ])('%s', (_, spec, expected) => {
    expect(judged({ 'policy.yaml': plain(spec) })).toEqual(
      expected.map((each) => `all pods of namespace shop: ${each}`),
    );
  });

  test('policies for the same pods add up, the halves of two files of a folder too', () => {
    const half = (name: string, cidr: string): string =>
      plain(`{ podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: ${cidr} } }] }] }`).replace(
        'name: web',
        `name: ${name}`,
      );
    expect(judged({ 'k8s/a.yaml': half('a', '0.0.0.0/1'), 'k8s/b.yaml': half('b', '128.0.0.0/1') })).toEqual([
      'all pods of namespace shop: open policy-allows-everything',
    ]);
    expect(judged({ 'dev/a.yaml': half('a', '0.0.0.0/2'), 'prod/b.yaml': half('b', '203.0.113.0/24') })).toEqual([
      'all pods of namespace shop: open policy-allows-everything',
      'all pods of namespace shop: private policy-allows-destinations',
    ]);
  });

  test('a policy for some pods cancels a default deny for these only', () => {
    const deny = plain('{ podSelector: {}, policyTypes: [Egress] }');
    const web = plain('{ podSelector: { matchLabels: { app: web } }, egress: [{}] }').replace('name: web', 'name: b');
    expect(judged({ 'policies.yaml': `${deny}---\n${web}` })).toEqual([
      'all pods of namespace shop: isolated cluster-only',
      'the pods app=web of namespace shop: open policy-allows-everything',
    ]);
  });

  test('a typed resource of Terraform', () => {
    const text = `resource "kubernetes_network_policy_v1" "web" {
  metadata {
    name      = "web"
    namespace = "shop"
  }
  spec {
    pod_selector {}
    policy_types = ["Egress"]
    egress {
      to {
        ip_block {
          cidr = "0.0.0.0/0"
        }
      }
    }
  }
}
`;
    expect(judged({ 'main.tf': text })).toEqual(['all pods of namespace shop: open policy-allows-everything']);
  });
});

describe('Cilium', () => {
  test.each([
    ['ingress only', '{ endpointSelector: {}, ingress: [{}] }', []],
    ['an empty rule matches nothing', '{ endpointSelector: {}, egress: [{}] }', ['isolated cluster-only']],
    ['the world', '{ endpointSelector: {}, egress: [{ toEntities: [world] }] }', ['open policy-allows-everything']],
    ['all entities', '{ endpointSelector: {}, egress: [{ toEntities: [all] }] }', ['open policy-allows-everything']],
    [
      'the cluster',
      '{ endpointSelector: {}, egress: [{ toEntities: [cluster, kube-apiserver] }] }',
      ['isolated cluster-only'],
    ],
    [
      'ports alone',
      '{ endpointSelector: {}, egress: [{ toPorts: [{ ports: [{ port: "443" }] }] }] }',
      ['open policy-allows-everything'],
    ],
    [
      'ports of pods',
      '{ endpointSelector: {}, egress: [{ toEndpoints: [{}], toPorts: [{ ports: [{ port: "443" }] }] }] }',
      ['isolated cluster-only'],
    ],
    [
      'any name',
      '{ endpointSelector: {}, egress: [{ toFQDNs: [{ matchPattern: "*" }] }] }',
      ['open policy-allows-everything'],
    ],
    [
      'a name',
      '{ endpointSelector: {}, egress: [{ toFQDNs: [{ matchName: api.partner.example }] }] }',
      ['private policy-allows-destinations'],
    ],
    [
      'the halves',
      '{ endpointSelector: {}, egress: [{ toCIDR: [0.0.0.0/1, 128.0.0.0/1] }] }',
      ['open policy-allows-everything'],
    ],
    [
      'a set with exceptions',
      '{ endpointSelector: {}, egress: [{ toCIDRSet: [{ cidr: 0.0.0.0/0, except: [10.0.0.0/8] }] }] }',
      ['open policy-allows-everything'],
    ],
    [
      'the world denied again',
      '{ endpointSelector: {}, egress: [{ toEntities: [world] }], egressDeny: [{ toEntities: [world] }] }',
      ['isolated cluster-only'],
    ],
    [
      'a group of addresses that is not seen',
      '{ endpointSelector: {}, egress: [{ toCIDRSet: [{ cidrGroupRef: partners }] }] }',
      ['unknown undetermined'],
    ],
    [
      'no default deny',
      '{ endpointSelector: {}, enableDefaultDeny: { egress: false }, egress: [{ toCIDR: [10.0.0.0/8] }] }',
      ['open default-deny-off'],
    ],
  ])('%s', (_, spec, expected) => {
    expect(judged({ 'policy.yaml': cilium(spec) })).toEqual(
      expected.map((each) => `all pods of namespace shop: ${each}`),
    );
  });

  test('of the whole cluster', () => {
    expect(
      judged({ 'policy.yaml': cilium('{ endpointSelector: {}, egress: [{}] }', 'CiliumClusterwideNetworkPolicy') }),
    ).toEqual(['all pods of the cluster: isolated cluster-only']);
  });
});

describe('Calico', () => {
  test.each([
    ['ingress only by default', '{ selector: all(), ingress: [{ action: Allow }] }', []],
    ['deny by type', '{ selector: all(), types: [Egress] }', ['isolated cluster-only']],
    [
      'allow everything',
      '{ selector: all(), types: [Egress], egress: [{ action: Allow }] }',
      ['open policy-allows-everything'],
    ],
    [
      'deny before allow',
      '{ selector: all(), egress: [{ action: Deny }, { action: Allow }] }',
      ['isolated cluster-only'],
    ],
    [
      'allow before deny',
      '{ selector: all(), egress: [{ action: Allow }, { action: Deny }] }',
      ['open policy-allows-everything'],
    ],
    [
      'the private ranges denied only',
      '{ selector: all(), egress: [{ action: Deny, destination: { nets: [10.0.0.0/8] } }, { action: Allow, destination: { nets: [0.0.0.0/0] } }] }',
      ['open policy-allows-everything'],
    ],
    [
      'all but some addresses',
      '{ selector: all(), egress: [{ action: Allow, destination: { notNets: [10.0.0.0/8] } }] }',
      ['open policy-allows-everything'],
    ],
    [
      'pods',
      "{ selector: all(), egress: [{ action: Allow, destination: { selector: app == 'db' } }] }",
      ['isolated cluster-only'],
    ],
    [
      'names',
      '{ selector: all(), egress: [{ action: Allow, destination: { domains: [api.partner.example] } }] }',
      ['private policy-allows-destinations'],
    ],
    ['a log and a pass', '{ selector: all(), egress: [{ action: Log }, { action: Pass }] }', ['isolated cluster-only']],
  ])('%s', (_, spec, expected) => {
    expect(judged({ 'policy.yaml': calico(spec) })).toEqual(
      expected.map((each) => `all pods of namespace shop: ${each}`),
    );
  });

  test('policies are taken by their order', () => {
    const policy = (name: string, order: number, action: string): string =>
      calico(`{ selector: all(), order: ${order}, types: [Egress], egress: [{ action: ${action} }] }`).replace(
        'name: web',
        `name: ${name}`,
      );
    const both = (allow: number, deny: number): string =>
      `${policy('a', allow, 'Allow')}---\n${policy('b', deny, 'Deny')}`;
    expect(judged({ 'policy.yaml': both(20, 10) })).toEqual(['all pods of namespace shop: isolated cluster-only']);
    expect(judged({ 'policy.yaml': both(10, 20) })).toEqual([
      'all pods of namespace shop: open policy-allows-everything',
    ]);
  });

  test('a selector of labels, and one that can only be told', () => {
    expect(judged({ 'policy.yaml': calico("{ selector: app == 'web', types: [Egress] }") })).toEqual([
      'the pods app=web of namespace shop: isolated cluster-only',
    ]);
    expect(judged({ 'policy.yaml': calico('{ selector: has(app), types: [Egress] }', 'GlobalNetworkPolicy') })).toEqual(
      ['the pods has(app) of all namespaces: isolated cluster-only'],
    );
  });
});

test('policies of an API that no engine of AKS is known to enforce', () => {
  const text = `${head('policy.networking.k8s.io/v1alpha1', 'AdminNetworkPolicy')}spec: { egress: [{ action: Allow }] }\n`;
  expect(judged({ 'policy.yaml': text })).toEqual([
    'the pods AdminNetworkPolicy shop/web of all namespaces: unknown admin-policy',
  ]);
});

test('the engine of the clusters decides whether a policy counts', () => {
  const aks = (profile: string): string =>
    `resource aks 'Microsoft.ContainerService/managedClusters@2025-05-01' = {\n  name: 'aks'\n  location: 'westeurope'\n  properties: {\n    networkProfile: {\n${profile}    }\n  }\n}\n`;
  const deny = plain('{ podSelector: {}, policyTypes: [Egress] }');
  const told = (profile: string, policy = deny): readonly string[] =>
    judged({ 'main.bicep': aks(profile), 'policy.yaml': policy });
  expect(told('')).toEqual(['all pods of namespace shop: none']);
  expect(told("      networkPolicy: 'azure'\n")).toEqual(['all pods of namespace shop: isolated cluster-only']);
  expect(told("      networkPlugin: 'none'\n")).toEqual(['all pods of namespace shop: isolated cluster-only']);
  expect(told("      networkPolicy: 'azure'\n", cilium('{ endpointSelector: {}, egress: [{}] }'))).toEqual([
    'all pods of namespace shop: none',
  ]);
});
