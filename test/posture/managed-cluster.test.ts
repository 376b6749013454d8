import { managedCluster } from '../../src/posture/managed-cluster.js';
import type { Cluster } from '../../src/posture/model.js';
import type { Fact } from '../../src/posture/fact.js';
import { judge } from '../../src/scoring/judge.js';
import { locate } from '../../src/syntax/source.js';
import type { Plain } from '../../src/syntax/edit.js';
import type { Declaration } from '../support/resources.js';
import { declare } from '../support/resources.js';
import { alone } from '../support/subjects.js';

const type = 'Microsoft.ContainerService/managedClusters';

function clusterFrom(body: Plain, siblings: readonly Declaration[] = [], rest: Partial<Declaration> = {}): Cluster {
  const resource = declare({ type, body, name: 'aks-prod', ...rest });
  const [subject] = managedCluster.map(resource, [resource, ...siblings.map(declare)]);
  if (subject?.kind !== 'cluster') throw new Error('a cluster is a cluster');
  return { ...subject, network: alone };
}

const having = (properties: Plain, rest: Plain = {}): Cluster =>
  clusterFrom({ ...(rest as Record<string, Plain>), properties });

const automatic = (properties: Plain = {}): Cluster => having(properties, { sku: { name: 'Automatic' } });

/** The value, or the candidates of an open fact, or what it waits for. */
function shown(fact: Fact<unknown>): unknown {
  if (fact.known) return fact.value;
  return fact.candidates?.map(({ value }) => value) ?? fact.dependsOn;
}

test('takes Azure types in any case, and no other', () => {
  expect(managedCluster.accepts('microsoft.containerservice/MANAGEDCLUSTERS')).toBe(true);
  expect(managedCluster.accepts(`${type}/agentPools`)).toBe(false);
  expect(managedCluster.accepts('azurerm_kubernetes_cluster')).toBe(false);
});

test('a cluster that says nothing has the defaults of the Azure API', () => {
  const { automatic: sku, api, egress, openings } = having({});
  expect(sku).toMatchObject({ value: false, byDefault: true });
  expect(api).toMatchObject({
    privateCluster: { value: false, byDefault: true, name: 'apiServerAccessProfile.enablePrivateCluster' },
    publicFqdn: { value: true, byDefault: true },
    privateDnsZone: { value: 'system' },
    authorizedRanges: { value: [] },
    vnetIntegration: { value: false },
    publicNetworkAccess: { value: '' },
    runCommand: { value: true, byDefault: true },
  });
  expect(egress).toMatchObject({
    outboundType: { value: 'loadBalancer', byDefault: true },
    httpProxy: { value: '' },
    artifactSource: { value: 'direct' },
    networkPolicy: { value: 'none' },
    pools: [],
  });
  expect(openings.map(({ exposure }) => shown(exposure))).toEqual(['none', 'none', 'none', 'none', 'none']);
});

test('every setting of the API server is read, in any case', () => {
  const { api } = having({
    APIServerAccessProfile: {
      enablePrivateCluster: true,
      enablePrivateClusterPublicFQDN: false,
      privateDNSZone: 'None',
      authorizedIPRanges: ['203.0.113.0/24'],
      enableVnetIntegration: true,
      disableRunCommand: true,
    },
    publicNetworkAccess: 'Disabled',
  });
  expect(api).toMatchObject({
    privateCluster: { value: true, byDefault: false },
    publicFqdn: { value: false },
    privateDnsZone: { value: 'none' },
    authorizedRanges: { value: [{ value: '203.0.113.0/24' }] },
    vnetIntegration: { value: true },
    publicNetworkAccess: { value: 'disabled' },
    runCommand: { value: false, byDefault: false },
  });
});

test('a private DNS zone of one’s own keeps its id as written', () => {
  const id =
    '/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io';
  expect(having({ apiServerAccessProfile: { privateDNSZone: id } }).api.privateDnsZone).toMatchObject({ value: id });
});

