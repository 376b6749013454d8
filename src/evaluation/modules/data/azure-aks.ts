/** `Azure/aks/azurerm`, read from the tags of its repository (variables.tf, deprecated_variables.tf, main.tf, extra_node_pool.tf). */
import type { PublishedModule, Setting } from '../definition.js';

const api: readonly Setting[] = [
  { versions: '<4.5.0', to: 'private_cluster_enabled', value: false },
  { versions: '==10.0.0', to: 'private_cluster_enabled', value: false },
  { versions: '>=4.5.0 <10.0.0', from: 'private_cluster_enabled', to: 'private_cluster_enabled', default: false },
  { versions: '>=10.0.1', from: 'private_cluster_enabled', to: 'private_cluster_enabled', default: false },
  {
    versions: '>=5.0.0',
    from: 'private_cluster_public_fqdn_enabled',
    to: 'private_cluster_public_fqdn_enabled',
    default: false,
  },
  { versions: '>=5.0.0', from: 'private_dns_zone_id', to: 'private_dns_zone_id' },
  {
    versions: '>=5.0.0 <7.1.0',
    from: 'api_server_authorized_ip_ranges',
    to: 'api_server_authorized_ip_ranges',
  },
  {
    versions: '>=7.1.0',
    from: 'api_server_authorized_ip_ranges',
    to: 'api_server_access_profile.authorized_ip_ranges',
  },
  {
    versions: '>=7.1.0 <10.0.0',
    from: 'api_server_subnet_id',
    about: 'api',
    note: 'it never turns API server VNet integration on, which versions >=11.5.0 do by api_server_vnet_integration_enabled',
  },
  {
    versions: '>=11.5.0',
    from: 'api_server_vnet_integration_enabled',
    to: 'api_server_access_profile.virtual_network_integration_enabled',
    default: false,
  },
  { versions: '>=11.5.0', from: 'api_server_subnet_id', to: 'api_server_access_profile.subnet_id' },
  { versions: '<7.5.0', to: 'run_command_enabled', value: true },
  { versions: '>=7.5.0', from: 'run_command_enabled', to: 'run_command_enabled', default: true },
  {
    versions: '>=6.8.0 <8.0.0',
    from: 'public_network_access_enabled',
    to: 'public_network_access_enabled',
    default: true,
    notNull: true,
  },
];

const egress: readonly Setting[] = [
  { versions: '<4.5.0', to: 'network_profile.outbound_type', value: 'loadBalancer' },
  {
    versions: '>=4.5.0',
    from: 'net_profile_outbound_type',
    to: 'network_profile.outbound_type',
    default: 'loadBalancer',
  },
  { versions: '>=10.0.0', from: 'nat_gateway_profile', to: 'network_profile.nat_gateway_profile' },
  {
    versions: '>=8.0.0',
    from: 'http_proxy_config',
    to: 'http_proxy_config',
    members: [
      { from: 'http_proxy', to: 'http_proxy' },
      { from: 'https_proxy', to: 'https_proxy' },
    ],
  },
  { versions: '>=4.5.0', from: 'network_policy', to: 'network_profile.network_policy' },
  { versions: '>=4.4.0', from: 'network_plugin', to: 'network_profile.network_plugin', default: 'kubenet' },
  { versions: '>=7.2.0', from: 'ebpf_data_plane', to: 'network_profile.network_data_plane' },
  // The folder v4 of these versions reads it; the module itself takes it and leaves it.
  { versions: '>=10.0.0 <11.0.0', from: 'network_data_plane' },
  {
    versions: '>=11.5.0',
    from: 'bootstrap_profile',
    to: 'bootstrap_profile',
    members: [
      { from: 'artifact_source', to: 'artifact_source', default: 'Direct' },
      { from: 'container_registry_id', to: 'container_registry_id' },
    ],
  },
];

