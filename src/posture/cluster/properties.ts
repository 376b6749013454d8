/**
 * The properties object of `Microsoft.ContainerService/managedClusters`, as the Azure API spells it. Defaults by the AKS API:
 * a public endpoint for everyone, a public FQDN also on a private cluster, run command on, a load balancer for egress; AKS
 * Automatic has VNet integration, Cilium, and a managed NAT gateway unless it is put into a network of one's own.
 */
import { defaultBy } from '../combine.js';
import type { Fact } from '../fact.js';
import { certainly, invert, is, map } from '../fact.js';
import type { ClusterApi, ClusterEgress, NodePool } from '../model.js';
import { openPool } from '../node-pools.js';
import { idAt } from '../network/id-at.js';
import { booleanAt, presenceAt, textAt, textsAt } from '../reading/facts.js';
import type { Scope } from '../reading/scope.js';
import { itemsAt, occurs } from '../reading/scope.js';
import { amongItems } from '../reading/items.js';
import { proxyInEffect } from './http-proxy.js';
import { canonicalOutboundType, canonicalZone, lowerCase } from './spelling.js';

/** @param properties a scope whose paths start at the properties object */
export function apiOf(properties: Scope, automatic: Fact<boolean>): ClusterApi {
  const profile = (name: string): readonly string[] => ['apiServerAccessProfile', name];
  return {
    privateCluster: booleanAt(properties, profile('enablePrivateCluster'), false),
    publicFqdn: booleanAt(properties, profile('enablePrivateClusterPublicFQDN'), true),
    privateDnsZone: canonicalZone(textAt(properties, profile('privateDNSZone'), 'system')),
    authorizedRanges: textsAt(properties, profile('authorizedIPRanges')),
    vnetIntegration: booleanAt(properties, profile('enableVnetIntegration'), defaultBy(automatic, true, false)),
    publicNetworkAccess: lowerCase(textAt(properties, ['publicNetworkAccess'], '')),
    runCommand: invert(booleanAt(properties, profile('disableRunCommand'), false)),
  };
}

/** @param pools declared apart from the cluster */
export function egressOf(properties: Scope, automatic: Fact<boolean>, pools: readonly NodePool[]): ClusterEgress {
  const proxy = (name: string): Fact<string> => textAt(properties, ['httpProxyConfig', name], '');
  return {
    outboundType: outboundTypeOf(properties, automatic),
    httpProxy: proxyInEffect(
      booleanAt(properties, ['httpProxyConfig', 'enabled'], true),
      proxy('httpProxy'),
      proxy('httpsProxy'),
    ),
    artifactSource: lowerCase(textAt(properties, ['bootstrapProfile', 'artifactSource'], 'direct')),
    registry: idAt(properties, ['bootstrapProfile', 'containerRegistryId']),
    networkPolicy: networkPolicyOf(properties, automatic),
    pools: [...inlinePools(properties), ...pools],
  };
}

/** Also spelled as a managed NAT gateway with the SKU `standardV2` (AKS release notes of 2026-07-17). */
function outboundTypeOf(properties: Scope, automatic: Fact<boolean>): ClusterEgress['outboundType'] {
  const whenAutomatic = ownNetwork(properties) ? 'loadBalancer' : 'managedNATGateway';
  const byDefault = defaultBy(automatic, whenAutomatic, 'loadBalancer');
  const written = canonicalOutboundType(textAt(properties, ['networkProfile', 'outboundType'], byDefault));
  const sku = textAt(properties, ['networkProfile', 'natGatewayProfile', 'sku'], '');
  const second = certainly(sku, (value) => value.toLowerCase() === 'standardv2') === true;
  return second ? map(written, (type) => (type === 'managedNATGateway' ? 'managedNATGatewayV2' : type)) : written;
}

/** Whether nodes are put into a subnet that the caller names. */
function ownNetwork(properties: Scope): boolean {
  return (
    occurs(properties, ['hostedSystemProfile', 'nodeSubnetID']) ||
    itemsAt(properties, ['agentPoolProfiles']).scopes.some((pool) => occurs(pool, ['vnetSubnetID']))
  );
}

/**
 * The Cilium data plane enforces policies by itself, and AKS then sets the engine to it. With network plugin none, whoever
 * installs one brings the engine.
 */
function networkPolicyOf(properties: Scope, automatic: Fact<boolean>): Fact<string> {
  const plane = lowerCase(
    textAt(properties, ['networkProfile', 'networkDataplane'], defaultBy(automatic, 'cilium', 'azure')),
  );
  const cilium = map(plane, (value) => value === 'cilium');
  const path = ['networkProfile', 'networkPolicy'];
  const plugin = lowerCase(textAt(properties, ['networkProfile', 'networkPlugin'], ''));
  return lowerCase(textAt(properties, path, is(plugin, 'none') ? '' : defaultBy(cilium, 'cilium', 'none')));
}

function inlinePools(properties: Scope): readonly NodePool[] {
  const name = 'agentPoolProfiles';
  const { scopes, open } = itemsAt(properties, [name]);
  const pools = scopes.map((scope, index) => poolOf(scope, `${name}[${index}]`));
  if (!open) return pools;
  const further = amongItems(properties, open, { name, nothing: false, read: nodePublicIpOf });
  return [...pools, openPool(name, further)];
}

/** @param scope the properties of a pool, with its `name` when it is declared inside the cluster */
export function poolOf(scope: Scope, unnamed: string): NodePool {
  const name = textAt(scope, ['name'], unnamed);
  return {
    name: name.known ? name.value : unnamed,
    nodePublicIp: nodePublicIpOf(scope),
    hostPorts: presenceAt(scope, ['networkProfile', 'allowedHostPorts']),
    subnet: idAt(scope, ['vnetSubnetID']),
    podSubnet: idAt(scope, ['podSubnetID']),
  };
}

function nodePublicIpOf(scope: Scope): Fact<boolean> {
  return booleanAt(scope, ['enableNodePublicIP'], false);
}
