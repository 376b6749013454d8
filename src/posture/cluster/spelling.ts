/** Settings whose spelling Azure does not compare by case, in the one spelling that scoring and rules know. */
import type { Fact } from '../fact.js';
import { map } from '../fact.js';
import type { ClusterEgress, OutboundType } from '../model.js';

const outboundTypes: readonly OutboundType[] = [
  'loadBalancer',
  'managedNATGateway',
  'managedNATGatewayV2',
  'userAssignedNATGateway',
  'userDefinedRouting',
  'none',
  'block',
];

export function canonicalOutboundType(fact: Fact<string>): ClusterEgress['outboundType'] {
  return map(fact, (written) => outboundTypes.find((type) => type.toLowerCase() === written.toLowerCase()) ?? written);
}

export function lowerCase(fact: Fact<string>): Fact<string> {
  return map(fact, (written) => written.toLowerCase());
}

/** `System` and `None` in lower case; a zone's id as written. */
export function canonicalZone(fact: Fact<string>): Fact<string> {
  return map(fact, (written) => (/^(system|none)$/i.test(written) ? written.toLowerCase() : written));
}
