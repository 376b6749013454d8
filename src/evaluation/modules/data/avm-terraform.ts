/** Verified Modules for Terraform, read from the tags of their repositories. */
import type { PublishedModule } from '../definition.js';
import { onAzapi } from './avm-terraform-azapi.js';
import { onAzurerm } from './avm-terraform-azurerm.js';

export const avmTerraform: PublishedModule = {
  language: 'terraform',
  source: 'Azure/avm-res-containerservice-managedcluster/azurerm',
  repository: 'Azure/terraform-azurerm-avm-res-containerservice-managedcluster',
  versions: '>=0.1.0',
  newest: '0.8.1',
  deployments: [onAzurerm, onAzapi],
};

export const avmProduction: PublishedModule = {
  language: 'terraform',
  source: 'Azure/avm-ptn-aks-production/azurerm',
  repository: 'Azure/terraform-azurerm-avm-ptn-aks-production',
  versions: '>=0.1.0',
  newest: '0.5.0',
  deployments: [
    {
      type: 'azurerm_kubernetes_cluster',
      settings: [
        { to: 'private_cluster_enabled', value: true },
        { versions: '>=0.3.0', from: 'private_dns_zone_id', to: 'private_dns_zone_id' },
        { versions: '<0.5.0', to: 'network_profile.outbound_type', value: 'loadBalancer' },
        {
          versions: '>=0.5.0',
          from: 'outbound_type',
          to: 'network_profile.outbound_type',
          default: 'loadBalancer',
        },
        { versions: '<0.4.0', to: 'network_profile.network_policy', value: 'calico' },
        {
          versions: '>=0.4.0',
          from: 'network_policy',
          to: 'network_profile.network_policy',
          default: 'cilium',
          notNull: true,
        },
        { versions: '>=0.2.0', from: 'network.node_subnet_id', to: 'default_node_pool.vnet_subnet_id' },
        { to: 'run_command_enabled', value: true },
        { to: 'private_cluster_public_fqdn_enabled', value: false },
      ],
    },
  ],
};

export const avmDev: PublishedModule = {
  language: 'terraform',
  source: 'Azure/avm-ptn-aks-dev/azurerm',
  repository: 'Azure/terraform-azurerm-avm-ptn-aks-dev',
  versions: '>=0.1.0',
  newest: '0.2.0',
  deployments: [
    {
      type: 'azurerm_kubernetes_cluster',
      settings: [
        { to: 'private_cluster_enabled', value: false },
        { to: 'network_profile.outbound_type', value: 'loadBalancer' },
        { to: 'network_profile.network_policy', value: 'calico' },
        { to: 'run_command_enabled', value: true },
      ],
    },
  ],
};
