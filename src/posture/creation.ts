/** What can be chosen only when a cluster is made, and what becomes of a deployment that changes it later. */
import type { Cluster } from './model.js';
import type { Fact } from './fact.js';
import { is } from './fact.js';
import { presenceAt, textAt } from './reading/facts.js';
import type { Scope } from './reading/scope.js';
import { itemsAt } from './reading/scope.js';
import { lookup } from '../syntax/value.js';

export interface Creation {
  /**
   * `replaced`: the tool destroys the cluster and makes another one; `refused`: Azure does not accept the change; `rejected`: the
   * tool itself does not, before Azure hears of it.
   */
  readonly answer: 'replaced' | 'refused' | 'rejected';
  /** Who rejects it, for people. */
  readonly rejectedBy?: string;
  /** The tool sends nothing for an empty list of authorized ranges, and Azure keeps those that it has. */
  readonly keepsRanges?: boolean;
  readonly settings: readonly CreationSetting[];
}

export interface CreationSetting {
  readonly fact: Fact<string | boolean>;
  /**
   * Which later change is answered so. `changed`: any other value; `chosen`: any other value that is written, since an omitted one
   * keeps what is there; `rewritten`: the same, where the value so far is written too, since what Azure chose is not known;
   * `cleared`: a value that is taken away; `never`: it can change in place.
   */
  readonly when: 'changed' | 'chosen' | 'rewritten' | 'cleared' | 'never';
  /** A value that it can change to in place all the same. */
  readonly except?: string;
}

/**
 * What azurerm cannot change in place (`ForceNew` and `CustomizeDiff` in kubernetes_cluster_resource.go of the provider). It
 * replaces the cluster whatever Azure itself could do. What depends on the version of the provider is left out: a network policy
 * that becomes cilium, a data plane that does.
 */
export function azurermCreation(scope: Scope, api: Cluster['api']): Creation {
  const text = (...path: readonly string[]): Fact<string> => textAt(scope, path, '');
  const network = (name: string): Fact<string> => text('network_profile', name);
  return {
    ...(scope.resource.format === 'crossplane' ? crossplane : { answer: 'replaced' as const }),
    keepsRanges: true,
    settings: [
      { fact: api.privateCluster, when: 'changed' },
      { fact: api.privateDnsZone, when: 'chosen' },
      { fact: text('dns_prefix'), when: 'changed' },
      { fact: text('dns_prefix_private_cluster'), when: 'changed' },
      { fact: text('name'), when: 'changed' },
      { fact: text('location'), when: 'chosen' },
      { fact: text('resource_group_name'), when: 'changed' },
      { fact: text('node_resource_group'), when: 'chosen' },
      { fact: text('default_node_pool', 'name'), when: 'chosen' },
      { fact: text('api_server_access_profile', 'subnet_id'), when: 'cleared' },
      { fact: network('network_plugin'), when: 'rewritten' },
      { fact: network('network_plugin_mode'), when: 'cleared' },
      { fact: network('network_policy'), when: 'rewritten', except: 'cilium' },
      { fact: textAt(scope, ['network_profile', 'network_data_plane'], 'azure'), when: 'changed', except: 'cilium' },
      { fact: textAt(scope, ['network_profile', 'load_balancer_sku'], 'standard'), when: 'changed' },
      { fact: network('service_cidr'), when: 'rewritten' },
      { fact: network('dns_service_ip'), when: 'rewritten' },
    ],
  };
}

/** Upjet, which azurerm is wrapped in, refuses an update that requires a replacement, and tries again for ever. */
const crossplane = { answer: 'rejected', rejectedBy: "Crossplane's provider for Azure" } as const;

/** The subnets of AKS Automatic, which azurerm cannot change in place either; a `private_cluster` block comes and goes. */
export function automaticCreation(scope: Scope): Creation {
  const text = (...path: readonly string[]): Fact<string> => textAt(scope, path, '');
  const { scopes } = itemsAt(scope, ['hosted_system']);
  const names = scopes.flatMap(({ root }) => (root.kind === 'map' ? [...root.entries.keys()] : []));
  return {
    answer: 'replaced',
    settings: [
      { fact: text('name'), when: 'changed' },
      { fact: text('location'), when: 'chosen' },
      { fact: text('resource_group_name'), when: 'changed' },
      { fact: presenceAt(scope, ['hosted_system']), when: 'changed' },
      ...names.map((name) => ({ fact: text('hosted_system', name), when: 'rewritten' as const })),
    ],
  };
}

/**
 * A private cluster can be switched on and off later only where the API server is integrated into the virtual network. Terraform's
 * azapi sends what a template would; modules that use it may replace the cluster for its node resource group.
 */
export function managedClusterCreation(properties: Scope, api: Cluster['api'], egress: Cluster['egress']): Creation {
  if (isGuarded(properties)) return guardedCreation(api, egress);
  const text = (name: string): Fact<string> => textAt(properties, [name], '');
  const settings: readonly CreationSetting[] = [
    { fact: api.privateCluster, when: is(api.vnetIntegration, false) ? 'changed' : 'never' },
    { fact: text('dnsPrefix'), when: 'chosen' },
    { fact: text('fqdnSubdomain'), when: 'chosen' },
  ];
  const group: CreationSetting = { fact: text('nodeResourceGroup'), when: 'chosen' };
  return { answer: 'refused', settings: properties.resource.published ? settings : [...settings, group] };
}

/** An `AzureManagedControlPlane`; what its patches set can change. */
function isGuarded({ resource }: Scope): boolean {
  const { format, address, body } = resource;
  const patches = lookup(body, ['asoManagedClusterPatches']);
  return format === 'capz' && address.startsWith('AzureManagedControlPlane') && patches === undefined;
}

/**
 * What the admission webhook of Cluster API's provider for Azure keeps from changing: the whole access profile but the ranges, the
 * outbound type, the network policy, the HTTP proxy.
 */
function guardedCreation(api: Cluster['api'], egress: Cluster['egress']): Creation {
  const facts = [
    api.privateCluster,
    api.publicFqdn,
    api.privateDnsZone,
    egress.outboundType,
    egress.networkPolicy,
    egress.httpProxy,
  ];
  return {
    answer: 'rejected',
    rejectedBy: "the webhook of Cluster API's provider for Azure",
    settings: facts.map((fact) => ({ fact, when: 'changed' })),
  };
}
