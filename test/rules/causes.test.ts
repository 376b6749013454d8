/** Each cause of a level has exactly one rule that says so, and the best level of a dimension has none. */
import type { Opening, Subject } from '../../src/posture/model.js';
import { rules } from '../../src/rules/index.js';
import type { ApiCause } from '../../src/scoring/api.js';
import type { EgressCause } from '../../src/scoring/egress.js';
import { judge } from '../../src/scoring/judge.js';
import type { Dimension } from '../../src/scoring/ladder.js';
import { addOns } from '../../src/scoring/openings.js';
import type { OpeningCause } from '../../src/scoring/openings.js';
import type { ApplicationGatewayCause } from '../../src/scoring/application-gateway.js';
import type { HostCause } from '../../src/scoring/host.js';
import type { PublishedCause } from '../../src/scoring/published.js';
import type { ServiceCause } from '../../src/scoring/service.js';
import type { Firewall } from '../../src/posture/network/model.js';
import { around, firewall, route, rule, subnet } from '../support/network.js';
import type { ClusterFacts } from '../support/subjects.js';
import {
  applicationGateway,
  balanced,
  cluster,
  elsewhere,
  gateway,
  known,
  knownTo,
  onHost,
  published,
  ranges,
  service,
  through,
  unseen,
  waiting,
} from '../support/subjects.js';

interface Case {
  readonly subject: Subject;
  /** The rule that decides; none for what can not be better. */
  readonly rule?: string;
}

const open = { privateCluster: known(false) };

/** Complete by type: a new cause does not compile until it has a case here. */
const api: Readonly<Record<ApiCause, Case>> = {
  'public-endpoint': { subject: cluster({ api: open }), rule: 'api/public-endpoint' },
  'vnet-integration-alone': {
    subject: cluster({ api: { ...open, vnetIntegration: known(true) } }),
    rule: 'api/vnet-integration',
  },
  'public-network-access-alone': {
    subject: cluster({ api: { ...open, publicNetworkAccess: known('disabled') } }),
    rule: 'api/public-network-access',
  },
  'ranges-admit-everyone': {
    subject: cluster({ api: { ...open, authorizedRanges: ranges(['0.0.0.0/1', '128.0.0.0/1']) } }),
    rule: 'api/authorized-ranges-admit-everyone',
  },
  'authorized-ranges': {
    subject: cluster({ api: { ...open, authorizedRanges: ranges(['203.0.113.0/24']) } }),
    rule: 'api/authorized-ranges',
  },
  'public-fqdn': { subject: cluster({ api: { publicFqdn: known(true) } }), rule: 'api/public-fqdn' },
  isolated: { subject: cluster() },
  undetermined: { subject: cluster({ api: { privateCluster: waiting('param private') } }), rule: 'api/undetermined' },
};

const routedThrough = (network: ClusterFacts['network'] = {}): Subject =>
  cluster({ egress: { outboundType: known('userDefinedRouting') }, network });
const behind = (wall: Firewall): ClusterFacts['network'] =>
  around(subnet({ routes: [route('default', { firewall: wall })] }));

const egress: Readonly<Record<EgressCause, Case>> = {
  unrestricted: {
    subject: cluster({ egress: { outboundType: known('loadBalancer') } }),
    rule: 'egress/unrestricted-outbound',
  },
  'node-public-ip': {
    subject: cluster({
      egress: {
        outboundType: known('loadBalancer'),
        pools: ['a', 'b'].map((name) => ({ name, nodePublicIp: known(true) })),
      },
    }),
    rule: 'egress/node-public-ip',
  },
  'proxy-without-routing': {
    subject: cluster({ egress: { outboundType: known('managedNATGateway'), httpProxy: known('http://proxy:3128') } }),
    rule: 'egress/proxy-without-routing',
  },
  routed: { subject: routedThrough({}), rule: 'egress/routed' },
  'route-to-internet': {
    subject: routedThrough(around(subnet({ routes: [route('default', { hop: 'internet' })] }))),
    rule: 'egress/route-to-internet',
  },
  'route-missing': { subject: routedThrough(around(subnet())), rule: 'egress/route-missing' },
  'firewall-allows-everything': {
    subject: routedThrough(behind(firewall([rule('any', { to: ['*'] }), rule('cloud', { to: ['AzureCloud'] })]))),
    rule: 'egress/firewall-allows-everything',
  },
  'firewall-allows-azure-cloud': {
    subject: routedThrough(behind(firewall([rule('cloud', { to: ['AzureCloud'] })]))),
    rule: 'egress/firewall-allows-azure-cloud',
  },
  'public-address-beside-route': {
    subject: cluster({
      egress: { outboundType: known('loadBalancer') },
      network: around(subnet({ routes: [route('default')] })),
    }),
    rule: 'egress/public-address-beside-route',
  },
  'default-outbound-access': {
    subject: cluster({ network: around(subnet()) }),
    rule: 'egress/default-outbound-access',
  },
  'nat-gateway-beside-none': {
    subject: cluster({ network: around(subnet({ nat: true })) }),
    rule: 'egress/nat-gateway-beside-none',
  },
  'none-without-cache': {
    subject: cluster({ egress: { artifactSource: known('direct') } }),
    rule: 'egress/none-without-cache',
  },
  isolated: { subject: cluster() },
  undetermined: {
    subject: cluster({ egress: { outboundType: waiting('param outbound') } }),
    rule: 'egress/undetermined',
  },
};

