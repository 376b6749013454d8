/** Every rule, in the order in which they are listed. */
import { authorizedRangesAdmitEveryone } from './api/authorized-ranges-admit-everyone.js';
import { authorizedRangesWithoutFirewall } from './api/authorized-ranges-without-firewall.js';
import { authorizedRanges } from './api/authorized-ranges.js';
import { privateDnsZoneLink } from './api/private-dns-zone-link.js';
import { privateDnsZoneRights } from './api/private-dns-zone-rights.js';
import { privateDnsZone } from './api/private-dns-zone.js';
import { publicEndpoint } from './api/public-endpoint.js';
import { publicFqdn } from './api/public-fqdn.js';
import { publicNetworkAccess } from './api/public-network-access.js';
import { rangesWithoutEffect } from './api/ranges-without-effect.js';
import { runCommand } from './api/run-command.js';
import { serviceTag } from './api/service-tag.js';
import { apiModuleSettingIgnored } from './api/module-setting-ignored.js';
import { apiUndetermined } from './api/undetermined.js';
import { vnetIntegration } from './api/vnet-integration.js';
import { defaultOutboundAccess } from './egress/default-outbound-access.js';
import { firewallAllowsAzureCloud } from './egress/firewall-allows-azure-cloud.js';
import { firewallAllowsEverything } from './egress/firewall-allows-everything.js';
import { firewallWideWildcard } from './egress/firewall-wide-wildcard.js';
import { natGatewayBesideNone } from './egress/nat-gateway-beside-none.js';
import { nodePublicIp } from './egress/node-public-ip.js';
import { noneWithoutCache } from './egress/none-without-cache.js';
import { proxyWithoutRouting } from './egress/proxy-without-routing.js';
import { publicAddressBesideRoute } from './egress/public-address-beside-route.js';
import { registryPublic } from './egress/registry-public.js';
import { routeMissing } from './egress/route-missing.js';
import { routeToInternet } from './egress/route-to-internet.js';
import { routed } from './egress/routed.js';
import { policyAllowsEverything } from './egress/policy-allows-everything.js';
import { noNetworkPolicy } from './egress/no-network-policy.js';
import { policyDefaultDenyOff } from './egress/policy-default-deny-off.js';
import { meshAllowsAny } from './egress/mesh-allows-any.js';
import { serviceEntryEverything } from './egress/service-entry-everything.js';
import { staticGatewayPublic } from './egress/static-gateway-public.js';
import { policyAllowsAnyDns } from './egress/policy-allows-any-dns.js';
import { meshRegistryOnly } from './egress/mesh-registry-only.js';
import { policyAllowsDestinations } from './egress/policy-allows-destinations.js';
import { serviceEntry } from './egress/service-entry.js';
import { staticGatewayPrivate } from './egress/static-gateway-private.js';
import { adminNetworkPolicy } from './egress/admin-network-policy.js';
import { policyWithoutEngine } from './egress/policy-without-engine.js';
import { policyWideWildcard } from './egress/policy-wide-wildcard.js';
import { podsAroundProxy } from './egress/pods-around-proxy.js';
import { podsAroundMesh } from './egress/pods-around-mesh.js';
import { podsPastPolicies } from './egress/pods-past-policies.js';
import { publicResolver } from './egress/public-resolver.js';
import { outOfReach } from './egress/out-of-reach.js';
import { storagePublicEndpoint } from './egress/storage-public-endpoint.js';
import { defaultDenyMissing } from './egress/default-deny-missing.js';
import { egressModuleSettingIgnored } from './egress/module-setting-ignored.js';
import { egressUndetermined } from './egress/undetermined.js';
import { unrestrictedOutbound } from './egress/unrestricted-outbound.js';
import { internalSubnet } from './ingress/internal-subnet.js';
import { repeatedAnnotations } from './ingress/repeated-annotations.js';
import { annotationKeySplit } from './ingress/annotation-key-split.js';
import { additionalPublicIps } from './ingress/additional-public-ips.js';
import { patchMatchesNothing } from './ingress/patch-matches-nothing.js';
import { forbiddenByPolicy } from './ingress/forbidden-by-policy.js';
import { changedByHand } from './ingress/changed-by-hand.js';
import { annotationOnWrongObject } from './ingress/annotation-on-wrong-object.js';
import { annotationsOutsideMetadata } from './ingress/annotations-outside-metadata.js';
import { applicationGateway } from './ingress/application-gateway.js';
import { applicationGatewayForContainers } from './ingress/application-gateway-for-containers.js';
import { privateAddressInPublicZone } from './ingress/private-address-in-public-zone.js';
import { privateApplicationGateway } from './ingress/private-application-gateway.js';
import { publicApplicationGateway } from './ingress/public-application-gateway.js';
import { applicationRouting } from './ingress/application-routing.js';
import { appRoutingDefaultStaysPublic } from './ingress/app-routing-default-stays-public.js';
import { asymmetricRouting } from './ingress/asymmetric-routing.js';
import { bothInternalAndPublicController } from './ingress/both-internal-and-public-controller.js';
import { contradictoryPublicIp } from './ingress/contradictory-public-ip.js';
import { denyAllWithoutRanges } from './ingress/deny-all-without-ranges.js';
import { externalIps } from './ingress/external-ips.js';
import { foreignInternalAnnotation } from './ingress/foreign-internal-annotation.js';
import { gatewayMetadataAnnotations } from './ingress/gateway-metadata-annotations.js';
import { gatewayMetadataAnnotationsHidden } from './ingress/gateway-metadata-annotations-hidden.js';
import { hostNetwork } from './ingress/host-network.js';
import { httpApplicationRouting } from './ingress/http-application-routing.js';
import { managedService } from './ingress/managed-service.js';
import { mixedPrivateAddresses } from './ingress/mixed-private-addresses.js';
import { ingressModuleSettingIgnored } from './ingress/module-setting-ignored.js';
import { ingressUndetermined } from './ingress/undetermined.js';
import { internalAddOn } from './ingress/internal-add-on.js';
import { internalAnnotation } from './ingress/internal-annotation.js';
import { internalAnnotationBoolean } from './ingress/internal-annotation-boolean.js';
import { internalController } from './ingress/internal-controller.js';
import { internalLoadBalancer } from './ingress/internal-load-balancer.js';
import { invalidSourceRange } from './ingress/invalid-source-range.js';
import { istioExternalGateway } from './ingress/istio-external-gateway.js';
import { loadBalancerClass } from './ingress/load-balancer-class.js';
import { nodePort } from './ingress/node-port.js';
import { nodePorts } from './ingress/node-ports.js';
import { privateIpWithoutAnnotation } from './ingress/private-ip-without-annotation.js';
import { privateLinkPublicLoadBalancer } from './ingress/private-link-public-load-balancer.js';
import { privateLinkVisibility } from './ingress/private-link-visibility.js';
import { publicGateway } from './ingress/public-gateway.js';
import { publicIngressClass } from './ingress/public-ingress-class.js';
import { publicLoadBalancer } from './ingress/public-load-balancer.js';
import { rangesAndTagsConflict } from './ingress/ranges-and-tags-conflict.js';
import { restrictedController } from './ingress/restricted-controller.js';
import { securityRulesByHand } from './ingress/security-rules-by-hand.js';
import { sourceRanges } from './ingress/source-ranges.js';
import { sourceRangesAdmitEveryone } from './ingress/source-ranges-admit-everyone.js';
import { sourceRangesWithoutEffect } from './ingress/source-ranges-without-effect.js';
import { changes } from './changes.js';
import type { Rule } from './rule.js';

