import { assessed, auditTerraform, callOf, found, levels, only } from './support.js';

const aks = 'Azure/aks/azurerm';
const avm = 'Azure/avm-res-containerservice-managedcluster/azurerm';

describe('levels by the defaults of the version', () => {
  test.each([
    [aks, '9.4.1', '', 'open - open'],
    [aks, '9.4.1', 'private_cluster_enabled = true', 'isolated - open'],
    [aks, '9.4.1', 'private_cluster_enabled = null', 'open - open'],
    [aks, '9.4.1', 'api_server_authorized_ip_ranges = ["198.51.100.0/24"]', 'restricted - open'],
    [aks, '9.4.1', 'net_profile_outbound_type = "userDefinedRouting"', 'open - private'],
    [aks, '9.4.1', 'web_app_routing = { dns_zone_id = "z" }', 'open open open'],
    [
      aks,
      '11.3.0',
      'web_app_routing = { dns_zone_ids = [], default_nginx_controller = "Internal" }',
      'open private open',
    ],
    [aks, '9.4.1', 'service_mesh_profile = { mode = "Istio" }', 'open open open'],
    [aks, '7.3.1', 'ingress_application_gateway_enabled = true', 'open open open'],
    ['azure/AKS/azurerm', '9.4.1', 'private_cluster_enabled = true', 'isolated - open'],
    ['registry.terraform.io/Azure/aks/azurerm', '9.4.1', 'private_cluster_enabled = true', 'isolated - open'],
    [`${aks}//v4`, '10.0.1', 'private_cluster_enabled = true', 'isolated - open'],
    [avm, '0.3.3', 'private_cluster_enabled = true', 'isolated - open'],
    [avm, '0.6.1', 'api_server_access_profile = { enable_private_cluster = true }', 'private - open'],
    [avm, '0.6.1', 'sku = { name = "Automatic" }\nkubernetes_version = "1.33"', 'open open open'],
    [avm, '0.6.1', 'ingress_profile = { web_app_routing = { enabled = true } }', 'open open open'],
    ['Azure/avm-ptn-aks-production/azurerm', '0.5.0', '', 'isolated - open'],
    ['Azure/avm-ptn-aks-production/azurerm', '0.5.0', 'outbound_type = "userDefinedRouting"', 'isolated - private'],
    ['Azure/avm-ptn-aks-dev/azurerm', '0.2.0', '', 'open - open'],
    ['claranet/aks-light/azurerm', '8.0.0', '', 'isolated - open'],
    ['claranet/aks-light/azurerm', '8.0.0', 'private_cluster_enabled = false', 'restricted - open'],
    ['claranet/aks/azurerm', '7.1.1', '', 'open open open'],
    ['claranet/aks/azurerm', '7.2.0', 'agic_enabled = false', 'isolated - open'],
  ])('%s %s { %s }: %s', async (source, version, args, expected) => {
    const report = await auditTerraform(callOf(source, version, args));
    expect(report.problems).toEqual([]);
    expect(levels(report)).toBe(expected);
  });

  test('each entry of the settings of the Cloud Adoption Framework is a cluster', async () => {
    const clusters =
      'compute = { aks_clusters = { a = { private_cluster_enabled = true }, b = { network_profile = { outbound_type = "none" } } } }';
    const { subjects } = await auditTerraform(callOf('aztfmod/caf/azurerm', '5.7.14', clusters));
    expect(subjects.map(({ id, api, egress }) => [id, api?.level, egress?.level])).toEqual([
      ['.#module.aks.compute.aks_clusters["a"]', 'isolated', 'open'],
      ['.#module.aks.compute.aks_clusters["b"]', 'open', 'private'],
    ]);
  });

  test('nodes with public addresses are seen in every list of pools', async () => {
    const pools = `network_profile = { outbound_type = "userDefinedRouting" }
agent_pools = { edge = { name = "edge", enable_node_public_ip = true } }`;
    const report = await auditTerraform(callOf(avm, '0.6.1', pools));
    expect(found(report, 'egress/node-public-ip').map(({ message }) => message)).toEqual([
      expect.stringContaining('pool edge'),
    ]);
  });
});