describe('AKS Automatic', () => {
  test('has VNet integration, Cilium and a managed NAT gateway', () => {
    const { automatic: sku, api, egress } = automatic();
    expect(sku).toMatchObject({ value: true });
    expect(api.privateCluster).toMatchObject({ value: false });
    expect(api.vnetIntegration).toMatchObject({ value: true, byDefault: true });
    expect(egress.outboundType).toMatchObject({ value: 'managedNATGateway', byDefault: true });
    expect(egress.networkPolicy).toMatchObject({ value: 'cilium' });
  });

  test.each<Plain>([
    { hostedSystemProfile: { nodeSubnetID: '/subnets/nodes' } },
    { agentPoolProfiles: [{ name: 'system', vnetSubnetID: { $open: 'param subnet' } }] },
  ])('in a network of one’s own has a load balancer: %j', (properties) => {
    expect(automatic(properties).egress.outboundType).toMatchObject({ value: 'loadBalancer', byDefault: true });
  });

  test.each([
    ['1.35.2', 'public'],
    ['1.36', 'none'],
    ['', ['none', 'public']],
    [{ $open: 'param version' }, ['none', 'public']],
  ])('of Kubernetes %j opens %j', (kubernetesVersion, exposure) => {
    const opened = automatic({ kubernetesVersion }).openings[0];
    expect(opened && shown(opened.exposure)).toEqual(exposure);
  });

  test('with application routing switched off opens nothing', () => {
    const off = automatic({ ingressProfile: { webAppRouting: { enabled: false } } });
    expect(judge(off).ingress).toBeNull();
  });

  test('that depends on a parameter leaves open what depends on it', () => {
    const either = having({}, { sku: { name: { $open: 'param sku', candidates: ['Base', 'Automatic'] } } });
    expect(shown(either.egress.outboundType)).toEqual(['managedNATGateway', 'loadBalancer']);
    expect(judge(either).egress).toMatchObject({ level: 'open' });
    expect(judge(either).api).toMatchObject({ level: 'open' });
  });
});

describe('the outbound type', () => {
  test.each([
    ['LoadBalancer', 'loadBalancer'],
    ['userDefinedRouting', 'userDefinedRouting'],
    ['UserAssignedNatGateway', 'userAssignedNATGateway'],
    ['managedNATGateway', 'managedNATGateway'],
    ['managedNATGatewayV2', 'managedNATGatewayV2'],
    ['None', 'none'],
    ['block', 'block'],
    ['firewall', 'firewall'],
  ])('%s is %s', (written, value) => {
    expect(having({ networkProfile: { outboundType: written } }).egress.outboundType).toMatchObject({ value });
  });

  test('is the second NAT gateway also by its SKU', () => {
    const { outboundType } = having({
      networkProfile: { outboundType: 'managedNATGateway', natGatewayProfile: { sku: 'StandardV2' } },
    }).egress;
    expect(outboundType).toMatchObject({ value: 'managedNATGatewayV2' });
  });
});

describe('the HTTP proxy', () => {
  test.each<readonly [string, Plain, unknown]>([
    ['the HTTP address', { httpProxy: 'http://p:3128' }, 'http://p:3128'],
    ['the HTTPS address alone', { httpsProxy: 'http://p:3129' }, 'http://p:3129'],
    ['nothing when switched off', { httpProxy: 'http://p', enabled: false }, ''],
    ['nothing without an address', { noProxy: ['localhost'] }, ''],
    ['open with the switch', { httpProxy: 'http://p', enabled: { $open: 'param on' } }, ['param on']],
    ['open with the address', { httpProxy: { $open: 'param proxy' } }, ['param proxy']],
    ['some address', { httpProxy: { $open: '${ip}', parts: ['http://', null, ':3128'] } }, '${ip}'],
  ])('is %s', (_, httpProxyConfig, expected) => {
    const { httpProxy } = having({ httpProxyConfig }).egress;
    expect(httpProxy.known ? httpProxy.value : httpProxy.dependsOn).toEqual(expected);
  });
});

test.each<readonly [Plain, unknown]>([
  [{ networkPolicy: 'Calico' }, 'calico'],
  [{ networkDataplane: 'cilium' }, 'cilium'],
  [{ networkDataplane: 'azure' }, 'none'],
  [{ networkDataplane: { $open: 'param plane', candidates: ['azure', 'cilium'] } }, ['cilium', 'none']],
])('the policy engine of %j is %j', (networkProfile, engine) => {
  expect(shown(having({ networkProfile }).egress.networkPolicy)).toEqual(engine);
});

test('images come from the cache when the bootstrap profile says so', () => {
  expect(having({ bootstrapProfile: { artifactSource: 'Cache' } }).egress.artifactSource).toMatchObject({
    value: 'cache',
  });
});

