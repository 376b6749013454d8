/** The Verified Module for Terraform before 0.4.0, which is made of `azurerm_kubernetes_cluster`. */
import type { Deployment, Setting } from '../definition.js';

const whenPrivate = [{ from: 'private_cluster_enabled', is: [true] }];

const pool: readonly Setting[] = [
  { from: 'name', to: 'name' },
  { from: 'node_public_ip_enabled', to: 'node_public_ip_enabled' },
  { from: 'vnet_subnet_id', to: 'vnet_subnet_id' },
  { from: 'pod_subnet_id', to: 'pod_subnet_id' },
];

export const onAzurerm: Deployment = {
  versions: '<0.4.0',
  type: 'azurerm_kubernetes_cluster',
  settings: [
    { from: 'name', to: 'name' },
    { from: 'kubernetes_version', to: 'kubernetes_version' },
    { versions: '<0.1.4', from: 'private_cluster_enabled', to: 'private_cluster_enabled', default: false },
    {
      versions: '>=0.1.4',
      from: 'private_cluster_enabled',
      to: 'private_cluster_enabled',
      default: false,
      notNull: true,
    },
    {
      from: 'private_cluster_public_fqdn_enabled',
      to: 'private_cluster_public_fqdn_enabled',
      default: false,
      when: whenPrivate,
    },
    { from: 'private_dns_zone_id', to: 'private_dns_zone_id', when: whenPrivate },
    { from: 'run_command_enabled', to: 'run_command_enabled', default: false },
    {
      versions: '>=0.1.4',
      from: 'api_server_access_profile',
      to: 'api_server_access_profile',
      members: [
        { from: 'authorized_ip_ranges', to: 'authorized_ip_ranges' },
        { versions: '>=0.3.2', from: 'subnet_id', to: 'subnet_id' },
        {
          versions: '>=0.3.2',
          from: 'virtual_network_integration_enabled',
          to: 'virtual_network_integration_enabled',
          default: false,
          about: 'api',
          harmless: [false],
          note: 'only versions >=0.3.2 <0.4.0 read it; from 0.4.0 on it is enable_vnet_integration',
        },
      ],
    },
    // Declared as a list and read as an object: nothing that can be given is known to work.
    { versions: '<0.1.4', from: 'api_server_access_profile', to: 'api_server_access_profile', named: true },
    {
      from: 'network_profile',
      to: 'network_profile',
      default: { network_plugin: 'azure', network_policy: 'azure', network_plugin_mode: 'overlay' },
      members: [
        { from: 'outbound_type', to: 'outbound_type', default: 'loadBalancer' },
        { from: 'network_plugin', to: 'network_plugin' },
        { from: 'network_policy', to: 'network_policy' },
        { from: 'network_data_plane', to: 'network_data_plane' },
        { from: 'nat_gateway_profile', to: 'nat_gateway_profile' },
      ],
    },
    {
      from: 'http_proxy_config',
      to: 'http_proxy_config',
      members: [
        { from: 'http_proxy', to: 'http_proxy' },
        { from: 'https_proxy', to: 'https_proxy' },
      ],
    },
    { from: 'default_node_pool', to: 'default_node_pool', members: pool },
    { from: 'node_pools', to: 'default_node_pool', items: pool },
    { from: 'web_app_routing_dns_zone_ids', to: 'web_app_routing', whenFilled: true },
    {
      versions: '>=0.3.0',
      from: 'default_nginx_controller',
      to: 'web_app_routing.default_nginx_controller',
      default: 'AnnotationControlled',
      when: [{ from: 'web_app_routing_dns_zone_ids', isNot: [null] }],
    },
    {
      from: 'service_mesh_profile',
      to: 'service_mesh_profile',
      members: [
        { from: 'mode', to: 'mode' },
        { from: 'internal_ingress_gateway_enabled', to: 'internal_ingress_gateway_enabled' },
        { from: 'external_ingress_gateway_enabled', to: 'external_ingress_gateway_enabled' },
      ],
    },
    {
      from: 'ingress_application_gateway',
      to: 'ingress_application_gateway',
      members: [
        { from: 'gateway_id', to: 'gateway_id' },
        { from: 'gateway_name', to: 'gateway_name' },
        { from: 'subnet_id', to: 'subnet_id' },
        { from: 'subnet_cidr', to: 'subnet_cidr' },
      ],
    },
    {
      from: 'http_application_routing_enabled',
      to: 'http_application_routing_enabled',
      default: false,
    },
  ],
};