describe('what is said of a default', () => {
  test('it names the module with its version, and stands on the line of the call', async () => {
    const subject = only(await auditTerraform(callOf(aks, '9.4.1')));
    expect(assessed(subject.api)).toMatchObject({
      because: 'public endpoint, open to any source by default of Azure/aks/azurerm 9.4.1',
      evidence: [{ path: 'main.tf', line: 1 }],
    });
    expect(subject.id).toBe('.#module.aks');
    expect(subject.format).toBe('terraform');
  });

  test('what the module has no parameter for is told apart, with another remedy and without a fix', async () => {
    const report = await auditTerraform(callOf('Azure/avm-ptn-aks-dev/azurerm', '0.2.0'));
    const [finding] = found(report, 'api/public-endpoint');
    expect(finding?.message).toContain('by default (Azure/avm-ptn-aks-dev/azurerm 0.2.0 has no parameter for it)');
    expect(finding?.remedy).toBe(
      'The module Azure/avm-ptn-aks-dev/azurerm 0.2.0 has no parameter for this. Take a version or a module that has one, or declare the cluster itself.',
    );
    expect(finding?.fix).toBeNull();
  });

  test('a range that admits versions with another default names that too', async () => {
    const subject = only(await auditTerraform(callOf('claranet/aks/azurerm', '>= 6.0', 'agic_enabled = false')));
    expect(assessed(subject.api).because).toMatch(
      /^private cluster by default of claranet\/aks\/azurerm >= 6\.0 \(false in \d+\.\d+\.\d+, which that admits as well\) without/,
    );
    const production = only(await auditTerraform(callOf('Azure/avm-ptn-aks-production/azurerm', '< 0.5.0, >= 0.3.0')));
    expect(assessed(production.egress).because).toContain('0.5.0');
  });

  test.each([
    ['12.0.0', 'Azure/aks/azurerm 12.0.0 (judged as 11.5.0, the newest known)'],
    [undefined, 'Azure/aks/azurerm (without a version, judged as the newest known)'],
    ['~> 9.4', 'Azure/aks/azurerm ~> 9.4'],
  ])('version %p is told as %p', async (version, label) => {
    const subject = only(await auditTerraform(callOf(aks, version)));
    expect(assessed(subject.egress).because).toContain(`by default of ${label}`);
  });
});

describe('the version', () => {
  test.each([
    'git::https://github.com/Azure/terraform-azurerm-aks.git?ref=9.4.1',
    'github.com/Azure/terraform-azurerm-aks?ref=9.4.1',
    'git@github.com:Azure/terraform-azurerm-aks.git?ref=v9.4.1',
    'git::ssh://git@github.com/Azure/terraform-azurerm-aks.git?ref=9.4.1',
  ])('is a tag in %s', async (source) => {
    const subject = only(await auditTerraform(callOf(source, undefined)));
    expect(assessed(subject.api).because).toMatch(/ by default of Azure\/aks\/azurerm v?9\.4\.1$/);
  });

  test.each([
    'git::https://github.com/Azure/terraform-azurerm-aks.git?ref=main',
    'git::https://github.com/Azure/terraform-azurerm-aks.git?ref=0123456789abcdef0123456789abcdef01234567',
    'github.com/Azure/terraform-azurerm-aks',
  ])('is open in %s: what is given counts, the rest waits', async (source) => {
    const bare = await auditTerraform(callOf(source, undefined));
    expect(levels(bare)).toBe('unknown unknown unknown');
    expect(assessed(only(bare).api).dependsOn).toEqual([
      expect.stringMatching(/^the version of Azure\/aks\/azurerm \(.+\)$/),
    ]);
    const udr = await auditTerraform(
      callOf(source, undefined, 'private_cluster_enabled = false\nnet_profile_outbound_type = "loadBalancer"'),
    );
    expect(assessed(only(udr).api).because).toContain('which addresses the public API endpoint admits');
    expect(assessed(only(udr).egress).because).toContain('whether an HTTP proxy is set');
  });

  test('that does not exist leaves everything open', async () => {
    const report = await auditTerraform(callOf(`${aks}//v4`, '11.0.0', 'private_cluster_enabled = true'));
    expect(assessed(only(report).egress).dependsOn).toEqual(['Azure/aks/azurerm//v4 11.0.0, which does not exist']);
  });
});

