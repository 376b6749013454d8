/** What can be chosen only when a cluster is made, and what becomes of a deployment that changes it later. */
import type { Cluster } from './model.js';
import type { Fact } from './fact.js';
import { is } from './fact.js';
import { textAt } from './reading/facts.js';
import type { Scope } from './reading/scope.js';

export interface Creation {
  /** `replaced`: the tool destroys the cluster and makes another one; `refused`: Azure does not accept the change. */
  readonly answer: 'replaced' | 'refused';
  readonly settings: readonly CreationSetting[];
}

export interface CreationSetting {
  readonly fact: Fact<string | boolean>;
  /**
   * Which later change is answered so. `changed`: any other value; `chosen`: any other value that is written, since an omitted one
   * keeps what is there; `cleared`: a value that is taken away; `never`: it can change in place.
   */
  readonly when: 'changed' | 'chosen' | 'cleared' | 'never';
}

/**
 * What azurerm cannot change in place (`ForceNew` in kubernetes_cluster_resource.go of the provider). It replaces the cluster
 * whatever Azure itself could do.
 */
export function azurermCreation(scope: Scope, api: Cluster['api']): Creation {
  const text = (...path: readonly string[]): Fact<string> => textAt(scope, path, '');
  return {
    answer: 'replaced',
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
    ],
  };
}

/** A private cluster can be switched on and off later only where the API server is integrated into the virtual network. */
export function managedClusterCreation(properties: Scope, api: Cluster['api']): Creation {
  const text = (name: string): Fact<string> => textAt(properties, [name], '');
  return {
    answer: 'refused',
    settings: [
      { fact: api.privateCluster, when: is(api.vnetIntegration, false) ? 'changed' : 'never' },
      { fact: text('dnsPrefix'), when: 'chosen' },
      { fact: text('fqdnSubdomain'), when: 'chosen' },
    ],
  };
}
