import { azurermAutomaticCluster } from '../../src/posture/azurerm-automatic-cluster.js';
import { azurermCluster } from '../../src/posture/azurerm-cluster.js';
import type { Fact } from '../../src/posture/fact.js';
import type { Mapper } from '../../src/posture/mapper.js';
import type { Cluster } from '../../src/posture/model.js';
import { judge } from '../../src/scoring/judge.js';
import type { Plain } from '../../src/syntax/edit.js';
import type { Declaration } from '../support/resources.js';
import { declare } from '../support/resources.js';
import { alone } from '../support/subjects.js';

const type = 'azurerm_kubernetes_cluster';
const address = `${type}.main`;

function clusterFrom(mapper: Mapper, declaration: Declaration, siblings: readonly Declaration[] = []): Cluster {
  const resource = declare({ format: 'terraform', ...declaration });
  const [subject] = mapper.map(resource, [resource, ...siblings.map(declare)]);
  if (subject?.kind !== 'cluster') throw new Error('a cluster is a cluster');
  return { ...subject, network: alone };
}

const having = (body: Plain, siblings: readonly Declaration[] = [], rest: Partial<Declaration> = {}): Cluster =>
  clusterFrom(azurermCluster, { type, address, body, ...rest }, siblings);

function shown(fact: Fact<unknown>): unknown {
  if (fact.known) return fact.value;
  return fact.candidates?.map(({ value }) => value) ?? fact.dependsOn;
}