const pools: readonly Setting[] = [
  { versions: '>=4.5.0', from: 'agents_pool_name', to: 'default_node_pool.name', default: 'nodepool' },
  {
    versions: '>=4.5.0 <11.0.0',
    from: 'enable_node_public_ip',
    to: 'default_node_pool.node_public_ip_enabled',
    default: false,
  },
  {
    versions: '>=11.0.0',
    from: 'node_public_ip_enabled',
    to: 'default_node_pool.node_public_ip_enabled',
    default: false,
  },
  { versions: '>=4.1.0 <10.0.0', from: 'vnet_subnet_id', to: 'default_node_pool.vnet_subnet_id' },
  { versions: '>=10.0.0', from: 'vnet_subnet.id', to: 'default_node_pool.vnet_subnet_id' },
  { versions: '>=6.3.0 <10.0.0', from: 'pod_subnet_id', to: 'default_node_pool.pod_subnet_id' },
  { versions: '>=10.0.0', from: 'pod_subnet.id', to: 'default_node_pool.pod_subnet_id' },
  {
    versions: '>=6.8.0',
    from: 'node_pools',
    to: 'default_node_pool',
    items: [
      { from: 'name', to: 'name' },
      { versions: '<11.0.0', from: 'enable_node_public_ip', to: 'node_public_ip_enabled' },
      { versions: '>=11.0.0', from: 'node_public_ip_enabled', to: 'node_public_ip_enabled' },
      { versions: '<10.0.0', from: 'vnet_subnet_id', to: 'vnet_subnet_id' },
      { versions: '>=10.0.0', from: 'vnet_subnet.id', to: 'vnet_subnet_id' },
      { versions: '<10.0.0', from: 'pod_subnet_id', to: 'pod_subnet_id' },
      { versions: '>=10.0.0', from: 'pod_subnet.id', to: 'pod_subnet_id' },
    ],
  },
];

const withGateway = [{ from: 'ingress_application_gateway_enabled', is: [true] }];
const withOldGateway = [{ from: 'enable_ingress_application_gateway', is: [true] }];

const ingress: readonly Setting[] = [
  {
    versions: '>=6.7.0',
    from: 'web_app_routing',
    to: 'web_app_routing',
    members: [
      { versions: '<10.0.0', from: 'dns_zone_id', to: 'dns_zone_id' },
      { versions: '>=10.0.0', from: 'dns_zone_ids', to: 'dns_zone_ids' },
      {
        versions: '>=11.3.0',
        from: 'default_nginx_controller',
        to: 'default_nginx_controller',
        default: 'AnnotationControlled',
        about: 'ingress',
        harmless: ['AnnotationControlled', 'External'],
        note: 'only versions >=11.3.0 read it, and the controller is public without it',
      },
    ],
  },
  {
    versions: '>=7.5.0',
    from: 'service_mesh_profile',
    to: 'service_mesh_profile',
    members: [
      { from: 'mode', to: 'mode' },
      { from: 'internal_ingress_gateway_enabled', to: 'internal_ingress_gateway_enabled', default: true },
      { from: 'external_ingress_gateway_enabled', to: 'external_ingress_gateway_enabled', default: true },
    ],
  },
  {
    versions: '>=4.1.0 <5.0.0',
    from: 'enable_http_application_routing',
    to: 'http_application_routing_enabled',
    default: false,
  },
  {
    versions: '>=5.0.0 <8.0.0',
    from: 'http_application_routing_enabled',
    to: 'http_application_routing_enabled',
    default: false,
  },
  { versions: '>=4.14.0 <5.0.0', from: 'enable_ingress_application_gateway' },
  { versions: '>=5.0.0 <8.0.0', from: 'ingress_application_gateway_enabled' },
  { versions: '>=4.14.0 <5.0.0', to: 'ingress_application_gateway', value: {}, when: withOldGateway },
  { versions: '>=5.0.0 <8.0.0', to: 'ingress_application_gateway', value: {}, when: withGateway },
  {
    versions: '>=4.14.0 <5.0.0',
    from: 'ingress_application_gateway_id',
    to: 'ingress_application_gateway.gateway_id',
    when: withOldGateway,
  },
  {
    versions: '>=5.0.0 <8.0.0',
    from: 'ingress_application_gateway_id',
    to: 'ingress_application_gateway.gateway_id',
    when: withGateway,
  },
  {
    versions: '>=8.0.0',
    from: 'brown_field_application_gateway_for_ingress',
    to: 'ingress_application_gateway',
    members: [{ from: 'id', to: 'gateway_id' }],
  },
  {
    versions: '>=8.0.0',
    from: 'green_field_application_gateway_for_ingress',
    to: 'ingress_application_gateway',
    members: [
      { from: 'name', to: 'gateway_name' },
      { from: 'subnet_id', to: 'subnet_id' },
      { from: 'subnet_cidr', to: 'subnet_cidr' },
    ],
  },
];

export const azureAks: PublishedModule = {
  language: 'terraform',
  source: 'Azure/aks/azurerm',
  repository: 'Azure/terraform-azurerm-aks',
  newest: '11.5.0',
  deployments: [
    {
      type: 'azurerm_kubernetes_cluster',
      settings: [{ versions: '>=4.11.0', from: 'cluster_name', to: 'name' }, ...api, ...egress, ...pools, ...ingress],
    },
  ],
};

/** The same variables for version 4 of the provider, while the module itself was still for version 3. */
export const azureAksV4: PublishedModule = {
  ...azureAks,
  submodule: 'v4',
  versions: '>=9.3.0 <11.0.0',
  newest: '10.2.0',
};
