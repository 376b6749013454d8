/** The Verified Module for Terraform from 0.4.0 on, which sends Azure's own object through azapi. */
import type { Condition, Deployment, Setting } from '../definition.js';

const automatic: readonly Condition[] = [{ from: 'sku.name', is: ['Automatic'] }];

/** Spellings of before, or of the provider: keys of an object, so that Terraform drops them without a word. */
function foreign(
  from: string,
  instead: string,
  about: Setting['about'],
  harmless: readonly (string | boolean)[],
): Setting {
  return { from, ...(about ? { about } : {}), harmless, note: `it is spelled ${instead} here` };
}

const api: Setting = {
  from: 'api_server_access_profile',
  to: 'properties.apiServerAccessProfile',
  members: [
    { from: 'enable_private_cluster', to: 'enablePrivateCluster' },
    { from: 'enable_private_cluster_public_fqdn', to: 'enablePrivateClusterPublicFQDN' },
    { from: 'private_dns_zone', to: 'privateDNSZone' },
    { from: 'authorized_ip_ranges', to: 'authorizedIPRanges' },
    { from: 'enable_vnet_integration', to: 'enableVnetIntegration' },
    { from: 'subnet_id', to: 'subnetId' },
    { from: 'disable_run_command', to: 'disableRunCommand' },
    foreign('private_cluster_enabled', 'enable_private_cluster', 'api', [false]),
    foreign('enablePrivateCluster', 'enable_private_cluster', 'api', [false]),
    foreign('private_cluster_public_fqdn_enabled', 'enable_private_cluster_public_fqdn', 'api', [true]),
    foreign('enablePrivateClusterPublicFQDN', 'enable_private_cluster_public_fqdn', 'api', [true]),
    foreign('private_dns_zone_id', 'private_dns_zone', 'api', ['System']),
    foreign('authorizedIPRanges', 'authorized_ip_ranges', 'api', []),
    foreign('enableVnetIntegration', 'enable_vnet_integration', 'api', [false]),
    foreign('virtual_network_integration_enabled', 'enable_vnet_integration', 'api', [false]),
    foreign('vnet_integration_enabled', 'enable_vnet_integration', 'api', [false]),
    foreign('run_command_enabled', 'disable_run_command', 'api', [true]),
    foreign('disableRunCommand', 'disable_run_command', 'api', [false]),
  ],
};

const egress: readonly Setting[] = [
  {
    from: 'network_profile',
    to: 'properties.networkProfile',
    members: [
      { from: 'outbound_type', to: 'outboundType' },
      { from: 'network_policy', to: 'networkPolicy' },
      { from: 'network_plugin', to: 'networkPlugin' },
      { from: 'network_dataplane', to: 'networkDataplane' },
      { from: 'nat_gateway_profile', to: 'natGatewayProfile' },
      { from: 'static_egress_gateway_profile', to: 'staticEgressGatewayProfile' },
      foreign('outboundType', 'outbound_type', 'egress', ['loadBalancer']),
      foreign('networkPolicy', 'network_policy', 'egress', []),
      foreign('network_data_plane', 'network_dataplane', 'egress', ['azure']),
    ],
  },
  // For AKS Automatic the module drops the whole profile unless the outbound type is one that needs it.
  {
    to: 'properties.networkProfile',
    value: null,
    when: [...automatic, { from: 'network_profile.outbound_type', is: [null, 'loadBalancer'] }],
  },
  {
    from: 'http_proxy_config',
    to: 'properties.httpProxyConfig',
    members: [
      { from: 'http_proxy', to: 'httpProxy' },
      { from: 'https_proxy', to: 'httpsProxy' },
    ],
    when: [{ from: 'sku.name', isNot: ['Automatic'] }],
  },
  {
    from: 'bootstrap_profile',
    to: 'properties.bootstrapProfile',
    members: [
      { from: 'artifact_source', to: 'artifactSource' },
      { from: 'container_registry_id', to: 'containerRegistryId' },
    ],
    when: [{ from: 'sku.name', isNot: ['Automatic'] }],
  },
];

const pool: readonly Setting[] = [
  { from: 'name', to: 'name' },
  { from: 'enable_node_public_ip', to: 'enableNodePublicIP' },
  { from: 'node_public_ip_prefix_id', to: 'nodePublicIPPrefixID' },
  { from: 'vnet_subnet_id', to: 'vnetSubnetID' },
  { from: 'pod_subnet_id', to: 'podSubnetID' },
];

const ingress: readonly Setting[] = [
  {
    from: 'ingress_profile',
    to: 'properties.ingressProfile',
    members: [
      {
        from: 'web_app_routing',
        to: 'webAppRouting',
        members: [
          { from: 'enabled', to: 'enabled' },
          {
            from: 'nginx',
            to: 'nginx',
            members: [
              { from: 'default_ingress_controller_type', to: 'defaultIngressControllerType' },
              foreign('defaultIngressControllerType', 'default_ingress_controller_type', 'ingress', ['External']),
            ],
          },
          foreign('default_nginx_controller', 'nginx.default_ingress_controller_type', 'ingress', ['External']),
        ],
      },
    ],
  },
  {
    from: 'service_mesh_profile',
    to: 'properties.serviceMeshProfile',
    members: [
      { from: 'mode', to: 'mode' },
      {
        from: 'istio',
        to: 'istio',
        members: [
          {
            from: 'components',
            to: 'components',
            members: [
              {
                from: 'ingress_gateways',
                to: 'ingressGateways',
                items: [
                  { from: 'enabled', to: 'enabled' },
                  { from: 'mode', to: 'mode' },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
  {
    from: 'addon_profile_ingress_application_gateway',
    to: 'properties.addonProfiles.ingressApplicationGateway',
    members: [
      { from: 'enabled', to: 'enabled' },
      { from: 'config', to: 'config', members: [{ from: 'application_gateway_id', to: 'applicationGatewayId' }] },
    ],
  },
];

export const onAzapi: Deployment = {
  versions: '>=0.4.0',
  type: 'Microsoft.ContainerService/managedClusters',
  settings: [
    { from: 'name', to: 'name' },
    { from: 'sku', to: 'sku', members: [{ from: 'name', to: 'name' }] },
    { from: 'kubernetes_version', to: 'properties.kubernetesVersion' },
    {
      from: 'public_network_access',
      to: 'properties.publicNetworkAccess',
      when: [{ from: 'sku.name', isNot: ['Automatic'] }],
    },
    {
      versions: '>=0.6.2',
      from: 'hosted_system_profile',
      to: 'properties.hostedSystemProfile',
      members: [
        { from: 'node_subnet_id', to: 'nodeSubnetID' },
        { from: 'system_node_subnet_id', to: 'systemNodeSubnetID' },
      ],
      when: automatic,
    },
    api,
    ...egress,
    { from: 'default_agent_pool', to: 'properties.agentPoolProfiles', members: pool },
    { from: 'agent_pools', to: 'properties.agentPoolProfiles', items: pool },
    ...ingress,
  ],
};
