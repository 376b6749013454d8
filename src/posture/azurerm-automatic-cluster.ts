/** `azurerm_kubernetes_automatic_cluster` (provider 5): AKS Automatic, private where it has a `private_cluster` block. */
import { istioOpenings } from './azurerm-openings.js';
import { placeOf } from './azurerm-place.js';
import { azurermPoolsOf } from './azurerm-node-pools.js';
import type { Reach } from './cluster/exposure.js';
import { controllerExposure, isFixedType } from './cluster/exposure.js';
import { routedByDefault } from './cluster/openings.js';
import { canonicalZone } from './cluster/spelling.js';
import { whenOn } from './combine.js';
import type { Known } from './fact.js';
import { automaticCreation } from './creation.js';
import { identityOf, ignoredBy, lifecycleOf, nameOf } from './identity.js';
import type { Mapper } from './mapper.js';
import type { ClusterApi, ClusterEgress, NodePool, Opening } from './model.js';
import { known, omitting } from './reading/convert.js';
import { terraform } from './reading/dialect.js';
import { booleanAt, presenceAt, textAt, textsAt } from './reading/facts.js';
import type { Scope } from './reading/scope.js';
import { occurs, scopeOf } from './reading/scope.js';

export const azurermAutomaticCluster: Mapper = {
  accepts: (type) => type === 'azurerm_kubernetes_automatic_cluster',
  map(resource, siblings) {
    const { pools, parts } = azurermPoolsOf(resource, siblings);
    const scope = scopeOf(resource, terraform);
    return [
      {
        ...identityOf(resource, nameOf(resource), parts),
        kind: 'cluster',
        automatic: isAutomatic(scope),
        api: apiOf(scope),
        egress: egressOf(scope, pools),
        openings: [applicationRouting(scope), ...istioOpenings(scope, 'service_mesh')],
        meshRevisions: textsAt(scope, ['service_mesh', 'revisions']),
        ...placeOf(scope),
        ignored: ignoredBy(resource),
        creation: automaticCreation(scope),
        ...lifecycleOf(resource),
      },
    ];
  },
};

/** What the resource has no attribute for. */
function fixed<T>({ resource }: Scope, value: T, name: string): Known<T> {
  return known(value, omitting(resource), name, true);
}

function apiOf(scope: Scope): ClusterApi {
  const block = (name: string): readonly string[] => ['private_cluster', name];
  return {
    privateCluster: presenceAt(scope, ['private_cluster']),
    publicFqdn: booleanAt(scope, block('public_fully_qualified_domain_name_enabled'), false),
    privateDnsZone: canonicalZone(textAt(scope, block('private_dns_zone_id'), 'system')),
    authorizedRanges: textsAt(scope, ['api_server_access', 'authorized_ip_ranges']),
    vnetIntegration: fixed(scope, true, 'api_server_access'),
    publicNetworkAccess: fixed(scope, '', 'public_network_access_enabled'),
    runCommand: fixed(scope, true, 'run_command_enabled'),
  };
}

/** Subnets of one's own come with the load balancer, the managed network with a NAT gateway; neither filters. */
function egressOf(scope: Scope, pools: readonly NodePool[]): ClusterEgress {
  const outboundType = occurs(scope, ['hosted_system']) ? 'loadBalancer' : 'managedNATGateway';
  return {
    outboundType: fixed(scope, outboundType, 'outbound_type'),
    httpProxy: fixed(scope, '', 'http_proxy_config'),
    artifactSource: fixed(scope, 'direct', 'bootstrap_profile'),
    registry: fixed(scope, '', 'bootstrap_profile'),
    networkPolicy: fixed(scope, 'cilium', 'network_policy'),
    pools,
  };
}

/** A block without a controller type has none: it is there for Istio's Gateway API. Without a block, AKS Automatic decides. */
function applicationRouting(scope: Scope): Opening {
  const block = 'web_app_routing_ingress';
  if (occurs(scope, [block])) {
    const type = textAt(scope, [block, 'default_nginx_controller'], 'None');
    return {
      via: 'application-routing',
      exposure: whenOn(presenceAt(scope, [block]), controllerExposure(type), 'none'),
      fixedType: isFixedType(type),
    };
  }
  const enabled = booleanAt(scope, [block], routedByDefault(scope, isAutomatic(scope)));
  const exposure = whenOn<Reach>(enabled, known('public', enabled.origin, enabled.name, true), 'none');
  return { via: 'application-routing', exposure };
}

function isAutomatic(scope: Scope): Known<boolean> {
  return fixed(scope, true, 'azurerm_kubernetes_automatic_cluster');
}