describe('node pools', () => {
  const names = (cluster: Cluster): readonly (readonly [string, unknown])[] =>
    cluster.egress.pools.map(({ name, nodePublicIp }) => [name, shown(nodePublicIp)]);
  const pool = (name: Plain, properties: Plain, rest: Partial<Declaration> = {}): Declaration => ({
    type: `${type}/agentPools`,
    body: { properties },
    name,
    address: 'pool',
    ...rest,
  });

  test('inside the cluster are read with their names', () => {
    const cluster = having({
      agentPoolProfiles: [{ name: 'system' }, { name: { $open: 'param n' }, enableNodePublicIP: true }],
    });
    expect(names(cluster)).toEqual([
      ['system', false],
      ['agentPoolProfiles[1]', true],
    ]);
  });

  test('that a parameter holds are open', () => {
    const cluster = having({ agentPoolProfiles: { $open: 'param pools' } });
    expect(names(cluster)).toEqual([['agentPoolProfiles', ['param pools']]]);
  });

  test('of which one list or another is used are what their pools are', () => {
    const lists = [[{ name: 'a' }], [{ name: 'b', enableNodePublicIP: true }]];
    expect(names(having({ agentPoolProfiles: { $open: 'param x', candidates: lists } }))).toEqual([
      ['agentPoolProfiles', [false, true]],
    ]);
  });

  test('declared apart join by the name of their parent', () => {
    const other = { type, body: {}, name: 'aks-dev', address: 'dev' };
    const mine = pool('AKS-PROD/user', { enableNodePublicIP: true });
    const cluster = clusterFrom({}, [other, mine, pool('aks-dev/gpu', {})]);
    expect(names(cluster)).toEqual([['user', true]]);
  });

  test('declared inside the declaration of the cluster join by address', () => {
    expect(names(clusterFrom({}, [pool('user', {}, { address: 'aks::user' })]))).toEqual([['user', false]]);
  });

  test('of a cluster whose name waits for the same parameter are its own', () => {
    const other = { type, body: {}, name: { $open: 'param other' }, address: 'dev' };
    const mine = pool({ $open: "'${name}/user'", parts: [null, '/user'] }, { enableNodePublicIP: true });
    const named = { $open: "'${name}/user'" };
    expect(names(clusterFrom({}, [other, mine], { name: named }))).toEqual([['user', true]]);
  });

  test('that do not say whose they are belong to the only cluster', () => {
    expect(names(clusterFrom({}, [pool({ $open: 'param pool' }, { enableNodePublicIP: true })]))).toEqual([
      ['pool', true],
    ]);
  });

  test('that could be of several clusters leave it open when they have public addresses', () => {
    const other = { type, body: {}, name: 'aks-dev', address: 'dev' };
    const exposed = pool({ $open: 'param pool' }, { enableNodePublicIP: true });
    const hidden = pool({ $open: 'param more' }, {}, { address: 'more' });
    expect(names(clusterFrom({}, [other, exposed, hidden]))).toEqual([
      ['pool', ['the cluster of node pool pool']],
      ['more', false],
    ]);
  });

  test('are part of what the cluster is made of', () => {
    const apart = (on: boolean): string =>
      clusterFrom({}, [pool('aks-prod/user', { enableNodePublicIP: on })]).digest();
    expect(apart(true)).not.toBe(apart(false));
    expect(apart(true)).toBe(apart(true));
  });
});