describe('azurerm_kubernetes_cluster', () => {
  test('that says nothing has the defaults of the provider', () => {
    const { automatic, api, egress, openings, name } = having({ name: 'aks-prod' });
    expect(name).toBe('aks-prod');
    expect(automatic).toMatchObject({ value: false });
    expect(api).toMatchObject({
      privateCluster: { value: false, byDefault: true, name: 'private_cluster_enabled' },
      publicFqdn: { value: false, byDefault: true },
      privateDnsZone: { value: 'system' },
      authorizedRanges: { value: [] },
      vnetIntegration: { value: false },
      publicNetworkAccess: { value: '' },
      runCommand: { value: true, byDefault: true },
    });
    expect(egress).toMatchObject({
      outboundType: { value: 'loadBalancer', byDefault: true, name: 'network_profile.outbound_type' },
      httpProxy: { value: '' },
      artifactSource: { value: 'direct' },
      networkPolicy: { value: 'none' },
      pools: [],
    });
    expect(openings.map(({ exposure }) => shown(exposure))).toEqual(['none', 'none', 'none', 'none', 'none']);
  });

  test('of provider 4 and 5 is read', () => {
    const { api, egress } = having({
      private_cluster_enabled: true,
      private_cluster_public_fqdn_enabled: true,
      private_dns_zone_id: 'None',
      run_command_enabled: false,
      api_server_access_profile: [
        { authorized_ip_ranges: ['203.0.113.0/24'], virtual_network_integration_enabled: true },
      ],
      network_profile: [{ network_plugin: 'azure', outbound_type: 'userDefinedRouting', network_policy: 'calico' }],
      http_proxy_config: [{ http_proxy: 'http://p', no_proxy: [] }],
      bootstrap_profile: [{ artifact_source: 'Cache' }],
      default_node_pool: [{ name: 'system', node_public_ip_enabled: true }],
    });
    expect(api).toMatchObject({
      privateCluster: { value: true, byDefault: false },
      publicFqdn: { value: true, byDefault: false },
      privateDnsZone: { value: 'none' },
      authorizedRanges: {
        value: [{ value: '203.0.113.0/24' }],
        name: 'api_server_access_profile.authorized_ip_ranges',
      },
      vnetIntegration: { value: true },
      runCommand: { value: false },
    });
    expect(egress).toMatchObject({
      outboundType: { value: 'userDefinedRouting' },
      httpProxy: { value: 'http://p' },
      artifactSource: { value: 'cache' },
      networkPolicy: { value: 'calico' },
      pools: [{ name: 'system', nodePublicIp: { value: true } }],
    });
  });

  test('of provider 3 is read by its older names', () => {
    const { api, egress } = having({
      api_server_authorized_ip_ranges: ['0.0.0.0/0'],
      api_server_access_profile: [{ vnet_integration_enabled: true }],
      public_network_access_enabled: false,
      network_profile: [{ ebpf_data_plane: 'cilium' }],
      default_node_pool: [{ name: 'system', enable_node_public_ip: true }],
    });
    expect(api).toMatchObject({
      authorizedRanges: { value: [{ value: '0.0.0.0/0' }], name: 'api_server_authorized_ip_ranges' },
      vnetIntegration: { value: true },
      publicNetworkAccess: { value: 'disabled', name: 'public_network_access_enabled' },
    });
    expect(egress).toMatchObject({
      networkPolicy: { value: 'cilium' },
      pools: [{ nodePublicIp: { value: true, name: 'enable_node_public_ip' } }],
    });
  });

  test('private without more is isolated, as the provider sends no public FQDN', () => {
    expect(judge(having({ private_cluster_enabled: true })).api).toMatchObject({
      level: 'isolated',
      because: 'private cluster without a public FQDN by default',
    });
  });

  test('with texts for switches is converted as Terraform does', () => {
    expect(having({ private_cluster_enabled: 'true' }).api.privateCluster).toMatchObject({ value: true });
    expect(having({ private_cluster_enabled: 'True' }).api.privateCluster.known).toBe(false);
  });

  test('whose block comes from an open collection leaves the settings in it open', () => {
    const { api, egress } = having({
      api_server_access_profile: [{ $rest: 'var.ranges' }],
      default_node_pool: [{ $rest: 'var.pool' }],
    });
    expect(api.authorizedRanges).toMatchObject({ known: false, dependsOn: ['var.ranges'] });
    expect(egress.pools.map(({ nodePublicIp }) => shown(nodePublicIp))).toEqual([['var.pool']]);
  });

  describe('opens', () => {
    const opened = (body: Plain): Readonly<Record<string, unknown>> =>
      Object.fromEntries(
        having(body)
          .openings.map(({ via, exposure }) => [via, shown(exposure)] as const)
          .filter(([, exposure]) => exposure !== 'none'),
      );

    test.each<readonly [Plain, Readonly<Record<string, unknown>>]>([
      [{ web_app_routing: [{ dns_zone_ids: [] }] }, { 'application-routing': 'public' }],
      [{ web_app_routing: [{ default_nginx_controller: 'External' }] }, { 'application-routing': 'public' }],
      [{ web_app_routing: [{ default_nginx_controller: 'Internal' }] }, { 'application-routing': 'internal' }],
      [{ web_app_routing: [{ default_nginx_controller: 'None' }] }, {}],
      [{ web_app_routing: [{ $rest: 'var.routing' }] }, { 'application-routing': ['var.routing'] }],
      [{ service_mesh_profile: [{ external_ingress_gateway_enabled: true }] }, { 'istio-external-gateway': 'public' }],
      [
        { service_mesh_profile: [{ internal_ingress_gateway_enabled: true }] },
        { 'istio-internal-gateway': 'internal' },
      ],
      [{ service_mesh_profile: [{ mode: 'Istio' }] }, {}],
      [{ ingress_application_gateway: [{ subnet_cidr: '10.2.0.0/16' }] }, { 'application-gateway': 'public' }],
      [{ ingress_application_gateway: [{ gateway_id: { $open: 'gw.id' } }] }, { 'application-gateway': ['gw.id'] }],
      [{ http_application_routing_enabled: true }, { 'http-application-routing': 'public' }],
    ])('%j: %j', (body, expected) => {
      expect(opened(body)).toEqual(expected);
    });
  });

  test('is not told to set an outbound type in a block that needs more', () => {
    const set = (body: Plain): string | undefined => {
      const { outboundType } = having(body).egress;
      return outboundType.known ? outboundType.set?.('userDefinedRouting')?.text : undefined;
    };
    expect(set({})).toBeUndefined();
    expect(set({ network_profile: [{ network_plugin: 'azure' }] })).toBe('outbound_type = "userDefinedRouting"');
  });
});