const ingress: Readonly<Record<ServiceCause, Case>> = {
  'public-load-balancer': { subject: balanced(), rule: 'ingress/public-load-balancer' },
  'public-gateway': { subject: gateway(), rule: 'ingress/public-gateway' },
  'annotations-outside-metadata': {
    subject: balanced({}, { elsewhere: elsewhere('outside-metadata') }),
    rule: 'ingress/annotations-outside-metadata',
  },
  'gateway-metadata-annotations-hidden': {
    subject: gateway({}, { elsewhere: elsewhere('hidden') }),
    rule: 'ingress/gateway-metadata-annotations-hidden',
  },
  'gateway-metadata-annotations': {
    subject: gateway({}, { elsewhere: elsewhere('metadata') }),
    rule: 'ingress/gateway-metadata-annotations',
  },
  'internal-annotation-not-exact': { subject: balanced({ internal: 'True' }), rule: 'ingress/internal-annotation' },
  'foreign-internal-annotation': {
    subject: balanced({ 'service.beta.kubernetes.io/aws-load-balancer-internal': 'true' }),
    rule: 'ingress/foreign-internal-annotation',
  },
  'annotation-refused': {
    subject: balanced({ internal: { key: 'internal', value: known('true'), refused: 'boolean' } }),
    rule: 'ingress/internal-annotation-boolean',
  },
  'ranges-admit-everyone': {
    subject: balanced({}, { sourceRanges: ['0.0.0.0/0'] }),
    rule: 'ingress/source-ranges-admit-everyone',
  },
  'source-ranges': { subject: balanced({}, { sourceRanges: ['203.0.113.0/24'] }), rule: 'ingress/source-ranges' },
  'rules-by-hand': { subject: balanced({ disableSecurityRules: 'true' }), rule: 'ingress/security-rules-by-hand' },
  'additional-public-addresses': {
    subject: balanced({ internal: 'true', additionalPublicIps: '203.0.113.7' }),
    rule: 'ingress/additional-public-ips',
  },
  'load-balancer-class': {
    subject: balanced({}, { loadBalancerClass: 'example.com/lb' }),
    rule: 'ingress/load-balancer-class',
  },
  internal: { subject: balanced({ internal: 'true' }), rule: 'ingress/internal-load-balancer' },
  'node-port': { subject: service({ type: 'NodePort' }), rule: 'ingress/node-port' },
  'external-ips': { subject: service({ externalIps: ['203.0.113.7'] }), rule: 'ingress/external-ips' },
  'cluster-only': { subject: service() },
  undetermined: { subject: service({ type: waiting('var.type') }), rule: 'ingress/undetermined' },
};