describe('a parameter that the version does not have', () => {
  test.each([
    [aks, '10.0.0', 'private_cluster_enabled = true', 'private_cluster_enabled', 'unknown unknown unknown'],
    [aks, '11.0.0', 'enable_node_public_ip = true', 'enable_node_public_ip', 'unknown unknown unknown'],
    [avm, '0.6.1', 'private_cluster_enabled = true', 'private_cluster_enabled', 'unknown unknown unknown'],
  ])('%s %s { %s } fails: a problem, and nothing is claimed', async (source, version, args, name, expected) => {
    const report = await auditTerraform(callOf(source, version, args));
    expect(report.problems).toEqual([
      {
        path: 'main.tf',
        line: 4,
        message: `${source} ${version} has no parameter ${name}: the deployment fails, so what the module would deploy is left open`,
      },
    ]);
    expect(levels(report)).toBe(expected);
    expect(assessed(only(report).api).dependsOn).toEqual([`${name}, which ${source} ${version} does not have`]);
  });

  test('without it the same version is judged', async () => {
    expect(levels(await auditTerraform(callOf(aks, '10.0.0')))).toBe('open - open');
  });
});

describe('a key that the version drops', () => {
  test.each([
    [aks, '10.2.0', 'web_app_routing = { dns_zone_ids = [], default_nginx_controller = "Internal" }', 'ingress'],
    [aks, '9.4.1', 'api_server_subnet_id = "x"', 'api'],
    [avm, '0.6.1', 'api_server_access_profile = { private_cluster_enabled = true }', 'api'],
    [avm, '0.6.1', 'api_server_access_profile = { virtual_network_integration_enabled = true }', 'api'],
    [avm, '0.6.1', 'network_profile = { outboundType = "userDefinedRouting" }', 'egress'],
    [avm, '0.2.0', 'api_server_access_profile = { virtual_network_integration_enabled = true }', 'api'],
    ['aztfmod/caf/azurerm', '5.7.14', 'compute = { aks_clusters = { a = { run_command_enabled = false } } }', 'api'],
    ['aztfmod/caf/azurerm', '5.7.14', 'compute = { aks_clusters = { a = { outbound_type = "none" } } }', 'egress'],
    ['aztfmod/caf/azurerm//modules/compute/aks', '5.6.0', 'settings = { private_dns_zone_id = "z" }', 'api'],
  ])('%s %s { %s } is told about %s', async (source, version, args, about) => {
    const report = await auditTerraform(callOf(source, version, args));
    const [finding, another] = report.findings.filter(({ rule }) => rule.endsWith('/module-setting-ignored'));
    expect([finding?.rule, finding?.startLine]).toEqual([`${about}/module-setting-ignored`, 4]);
    expect(another).toBeUndefined();
    expect(report.problems).toEqual([]);
  });

  test.each([
    [aks, '10.2.0', 'web_app_routing = { dns_zone_ids = [], default_nginx_controller = "External" }'],
    [aks, '11.5.0', 'node_pools = { a = { name = "a", enable_node_public_ip = true } }'],
    [avm, '0.6.1', 'api_server_access_profile = { private_cluster_enabled = false }'],
    [avm, '0.3.3', 'api_server_access_profile = { virtual_network_integration_enabled = true }'],
    [avm, '0.6.1', 'api_server_access_profile = var.profile'],
    ['aztfmod/caf/azurerm', '5.0.0', 'compute = { aks_clusters = { a = { outbound_type = "none" } } }'],
  ])('%s %s { %s } loses nothing that matters', async (source, version, args) => {
    const report = await auditTerraform(callOf(source, version, args) + 'variable "profile" {}\n');
    expect(report.findings.filter(({ rule }) => rule.endsWith('/module-setting-ignored'))).toEqual([]);
  });
});