export const rules: readonly Rule[] = [
  publicEndpoint,
  authorizedRangesAdmitEveryone,
  vnetIntegration,
  publicNetworkAccess,
  authorizedRanges,
  serviceTag,
  publicFqdn,
  runCommand,
  rangesWithoutEffect,
  authorizedRangesWithoutFirewall,
  privateDnsZone,
  privateDnsZoneRights,
  privateDnsZoneLink,
  apiModuleSettingIgnored,
  apiUndetermined,

  publicLoadBalancer,
  internalAnnotation,
  internalAnnotationBoolean,
  foreignInternalAnnotation,
  sourceRangesAdmitEveryone,
  additionalPublicIps,
  sourceRanges,
  securityRulesByHand,
  loadBalancerClass,
  managedService,
  contradictoryPublicIp,
  internalSubnet,
  privateIpWithoutAnnotation,
  sourceRangesWithoutEffect,
  denyAllWithoutRanges,
  rangesAndTagsConflict,
  invalidSourceRange,
  privateLinkVisibility,
  privateLinkPublicLoadBalancer,
  externalIps,
  nodePort,
  internalLoadBalancer,
  publicGateway,
  gatewayMetadataAnnotationsHidden,
  gatewayMetadataAnnotations,
  publicIngressClass,
  bothInternalAndPublicController,
  applicationGatewayForContainers,
  restrictedController,
  internalController,
  annotationsOutsideMetadata,
  repeatedAnnotations,
  annotationKeySplit,
  annotationOnWrongObject,
  patchMatchesNothing,
  changedByHand,
  forbiddenByPolicy,
  appRoutingDefaultStaysPublic,
  hostNetwork,
  applicationRouting,
  istioExternalGateway,
  applicationGateway,
  publicApplicationGateway,
  privateAddressInPublicZone,
  privateApplicationGateway,
  httpApplicationRouting,
  internalAddOn,
  nodePorts,
  asymmetricRouting,
  mixedPrivateAddresses,
  ingressModuleSettingIgnored,
  ingressUndetermined,

  unrestrictedOutbound,
  routeToInternet,
  routeMissing,
  firewallAllowsEverything,
  firewallAllowsAzureCloud,
  natGatewayBesideNone,
  nodePublicIp,
  proxyWithoutRouting,
  defaultOutboundAccess,
  publicAddressBesideRoute,
  firewallWideWildcard,
  registryPublic,
  noneWithoutCache,
  routed,
  policyAllowsEverything,
  noNetworkPolicy,
  policyDefaultDenyOff,
  meshAllowsAny,
  serviceEntryEverything,
  staticGatewayPublic,
  policyAllowsAnyDns,
  meshRegistryOnly,
  policyAllowsDestinations,
  serviceEntry,
  staticGatewayPrivate,
  adminNetworkPolicy,
  policyWithoutEngine,
  policyWideWildcard,
  podsAroundProxy,
  podsAroundMesh,
  podsPastPolicies,
  publicResolver,
  outOfReach,
  storagePublicEndpoint,
  defaultDenyMissing,
  egressModuleSettingIgnored,
  egressUndetermined,

  ...changes,
];