const throughOthers: Readonly<Record<PublishedCause, Case>> = {
  'public-ingress-class': { subject: published(knownTo('public')), rule: 'ingress/public-ingress-class' },
  'public-shared-gateway': {
    subject: published(through({ type: 'LoadBalancer' }), [], { via: 'shared-gateway' }),
    rule: 'ingress/public-gateway',
  },
  'application-gateway-for-containers': {
    subject: published(knownTo('public'), [], { via: 'application-gateway-for-containers' }),
    rule: 'ingress/application-gateway-for-containers',
  },
  'both-internal-and-public-controller': {
    subject: published(through({ type: 'LoadBalancer', annotations: { internal: 'true' } }), [
      through({ type: 'LoadBalancer' }),
    ]),
    rule: 'ingress/both-internal-and-public-controller',
  },
  'restricted-controller': {
    subject: published(through({ type: 'LoadBalancer', sourceRanges: ['203.0.113.0/24'] })),
    rule: 'ingress/restricted-controller',
  },
  'internal-controller': { subject: published(knownTo('internal')), rule: 'ingress/internal-controller' },
  'cluster-only': { subject: published(knownTo('cluster')) },
  undetermined: { subject: published(unseen), rule: 'ingress/undetermined' },
};

const hosts: Readonly<Record<HostCause, Case>> = {
  'host-network': { subject: onHost(true), rule: 'ingress/host-network' },
  undetermined: { subject: onHost(waiting('var.host')), rule: 'ingress/undetermined' },
};

/** A cause of add-ons is decided by the rule of the add-on. */
const publicAddOns: Readonly<Record<Opening['via'], string>> = {
  'application-routing': 'ingress/application-routing',
  'istio-external-gateway': 'ingress/istio-external-gateway',
  'istio-internal-gateway': 'ingress/istio-external-gateway',
  'application-gateway': 'ingress/application-gateway',
  'http-application-routing': 'ingress/http-application-routing',
};
const vias = Object.keys(addOns) as Opening['via'][];
const openings: Readonly<Record<OpeningCause, readonly Case[]>> = {
  'public-add-on': vias.map((via) => ({
    subject: cluster({ openings: [{ via, exposure: known('public') }] }),
    rule: publicAddOns[via],
  })),
  'internal-add-on': vias.map((via) => ({
    subject: cluster({ openings: [{ via, exposure: known('internal') }] }),
    rule: 'ingress/internal-add-on',
  })),
  'node-ports': [
    {
      subject: cluster({ egress: { pools: [{ name: 'p', nodePublicIp: known(true), hostPorts: known(true) }] } }),
      rule: 'ingress/node-ports',
    },
  ],
  undetermined: vias.map((via) => ({
    subject: cluster({ openings: [{ via, exposure: waiting('param mode', ['public', 'internal']) }] }),
    rule: 'ingress/undetermined',
  })),
};

const gateways: Readonly<Record<ApplicationGatewayCause, Case>> = {
  'public-frontend': { subject: applicationGateway([true]), rule: 'ingress/public-application-gateway' },
  'private-frontend': { subject: applicationGateway([false]), rule: 'ingress/private-application-gateway' },
  undetermined: { subject: applicationGateway([undefined]), rule: 'ingress/undetermined' },
};

function rows(dimension: Dimension, cases: Readonly<Record<string, Case>>): [string, Dimension, Case][] {
  return Object.entries(cases).map(([cause, one]) => [cause, dimension, one]);
}

test.each([
  ...rows('api', api),
  ...rows('egress', egress),
  ...rows('ingress', ingress),
  ...rows('ingress', throughOthers),
  ...rows('ingress', hosts),
  ...rows('ingress', gateways),
  ...Object.entries(openings).flatMap(([cause, cases]) =>
    cases.map((one): [string, Dimension, Case] => [cause, 'ingress', one]),
  ),
])('%s (%s) is told by one rule', (cause, dimension, { subject, rule }) => {
  const judged = judge(subject);
  const judgement = judged[dimension];
  expect(judgement?.cause).toBe(cause);
  const deciding = rules.filter(
    (one) => one.dimension === dimension && one.check(judged).some((discovery) => discovery.level === judgement?.level),
  );
  expect(deciding.map(({ id }) => id)).toEqual(rule === undefined ? [] : [rule]);
});

test('no rule decides a level that is not the judged one', () => {
  const cases = [api, egress, ingress, throughOthers, hosts, gateways].flatMap((each) => Object.values(each));
  for (const { subject } of [...cases, ...Object.values(openings).flat()]) {
    const judged = judge(subject);
    for (const rule of rules) {
      for (const { level } of rule.check(judged)) {
        if (level !== undefined) expect([rule.id, level]).toEqual([rule.id, judged[rule.dimension]?.level]);
      }
    }
  }
});
