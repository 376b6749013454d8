/** Modules of Claranet for Terraform, read from the tags of their repositories. */
import type { Condition, PublishedModule, Setting } from '../definition.js';

const isPrivate: readonly Condition[] = [{ from: 'private_cluster_enabled', is: [true], default: true }];
const isPublic: readonly Condition[] = [{ from: 'private_cluster_enabled', isNot: [true], default: true }];

/** `Custom` takes the id, `System` and `None` are passed on. */
function zone(when: readonly Condition[], versions?: string): readonly Setting[] {
  const common = versions === undefined ? {} : { versions };
  const type = { from: 'private_dns_zone_type', default: 'System' };
  return [
    {
      ...common,
      from: 'private_dns_zone_type',
      to: 'private_dns_zone_id',
      default: 'System',
      when: [...when, { ...type, isNot: ['Custom'] }],
    },
    {
      ...common,
      from: 'private_dns_zone_id',
      to: 'private_dns_zone_id',
      when: [...when, { ...type, is: ['Custom'] }],
    },
  ];
}

const proxy: readonly Setting[] = [
  { from: 'http_proxy_url', to: 'http_proxy' },
  { from: 'https_proxy_url', to: 'https_proxy' },
];

const lightPool: readonly Setting[] = [
  { from: 'name', to: 'name', default: 'default' },
  { versions: '<8.0.0', from: 'enable_node_public_ip', to: 'node_public_ip_enabled', default: false },
  { versions: '>=8.0.0', from: 'node_public_ip_enabled', to: 'node_public_ip_enabled', default: false },
];

export const claranetAksLight: PublishedModule = {
  language: 'terraform',
  source: 'claranet/aks-light/azurerm',
  repository: 'claranet/terraform-azurerm-aks-light',
  versions: '>=7.0.0',
  newest: '8.16.1',
  deployments: [
    {
      type: 'azurerm_kubernetes_cluster',
      settings: [
        { from: 'private_cluster_enabled', to: 'private_cluster_enabled', default: true, notNull: true },
        {
          from: 'private_cluster_public_fqdn_enabled',
          to: 'private_cluster_public_fqdn_enabled',
          default: false,
          notNull: true,
          when: isPrivate,
        },
        ...zone(isPrivate),
        {
          from: 'api_server_authorized_ip_ranges',
          to: 'api_server_access_profile.authorized_ip_ranges',
          default: ['0.0.0.0/32'],
          notNull: true,
          when: isPublic,
        },
        {
          from: 'outbound_type',
          to: 'network_profile.outbound_type',
          default: 'loadBalancer',
          notNull: true,
        },
        { versions: '<8.0.0', from: 'aks_network_policy', to: 'network_profile.network_policy', default: 'calico' },
        { versions: '>=8.0.0', from: 'network_policy', to: 'network_profile.network_policy', default: 'calico' },
        { versions: '<8.0.0', from: 'aks_http_proxy_settings', to: 'http_proxy_config', members: proxy },
        { versions: '>=8.0.0', from: 'http_proxy_settings', to: 'http_proxy_config', members: proxy },
        { from: 'default_node_pool', to: 'default_node_pool', default: {}, members: lightPool },
        { from: 'node_pools', to: 'default_node_pool', items: lightPool },
        { from: 'http_application_routing_enabled', to: 'http_application_routing_enabled', default: false },
        { to: 'run_command_enabled', value: true },
      ],
    },
  ],
};

const isPublicOnce: readonly Condition[] = [{ from: 'private_cluster_enabled', isNot: [true] }];
const withGateway: readonly Condition[] = [{ from: 'agic_enabled', is: [true], default: true }];
const withOldGateway: readonly Condition[] = [{ from: 'enable_agic', is: [true], default: true }];
const behindPrivateAddress: Condition = { from: 'private_ingress', is: [true] };

const pool: readonly Setting[] = [
  { from: 'name', to: 'name', default: 'default' },
  { from: 'enable_node_public_ip', to: 'node_public_ip_enabled', default: false },
];

export const claranetAks: PublishedModule = {
  language: 'terraform',
  source: 'claranet/aks/azurerm',
  repository: 'claranet/terraform-azurerm-aks',
  versions: '>=3.0.0',
  newest: '7.9.1',
  deployments: [
    {
      type: 'azurerm_kubernetes_cluster',
      settings: [
        { versions: '<4.3.0', to: 'private_cluster_enabled', value: false },
        {
          versions: '>=4.3.0 <7.2.0',
          from: 'private_cluster_enabled',
          to: 'private_cluster_enabled',
          default: false,
        },
        { versions: '>=7.2.0', from: 'private_cluster_enabled', to: 'private_cluster_enabled', default: true },
        ...zone([{ from: 'private_cluster_enabled', is: [true] }], '>=4.3.0 <7.2.0'),
        ...zone(isPrivate, '>=7.2.0'),
        { to: 'private_cluster_public_fqdn_enabled', value: false },
        { to: 'run_command_enabled', value: true },
        {
          versions: '<7.2.0',
          from: 'api_server_authorized_ip_ranges',
          to: 'api_server_authorized_ip_ranges',
          default: [],
          when: isPublicOnce,
        },
        {
          versions: '>=7.2.0',
          from: 'api_server_authorized_ip_ranges',
          to: 'api_server_authorized_ip_ranges',
          default: [],
          when: isPublic,
        },
        { versions: '<3.3.0', to: 'network_profile.outbound_type', value: 'loadBalancer' },
        {
          versions: '>=3.3.0',
          from: 'outbound_type',
          to: 'network_profile.outbound_type',
          default: 'loadBalancer',
        },
        // With kubenet, versions from 6.0.0 on take aks_network_policy instead.
        { versions: '>=6.0.0', from: 'aks_network_plugin', to: 'network_profile.network_plugin', default: 'azure' },
        { to: 'network_profile.network_policy', value: 'azure' },
        {
          versions: '>=6.0.0',
          from: 'aks_network_policy',
          to: 'network_profile.network_policy',
          default: 'calico',
          when: [{ from: 'aks_network_plugin', isNot: ['azure'], default: 'azure' }],
        },
        { versions: '>=7.2.0', from: 'aks_http_proxy_settings', to: 'http_proxy_config', members: proxy },
        { from: 'nodes_subnet_id', to: 'default_node_pool.vnet_subnet_id' },
        { from: 'default_node_pool', to: 'default_node_pool', default: {}, members: pool },
        { from: 'nodes_pools', to: 'default_node_pool', items: pool },
        // The module makes the gateway, and the controller for it, itself.
        { versions: '<4.3.0', from: 'enable_agic' },
        { versions: '<4.3.0', to: 'ingress_application_gateway', value: {}, when: withOldGateway },
        { versions: '>=4.3.0', from: 'agic_enabled' },
        { versions: '>=4.3.0', to: 'ingress_application_gateway', value: {}, when: withGateway },
        {
          versions: '>=3.3.0 <4.3.0',
          from: 'private_ingress',
          to: 'ingress_application_gateway.gateway_id',
          named: true,
          when: [...withOldGateway, behindPrivateAddress],
        },
        {
          versions: '>=4.3.0',
          from: 'private_ingress',
          to: 'ingress_application_gateway.gateway_id',
          named: true,
          when: [...withGateway, behindPrivateAddress],
        },
      ],
    },
  ],
};