describe('azurerm_kubernetes_cluster_node_pool', () => {
  const poolType = 'azurerm_kubernetes_cluster_node_pool';
  const pool = (id: Plain, rest: Partial<Declaration> = {}): Declaration => ({
    type: poolType,
    address: `${poolType}.user`,
    body: { name: 'user', kubernetes_cluster_id: id, node_public_ip_enabled: true },
    ...rest,
  });
  const another: Declaration = { type, address: `${type}.other`, body: { name: 'aks-other' } };
  const pools = (siblings: readonly Declaration[], rest: Partial<Declaration> = {}): readonly unknown[] =>
    having({ name: 'aks-main' }, siblings, rest).egress.pools.map(({ name, nodePublicIp }) => [
      name,
      shown(nodePublicIp),
    ]);
  const mine = [['user', true]];

  test.each([
    ['by reference', { $open: 'azurerm_kubernetes_cluster.main.id' }, mine],
    ['by reference to an instance', { $open: 'azurerm_kubernetes_cluster.main[0].id' }, mine],
    ['by id', '/subscriptions/s/providers/Microsoft.ContainerService/managedClusters/AKS-main', mine],
    ['not when it refers to another', { $open: 'azurerm_kubernetes_cluster.other.id' }, []],
    ['not when it refers to a cluster that is only read', { $open: 'data.azurerm_kubernetes_cluster.main.id' }, []],
    ['perhaps when a variable says', { $open: 'var.cluster_id' }, [['user', ['the cluster of node pool user']]]],
  ])('joins its cluster %s', (_, id, expected) => {
    expect(pools([another, pool(id)])).toEqual(expected);
  });

  test('joins the only cluster when a variable says which', () => {
    expect(pools([pool({ $open: 'var.cluster_id' })])).toEqual(mine);
  });

  test('joins the cluster of its own module', () => {
    const elsewhere = { ...another, address: `module.b.${type}.main` };
    const own = pool(
      { $open: 'module.a.azurerm_kubernetes_cluster.main.id' },
      { address: `module.a.${poolType}.user` },
    );
    expect(pools([elsewhere, own], { address: `module.a.${type}.main` })).toEqual(mine);
    expect(
      pools([{ ...elsewhere, address: `module.a.${type}.main` }, own], { address: `module.b.${type}.main` }),
    ).toEqual([]);
  });

  test('in a module of its own joins the only cluster of the root', () => {
    expect(pools([pool({ $open: 'var.cluster_id' }, { address: `module.pools["a.b"].${poolType}.user` })])).toEqual(
      mine,
    );
  });
});

describe('azurerm_kubernetes_automatic_cluster', () => {
  const automaticType = 'azurerm_kubernetes_automatic_cluster';
  const automatic = (body: Plain): Cluster =>
    clusterFrom(azurermAutomaticCluster, { type: automaticType, address: `${automaticType}.main`, body });

  test('is public, with VNet integration and a NAT gateway', () => {
    const cluster = automatic({ name: 'aks' });
    expect(cluster.automatic).toMatchObject({ value: true });
    expect(cluster.api).toMatchObject({ privateCluster: { value: false }, vnetIntegration: { value: true } });
    expect(cluster.egress.outboundType).toMatchObject({ value: 'managedNATGateway', byDefault: true });
    expect(judge(cluster)).toMatchObject({
      api: { level: 'open' },
      egress: { level: 'open' },
      ingress: { level: 'unknown' },
    });
  });

  test('is private by its block, and without a public FQDN by default', () => {
    expect(automatic({ private_cluster: [{}] }).api).toMatchObject({
      privateCluster: { value: true, byDefault: false, name: 'private_cluster' },
      publicFqdn: { value: false, byDefault: true },
    });
    const named = {
      private_cluster: [{ public_fully_qualified_domain_name_enabled: true, private_dns_zone_id: 'System' }],
    };
    expect(automatic(named).api).toMatchObject({ publicFqdn: { value: true }, privateDnsZone: { value: 'system' } });
  });

  test('may be restricted by ranges', () => {
    const cluster = automatic({ api_server_access: [{ authorized_ip_ranges: ['203.0.113.7'] }] });
    expect(judge(cluster).api).toMatchObject({ level: 'restricted' });
  });

  test('in subnets of one’s own has a load balancer', () => {
    expect(automatic({ hosted_system: [{ node_subnet_id: 'x' }] }).egress.outboundType).toMatchObject({
      value: 'loadBalancer',
    });
  });

  test.each<readonly [Plain, unknown]>([
    [{}, ['none', 'public']],
    [{ web_app_routing_ingress: [{ istio_enabled: true }] }, 'none'],
    [{ web_app_routing_ingress: [{ default_nginx_controller: 'Internal' }] }, 'internal'],
    [{ web_app_routing_ingress: [{ default_nginx_controller: 'AnnotationControlled' }] }, 'public'],
  ])('with %j opens %j', (body, exposure) => {
    const [routing] = automatic(body).openings;
    expect(routing && shown(routing.exposure)).toEqual(exposure);
  });

  test('opens the gateways of its mesh', () => {
    const { openings } = automatic({ service_mesh: [{ external_ingress_gateway_enabled: true }] });
    expect(openings.find(({ via }) => via === 'istio-external-gateway')?.exposure).toMatchObject({ value: 'public' });
  });
});
