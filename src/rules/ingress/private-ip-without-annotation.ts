import { isIP } from 'node:net';
import { containsCidr } from 'cidr-tools';
import { azure } from '../../posture/annotations.js';
import type { Fact } from '../../posture/fact.js';
import { serviceRule } from '../define.js';
import { told } from '../words.js';
import { internalCaveat, internalFix, isInternal, isLoadBalancer } from './service.js';

export const privateIpWithoutAnnotation = serviceRule(
  {
    id: 'ingress/private-ip-without-annotation',
    dimension: 'ingress',
    severity: 'warning',
    title: 'A private IP is asked for on a public load balancer',
    rationale:
      'A private address says that the Service is meant to be internal, but only the annotation makes it so. Azure looks for a public IP with that address, finds none, and the Service waits for ever; without the address it gets a public IP.',
    remedy: `Add the annotation ${azure.internal}: "true", and see that the address is free in the subnet of the load balancer. ${internalCaveat}`,
  },
  ({ subject }) => {
    const { service } = subject;
    if (!isLoadBalancer(service) || isInternal(service) !== false) return [];
    const asked = [
      service.loadBalancerIp,
      ...[azure.ipv4, azure.ipv6].flatMap((key) => service.annotations.get(key)?.value ?? []),
    ].find(isPrivateAddress);
    if (!asked) return [];
    return [
      {
        message: `${subject.title} asks for the private address ${told(asked)} on a public load balancer, where Azure does not find it: the Service stays pending, and without the address it becomes public.`,
        origin: asked.origin,
        ...internalFix(service),
      },
    ];
  },
);

/** RFC 1918, shared address space (RFC 6598) and unique local addresses (RFC 4193). */
const privateBlocks = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7'];

function isPrivateAddress(fact: Fact<string>): boolean {
  if (!fact.known) return false;
  const text = fact.value.trim();
  return isIP(text) !== 0 && containsCidr(privateBlocks, text);
}
