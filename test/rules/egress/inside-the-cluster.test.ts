/** What the rules about egress inside of a cluster say of manifests. */
import { reviewFiles } from '../../support/review.js';

async function messages(rule: string, text: string): Promise<readonly string[]> {
  const report = await reviewFiles(null, { 'k8s/all.yaml': text });
  expect(report.problems).toEqual([]);
  return report.findings.filter((finding) => finding.rule === rule).map(({ message }) => message);
}

const named = (apiVersion: string, kind: string, name = 'web'): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: ${name}, namespace: shop }\n`;
const policy = (spec: string): string => `${named('networking.k8s.io/v1', 'NetworkPolicy')}spec: ${spec}\n`;
const cilium = (spec: string): string => `${named('cilium.io/v2', 'CiliumNetworkPolicy')}spec: ${spec}\n`;
const pods = (template: string): string => `${named('apps/v1', 'Deployment')}spec: { template: ${template} }\n`;
const aks = (profile: string): string =>
  `apiVersion: containerservice.azure.com/v1api20240901\nkind: ManagedCluster\nmetadata: { name: aks }\nspec: { location: westeurope, networkProfile: ${profile} }\n`;
const all = (...documents: readonly string[]): string => documents.join('---\n');
const deny = policy('{ podSelector: {}, policyTypes: [Egress] }');

test.each([
  [
    'egress/policy-allows-everything',
    policy('{ podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: 0.0.0.0/0, except: [10.0.0.0/8] } }] }] }'),
    [
      'NetworkPolicy shop/web lets all pods of namespace shop connect to the whole Internet: it admits “0.0.0.0/0 except 10.0.0.0/8”.',
    ],
  ],
  ['egress/policy-allows-everything', deny, []],
  [
    'egress/policy-allows-any-dns',
    policy('{ podSelector: { matchLabels: { app: web } }, egress: [{ ports: [{ port: 53 }] }] }'),
    [
      'NetworkPolicy shop/web lets the pods app=web of namespace shop ask any DNS server: it admits port 53 of every destination.',
    ],
  ],
  [
    'egress/policy-allows-any-dns',
    policy('{ podSelector: {}, egress: [{ to: [{ namespaceSelector: {} }], ports: [{ port: 53 }] }] }'),
    [],
  ],
  [
    'egress/policy-wide-wildcard',
    cilium('{ endpointSelector: {}, egress: [{ toFQDNs: [{ matchPattern: "*.blob.core.windows.net" }] }] }'),
    [
      'CiliumNetworkPolicy shop/web lets all pods of namespace shop connect to names that strangers can have too: “*.blob.core.windows.net”.',
    ],
  ],
  [
    'egress/policy-without-engine',
    all(deny, aks('{ networkPlugin: azure }')),
    ['NetworkPolicy shop/web has no effect: cluster aks has no network policy engine by default.'],
  ],
  [
    'egress/policy-without-engine',
    all(cilium('{ endpointSelector: {}, egress: [{}] }'), aks('{ networkPlugin: azure, networkPolicy: azure }')),
    [
      'CiliumNetworkPolicy shop/web has no effect: only Cilium enforces it, and the network policy engine of cluster aks is azure.',
    ],
  ],
  ['egress/policy-without-engine', all(deny, aks('{ networkPlugin: none }')), []],
  [
    'egress/pods-around-proxy',
    pods('{ metadata: { annotations: { kubernetes.azure.com/no-http-proxy-vars: "true" } } }'),
    [
      'Pods of Deployment shop/web opt out of the HTTP proxy of the cluster and connect past it, by the annotation kubernetes.azure.com/no-http-proxy-vars.',
    ],
  ],
  [
    'egress/pods-around-proxy',
    pods('{ metadata: { annotations: { kubernetes.azure.com/no-http-proxy-vars: "false" } } }'),
    [],
  ],
  [
    'egress/pods-past-policies',
    all(deny, pods('{ spec: { hostNetwork: true } }').replace('name: web', 'name: agent')),
    [
      'The network policies that select the pods of Deployment shop/agent do not hold for what they send out, by hostNetwork.',
    ],
  ],
  ['egress/pods-past-policies', pods('{ spec: { hostNetwork: true } }'), []],
  [
    'egress/public-resolver',
    pods('{ spec: { dnsConfig: { nameservers: [8.8.8.8, 10.0.0.10, 168.63.129.16] } } }'),
    [
      'Pods of Deployment shop/web ask the public resolver 8.8.8.8, which does not know private DNS zones and learns what is asked for.',
    ],
  ],
  [
    'egress/public-resolver',
    `${named('v1', 'ConfigMap', 'coredns-custom')}data:\n  a.server: |\n    .:53 {\n      # forward . 9.9.9.9\n      forward . tls://1.1.1.1 10.0.0.4\n    }\n`,
    [
      'ConfigMap shop/coredns-custom makes the whole cluster ask the public resolver tls://1.1.1.1, which does not know private DNS zones and learns what is asked for.',
    ],
  ],
  [
    'egress/out-of-reach',
    all(
      pods('{ spec: { initContainers: [{ image: busybox }], containers: [{ image: shop.azurecr.io/web:1 }] } }'),
      aks('{ outboundType: none }'),
    ),
    ["Deployment shop/web takes images from docker.io, which cluster aks can't reach: egress is cut."],
  ],
  [
    'egress/out-of-reach',
    all(pods('{ spec: { containers: [{ image: nginx }] } }'), aks('{ outboundType: loadBalancer }')),
    [],
  ],
  [
    'egress/out-of-reach',
    all(
      `${named('source.toolkit.fluxcd.io/v1', 'GitRepository')}spec: { url: "ssh://git@github.com/o/n" }\n`,
      aks('{ outboundType: block }'),
    ),
    ["GitRepository shop/web fetches from github.com, which cluster aks can't reach: egress is cut."],
  ],
  [
    'egress/service-entry-everything',
    `${named('networking.istio.io/v1', 'ServiceEntry')}spec: { hosts: ["*"] }\n`,
    ['ServiceEntry shop/web makes every host a known one to the mesh: its hosts are “*”.'],
  ],
  [
    'egress/service-entry-everything',
    `${named('networking.istio.io/v1', 'ServiceEntry')}spec: { hosts: ["*"], location: MESH_INTERNAL }\n`,
    [],
  ],
  [
    'egress/mesh-allows-any',
    `${named('networking.istio.io/v1', 'Sidecar')}spec: { outboundTrafficPolicy: { mode: ALLOW_ANY } }\n`,
    ['Sidecar shop/web lets the mesh pass traffic on to every host outside: outboundTrafficPolicy is ALLOW_ANY.'],
  ],
  ['egress/mesh-allows-any', `${named('install.istio.io/v1alpha1', 'IstioOperator')}spec: { profile: default }\n`, []],
])('%s', async (rule, text, expected) => {
  expect(await messages(rule, text)).toEqual(expected);
});