describe('what the cluster opens by itself', () => {
  const opened = (properties: Plain): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      having({ dnsPrefix: 'aks', ...(properties as Record<string, Plain>) })
        .openings.map(({ via, exposure }) => [via, shown(exposure)] as const)
        .filter(([, exposure]) => exposure !== 'none'),
    );
  const routing = (webAppRouting: Plain): Plain => ({ ingressProfile: { webAppRouting } });
  const mesh = (ingressGateways: Plain, mode: Plain = 'Istio'): Plain => ({
    serviceMeshProfile: { mode, istio: { components: { ingressGateways } } },
  });

  test.each<readonly [Plain, Readonly<Record<string, unknown>>]>([
    [{ enabled: true }, { 'application-routing': 'public' }],
    [
      { enabled: true, nginx: { defaultIngressControllerType: 'AnnotationControlled' } },
      { 'application-routing': 'public' },
    ],
    [{ enabled: true, nginx: { defaultIngressControllerType: 'External' } }, { 'application-routing': 'public' }],
    [{ enabled: true, nginx: { defaultIngressControllerType: 'Internal' } }, { 'application-routing': 'internal' }],
    [{ enabled: true, nginx: { defaultIngressControllerType: 'None' } }, {}],
    [{ enabled: false, nginx: { defaultIngressControllerType: 'External' } }, {}],
    [{ enabled: { $open: 'param on' } }, { 'application-routing': ['none', 'public'] }],
    [{ enabled: { $open: 'param on' }, nginx: { defaultIngressControllerType: 'None' } }, {}],
    [
      { enabled: true, nginx: { defaultIngressControllerType: { $open: 'param type' } } },
      { 'application-routing': ['param type'] },
    ],
  ])('application routing %j: %j', (webAppRouting, expected) => {
    expect(opened(routing(webAppRouting))).toEqual(expected);
  });

  test('a default controller stands where the add-on is switched on', () => {
    const [routed] = having(routing({ enabled: true })).openings;
    expect(routed && locate(routed.exposure.origin.span).startLine).toBe(5);
    expect(routed?.exposure).toMatchObject({ known: true, byDefault: true });
  });

  const external = { enabled: true, mode: 'External' };
  const internal = { enabled: true, mode: 'Internal' };
  test.each<readonly [Plain, Readonly<Record<string, unknown>>]>([
    [mesh([external]), { 'istio-external-gateway': 'public' }],
    [mesh([internal]), { 'istio-internal-gateway': 'internal' }],
    [mesh([internal, external]), { 'istio-external-gateway': 'public', 'istio-internal-gateway': 'internal' }],
    [mesh([{ enabled: false, mode: 'External' }]), {}],
    [mesh([external], 'Disabled'), {}],
    [mesh([]), {}],
    [
      mesh({ $open: 'param gateways' }),
      { 'istio-external-gateway': ['param gateways'], 'istio-internal-gateway': ['param gateways'] },
    ],
    [
      mesh({ $open: 'param on', candidates: [[external], []] }),
      { 'istio-external-gateway': ['public', 'none'], 'istio-internal-gateway': ['none', 'none'] },
    ],
  ])('the mesh %j: %j', (properties, expected) => {
    expect(opened(properties)).toEqual(expected);
  });

  test.each<readonly [Plain, Readonly<Record<string, unknown>>]>([
    [{ enabled: true, config: { subnetCIDR: '10.2.0.0/16' } }, { 'application-gateway': 'public' }],
    [
      { enabled: true, config: { applicationGatewayId: '/x/applicationGateways/agw' } },
      { 'application-gateway': ['Application Gateway agw'] },
    ],
    [{ enabled: true, config: { applicationGatewayId: { $open: 'gw.id' } } }, { 'application-gateway': ['gw.id'] }],
    [{ enabled: false, config: { applicationGatewayId: '/x/appgw' } }, {}],
  ])('the Application Gateway add-on %j: %j', (addOn, expected) => {
    expect(opened({ addonProfiles: { ingressApplicationGateway: addOn } })).toEqual(expected);
  });

  test('HTTP application routing, whatever the case of its key', () => {
    const on = { addonProfiles: { httpapplicationrouting: { enabled: true } } };
    expect(opened(on)).toEqual({ 'http-application-routing': 'public' });
  });
});

describe('the subject', () => {
  test('is identified by its root and its address', () => {
    expect(having({})).toMatchObject({ id: 'main.json#aks', name: 'aks-prod', kind: 'cluster', conditionalOn: [] });
  });

  test.each([
    ['aks', 'aks'],
    ['network::aks', 'aks'],
    ['aks["a.b"]', 'aks["a.b"]'],
    ['managedClusters/aks-prod', 'aks-prod'],
  ])('without a known name at %s is called %s', (address, name) => {
    expect(clusterFrom({}, [], { address, name: { $open: 'param name' } }).name).toBe(name);
  });

  test('that may not be deployed says on what that depends', () => {
    expect(clusterFrom({}, [], { condition: { $open: 'param deploy' } }).conditionalOn).toEqual(['param deploy']);
  });
});

describe('setting a fact', () => {
  test('that is written goes to where it stands', () => {
    const { privateCluster, runCommand } = having({
      apiServerAccessProfile: { enablePrivateCluster: false, disableRunCommand: false },
    }).api;
    expect(privateCluster.known && privateCluster.set?.(true)).toMatchObject({
      startLine: 3,
      text: 'enablePrivateCluster = true',
    });
    expect(runCommand.known && runCommand.set?.(false)).toMatchObject({ text: 'disableRunCommand = true' });
  });

  test('that is absent goes into the deepest object that is there', () => {
    const { publicFqdn } = having({}).api;
    expect(publicFqdn.known && publicFqdn.set?.(false)).toMatchObject({
      text: 'apiServerAccessProfile.enablePrivateClusterPublicFQDN = false',
    });
  });

  test('of an add-on speaks of what becomes reachable', () => {
    const { openings } = having({
      ingressProfile: { webAppRouting: { enabled: true } },
      addonProfiles: { httpApplicationRouting: { enabled: true } },
    });
    const set = (index: number, value: string): string | undefined => {
      const exposure = openings[index]?.exposure;
      return exposure?.known ? exposure.set?.(value)?.text : undefined;
    };
    expect(set(0, 'internal')).toBe('nginx.defaultIngressControllerType = "Internal"');
    expect(set(4, 'none')).toBe('enabled = false');
    expect(set(4, 'something')).toBeUndefined();
  });

  test('is not possible where an open merge may have set it', () => {
    expect(having({ dnsPrefix: 'x', $rest: 'param more' }).api.privateCluster.known).toBe(false);
  });
});
