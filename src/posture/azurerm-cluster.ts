/**
 * `azurerm_kubernetes_cluster` of provider versions 3, 4 and 5, with the names that 4.0 changed. Defaults by the provider: it
 * always sends a public FQDN of `false` and run command on, unlike the API that it calls.
 */
import { azurermOpenings } from './azurerm-openings.js';
import { placeOf } from './azurerm-place.js';
import { azurermPoolsOf, nodePoolOf } from './azurerm-node-pools.js';
import { proxyInEffect } from './cluster/http-proxy.js';
import { canonicalOutboundType, canonicalZone, lowerCase } from './cluster/spelling.js';
import { defaultBy } from './combine.js';
import { azurermCreation } from './creation.js';
import type { Fact } from './fact.js';
import { is, map, withoutFix } from './fact.js';
import { identityOf, ignoredBy, lifecycleOf, nameOf } from './identity.js';
import type { Mapper } from './mapper.js';
import type { ClusterApi, ClusterEgress, NodePool } from './model.js';
import { openPool } from './node-pools.js';
import { idAt } from './network/id-at.js';
import { known, omitting, open } from './reading/convert.js';
import { terraform } from './reading/dialect.js';
import { booleanAt, presenceAt, textAt, textsAt } from './reading/facts.js';
import type { Scope } from './reading/scope.js';
import { firstOf, itemsAt, occurs, scopeOf } from './reading/scope.js';

export const azurermCluster: Mapper = {
  accepts: (type) => type === 'azurerm_kubernetes_cluster',
  map(resource, siblings) {
    const { pools, parts } = azurermPoolsOf(resource, siblings);
    const scope = scopeOf(resource, terraform);
    const api = apiOf(scope);
    return [
      {
        ...identityOf(resource, nameOf(resource), parts),
        kind: 'cluster',
        automatic: known(false, omitting(resource), 'sku', true),
        api,
        egress: egressOf(scope, pools),
        openings: azurermOpenings(scope),
        meshRevisions: textsAt(scope, ['service_mesh_profile', 'revisions']),
        ...placeOf(scope),
        ignored: ignoredBy(resource),
        creation: azurermCreation(scope, api),
        ...lifecycleOf(resource),
      },
    ];
  },
};

function apiOf(scope: Scope): ClusterApi {
  const profile = (name: string): readonly string[] => ['api_server_access_profile', name];
  return {
    privateCluster: booleanAt(scope, ['private_cluster_enabled'], false),
    publicFqdn: booleanAt(scope, ['private_cluster_public_fqdn_enabled'], false),
    privateDnsZone: canonicalZone(textAt(scope, ['private_dns_zone_id'], 'system')),
    authorizedRanges: textsAt(
      scope,
      firstOf(scope, profile('authorized_ip_ranges'), ['api_server_authorized_ip_ranges']),
    ),
    vnetIntegration: booleanAt(
      scope,
      firstOf(scope, profile('virtual_network_integration_enabled'), profile('vnet_integration_enabled')),
      false,
    ),
    publicNetworkAccess: publicNetworkAccess(scope),
    runCommand: booleanAt(scope, ['run_command_enabled'], true),
  };
}

/** Provider 3 only, which sent it before 3.71.0 and ignored it from then on; in neither case does it make a cluster private. */
function publicNetworkAccess(scope: Scope): Fact<string> {
  const path = ['public_network_access_enabled'];
  if (!occurs(scope, path)) return textAt(scope, path, '');
  return map(booleanAt(scope, path, true), (enabled) => (enabled ? 'enabled' : 'disabled'));
}

function egressOf(scope: Scope, pools: readonly NodePool[]): ClusterEgress {
  const proxy = (name: string): Fact<string> => textAt(scope, ['http_proxy_config', name], '');
  return {
    outboundType: outboundType(scope),
    httpProxy: proxyInEffect(presenceAt(scope, ['http_proxy_config']), proxy('http_proxy'), proxy('https_proxy')),
    artifactSource: lowerCase(textAt(scope, ['bootstrap_profile', 'artifact_source'], 'direct')),
    registry: idAt(scope, ['bootstrap_profile', 'container_registry_id']),
    networkPolicy: networkPolicy(scope),
    pools: [...defaultPools(scope), ...pools],
  };
}

/** The block needs a network plugin, so a fix can't make it. */
function outboundType(scope: Scope): ClusterEgress['outboundType'] {
  const written = canonicalOutboundType(textAt(scope, ['network_profile', 'outbound_type'], 'loadBalancer'));
  return occurs(scope, ['network_profile']) ? written : withoutFix(written);
}

function networkPolicy(scope: Scope): Fact<string> {
  const profile = (name: string): readonly string[] => ['network_profile', name];
  const plane = firstOf(scope, profile('network_data_plane'), profile('ebpf_data_plane'));
  const cilium = map(lowerCase(textAt(scope, plane, 'azure')), (value) => value === 'cilium');
  const plugin = textAt(scope, profile('network_plugin'), '');
  return lowerCase(
    textAt(scope, profile('network_policy'), is(plugin, 'none') ? '' : defaultBy(cilium, 'cilium', 'none')),
  );
}

function defaultPools(scope: Scope): readonly NodePool[] {
  const { scopes, open: further } = itemsAt(scope, ['default_node_pool']);
  const pools = scopes.map((pool) => nodePoolOf(pool, 'default'));
  return further ? [...pools, openPool('default', open(further, 'node_public_ip_enabled'))] : pools;
}
