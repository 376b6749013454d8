/** Each cause of a level of a way out has exactly one rule that says so, and the best level has none. */
import { rules } from '../../src/rules/index.js';
import type { EgressPath } from '../../src/posture/egress-path.js';
import type { EgressPathCause } from '../../src/scoring/egress-path.js';
import { judge } from '../../src/scoring/judge.js';
import { egressPathsIn } from '../posture/kubernetes/egress/support.js';

function only(text: string): EgressPath {
  const [path, another] = egressPathsIn({ 'all.yaml': text });
  if (!path || another) throw new Error('the text has one way out');
  return path;
}

const object = (apiVersion: string, kind: string, spec: string): EgressPath =>
  only(`apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: web, namespace: shop }\nspec: ${spec}\n`);
const policy = (spec: string): EgressPath => object('networking.k8s.io/v1', 'NetworkPolicy', spec);
const cilium = (spec: string): EgressPath => object('cilium.io/v2', 'CiliumNetworkPolicy', spec);
const entry = (spec: string): EgressPath => object('networking.istio.io/v1', 'ServiceEntry', spec);
const sidecar = (spec: string): EgressPath => object('networking.istio.io/v1', 'Sidecar', spec);
const gateway = (spec: string): EgressPath =>
  object('egressgateway.kubernetes.azure.com/v1alpha1', 'StaticGatewayConfiguration', spec);

function withoutPolicies(path: EgressPath): EgressPath {
  if (path.via !== 'policies') throw new Error('the way out is one of policies');
  return { ...path, policies: [], former: path.policies.map(({ title }) => title) };
}

/** Complete by type: a new cause does not compile until it has a case here. */
const cases: Readonly<Record<EgressPathCause, { readonly subject: EgressPath; readonly rule?: string }>> = {
  'no-policy': { subject: withoutPolicies(policy('{ policyTypes: [Egress] }')), rule: 'egress/no-network-policy' },
  'admin-policy': {
    subject: object('policy.networking.k8s.io/v1alpha2', 'ClusterNetworkPolicy', '{ egress: [{ action: Accept }] }'),
    rule: 'egress/admin-network-policy',
  },
  'default-deny-off': {
    subject: cilium('{ endpointSelector: {}, enableDefaultDeny: { egress: false }, egress: [{}] }'),
    rule: 'egress/policy-default-deny-off',
  },
  'policy-allows-everything': { subject: policy('{ egress: [{}] }'), rule: 'egress/policy-allows-everything' },
  'policy-allows-any-dns': {
    subject: policy('{ egress: [{ ports: [{ port: 53 }] }] }'),
    rule: 'egress/policy-allows-any-dns',
  },
  'policy-allows-destinations': {
    subject: policy('{ egress: [{ to: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }] }'),
    rule: 'egress/policy-allows-destinations',
  },
  'cluster-only': { subject: policy('{ policyTypes: [Egress] }') },
  'mesh-allows-any': {
    subject: sidecar('{ outboundTrafficPolicy: { mode: ALLOW_ANY } }'),
    rule: 'egress/mesh-allows-any',
  },
  'mesh-default': { subject: sidecar('{}'), rule: 'egress/mesh-allows-any' },
  'mesh-registry-only': {
    subject: sidecar('{ outboundTrafficPolicy: { mode: REGISTRY_ONLY } }'),
    rule: 'egress/mesh-registry-only',
  },
  'service-entry-everything': { subject: entry('{ hosts: ["*"] }'), rule: 'egress/service-entry-everything' },
  'service-entry': { subject: entry('{ hosts: [api.partner.example] }'), rule: 'egress/service-entry' },
  'static-gateway-public': { subject: gateway('{}'), rule: 'egress/static-gateway-public' },
  'static-gateway-private': {
    subject: gateway('{ provisionPublicIps: false }'),
    rule: 'egress/static-gateway-private',
  },
  undetermined: {
    subject: cilium('{ endpointSelector: {}, egress: [{ toCIDRSet: [{ cidrGroupRef: partners }] }] }'),
    rule: 'egress/undetermined',
  },
};

test.each(Object.entries(cases))('%s is told by one rule', (cause, { subject, rule }) => {
  const judged = judge(subject);
  expect(judged.egress?.cause).toBe(cause);
  const found = rules.map((one) => ({
    id: one.id,
    levels: one.check(judged).flatMap(({ level }) => level ?? []),
  }));
  const deciding = found.filter(({ levels }) => levels.length > 0);
  expect(deciding.map(({ id }) => id)).toEqual(rule === undefined ? [] : [rule]);
  for (const { levels } of deciding) expect(new Set(levels)).toEqual(new Set([judged.egress?.level]));
});
