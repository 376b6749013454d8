/** The Service annotations of cloud-provider-azure that decide who can reach a load balancer (pkg/consts/consts.go). */
import type { Annotation } from './entry-point.js';
import { certainly } from './fact.js';

const prefix = 'service.beta.kubernetes.io/';

export const azure = {
  internal: `${prefix}azure-load-balancer-internal`,
  internalSubnet: `${prefix}azure-load-balancer-internal-subnet`,
  allowedIpRanges: `${prefix}azure-allowed-ip-ranges`,
  allowedServiceTags: `${prefix}azure-allowed-service-tags`,
  /** Not Azure's own: every cloud provider reads it. */
  sourceRanges: `${prefix}load-balancer-source-ranges`,
  denyAllExceptSourceRanges: `${prefix}azure-deny-all-except-load-balancer-source-ranges`,
  additionalPublicIps: `${prefix}azure-additional-public-ips`,
  disableSecurityRules: `${prefix}azure-disable-load-balancer-nsg-rule`,
  disableFloatingIp: `${prefix}azure-disable-load-balancer-floating-ip`,
  ipv4: `${prefix}azure-load-balancer-ipv4`,
  ipv6: `${prefix}azure-load-balancer-ipv6`,
  dnsLabel: `${prefix}azure-dns-label-name`,
  publicIpName: `${prefix}azure-pip-name`,
  publicIpNameV6: `${prefix}azure-pip-name-ipv6`,
  publicIpPrefix: `${prefix}azure-pip-prefix-id`,
  publicIpPrefixV6: `${prefix}azure-pip-prefix-id-ipv6`,
  privateLinkService: `${prefix}azure-pls-create`,
  privateLinkVisibility: `${prefix}azure-pls-visibility`,
  privateLinkAutoApproval: `${prefix}azure-pls-auto-approval`,
} as const;

/**
 * How Azure reads its lenient switches: any case for all, surrounding white space for those of Private Link Services only
 * (azure_utils.go), not for those of security rules and floating IPs (consts/helpers.go, accesscontrol.go). The internal
 * annotation is none of them.
 * @returns undefined when the text does not decide
 */
export function readsTrue(annotation: Annotation | undefined, trimmed = true): boolean | undefined {
  if (!annotation) return false;
  return certainly(annotation.value, (value) => (trimmed ? value.trim() : value).toLowerCase() === 'true');
}
