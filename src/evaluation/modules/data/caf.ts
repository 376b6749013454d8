/**
 * The Cloud Adoption Framework's module for Terraform, read from the tags of its repository (modules/compute/aks/aks.tf). Its
 * settings have no type, so that Terraform refuses nothing: what the module does not read is lost without a word.
 */
import type { Deployment, PublishedModule, Setting } from '../definition.js';

const pool: readonly Setting[] = [
  { from: 'name', to: 'name' },
  { from: 'enable_node_public_ip', to: 'node_public_ip_enabled', default: false },
  { from: 'vnet_subnet_id', to: 'vnet_subnet_id' },
  { from: 'subnet.resource_id', to: 'vnet_subnet_id' },
];

const settings: readonly Setting[] = [
  {
    versions: '<5.5.0',
    from: 'private_cluster_enabled',
    to: 'private_cluster_enabled',
    default: false,
  },
  { versions: '>=5.5.0', from: 'private_cluster_enabled', to: 'private_cluster_enabled' },
  {
    versions: '>=5.4.4 <5.5.0',
    from: 'private_cluster_public_fqdn_enabled',
    to: 'private_cluster_public_fqdn_enabled',
    default: false,
    about: 'api',
    harmless: [false],
  },
  {
    versions: '>=5.5.0',
    from: 'private_cluster_public_fqdn_enabled',
    to: 'private_cluster_public_fqdn_enabled',
    about: 'api',
    harmless: [false],
  },
  {
    versions: '>=5.4.0 <5.4.2',
    from: 'private_dns_zone_id',
    to: 'private_dns_zone_id',
    about: 'api',
    note: 'only versions >=5.4.0 <5.4.2 read it, later ones read private_dns_zone.id',
  },
  { versions: '>=5.4.2', from: 'private_dns_zone.id', to: 'private_dns_zone_id', about: 'api' },
  { versions: '>=5.4.2', from: 'private_dns_zone.key', to: 'private_dns_zone_id', named: true },
  {
    versions: '>=5.1.0',
    from: 'api_server_authorized_ip_ranges',
    to: 'api_server_authorized_ip_ranges',
    about: 'api',
  },
  {
    versions: '>=5.7.0',
    from: 'api_server_access_profile',
    to: 'api_server_access_profile',
    members: [
      { from: 'authorized_ip_ranges', to: 'authorized_ip_ranges' },
      { from: 'subnet_id', to: 'subnet_id' },
      { from: 'vnet_integration_enabled', to: 'vnet_integration_enabled', default: false },
    ],
    about: 'api',
  },
  {
    versions: '>=5.7.0',
    from: 'public_network_access_enabled',
    to: 'public_network_access_enabled',
    default: true,
    about: 'api',
    harmless: [true],
  },
  {
    from: 'run_command_enabled',
    about: 'api',
    harmless: [true],
    note: 'no version of the module reads it, and the run command stays on',
  },
  {
    versions: '<5.1.0',
    from: 'outbound_type',
    to: 'network_profile.outbound_type',
    default: 'loadBalancer',
    about: 'egress',
    harmless: ['loadBalancer'],
    note: 'from version 5.1.0 on only network_profile.outbound_type is read, and without that egress is through the load balancer',
  },
  {
    versions: '>=5.1.0',
    from: 'network_profile',
    to: 'network_profile',
    members: [
      { from: 'outbound_type', to: 'outbound_type' },
      { from: 'network_plugin', to: 'network_plugin' },
      { from: 'network_policy', to: 'network_policy' },
      { from: 'ebpf_data_plane', to: 'ebpf_data_plane' },
    ],
  },
  {
    versions: '<5.1.0',
    from: 'network_profile',
    members: [{ from: 'outbound_type', about: 'egress', harmless: ['loadBalancer'] }],
  },
  { from: 'bootstrap_profile', about: 'egress', note: 'no version of the module reads it' },
  {
    versions: '>=5.7.0',
    from: 'http_proxy_config',
    to: 'http_proxy_config',
    members: [
      { from: 'http_proxy', to: 'http_proxy' },
      { from: 'https_proxy', to: 'https_proxy' },
    ],
    about: 'egress',
  },
  { from: 'default_node_pool', to: 'default_node_pool', members: pool },
  { from: 'node_pools', to: 'default_node_pool', items: pool },
  {
    versions: '>=5.6.0',
    from: 'http_application_routing_enabled',
    to: 'http_application_routing_enabled',
  },
  {
    versions: '>=5.4.8',
    from: 'ingress_application_gateway',
    to: 'ingress_application_gateway',
    members: [{ from: 'gateway_id', to: 'gateway_id' }],
  },
  {
    versions: '>=5.4.8',
    from: 'addon_profile.ingress_application_gateway',
    to: 'ingress_application_gateway',
    members: [
      { from: 'gateway_id', to: 'gateway_id' },
      { from: 'key', to: 'gateway_id', named: true },
    ],
  },
  {
    versions: '>=5.7.0',
    from: 'web_app_routing',
    to: 'web_app_routing',
    members: [
      { from: 'dns_zone_id', to: 'dns_zone_id' },
      {
        from: 'default_nginx_controller',
        about: 'ingress',
        harmless: ['AnnotationControlled', 'External'],
        note: 'no version of the module reads it, and the controller is public',
      },
    ],
  },
  {
    versions: '>=5.7.11',
    from: 'service_mesh_profile',
    to: 'service_mesh_profile',
    members: [
      { from: 'internal_ingress_gateway_enabled', to: 'internal_ingress_gateway_enabled' },
      { from: 'external_ingress_gateway_enabled', to: 'external_ingress_gateway_enabled' },
    ],
  },
];

const deployment: Deployment = { type: 'azurerm_kubernetes_cluster', settings };

const common = {
  language: 'terraform',
  source: 'aztfmod/caf/azurerm',
  repository: 'aztfmod/terraform-azurerm-caf',
  newest: '5.7.14',
} as const;

export const caf: PublishedModule = { ...common, deployments: [{ ...deployment, within: 'compute.aks_clusters[]' }] };

/** The folder of one cluster, called by itself. */
export const cafCluster: PublishedModule = {
  ...common,
  submodule: 'modules/compute/aks',
  deployments: [{ ...deployment, within: 'settings' }],
};
