/** Which keys of a patch decide about a way in. */
import type { Value } from '../../syntax/value.js';
import { textOf } from '../identity.js';

/** Keys, or pointers of JSON patches, of what decides about a way in. */
const decisive =
  /azure-(?:load-balancer|pls|deny-all|allowed|pip|additional|disable)|load-?balancer|externalIPs|ingressClassName|ingress\.class|appgw\.ingress|gatewayClassName|use-private-ip|hostNetwork|hostPort/i;
/** The same for Services only. */
const decisiveForServices = /^type$|\/spec\/type$/;

/** @returns the first key of a patch, in its order, that decides about a way in */
export function decisiveKey(patch: Value, isService: boolean): string | undefined {
  const fits = (key: string): boolean => decisive.test(key) || (isService && decisiveForServices.test(key));
  const pending: Value[] = [patch];
  for (let at = pending.shift(); at; at = pending.shift()) {
    if (at.kind === 'list') pending.push(...at.items);
    if (at.kind !== 'map') continue;
    for (const { key, value } of at.entries.values()) {
      if (fits(key)) return key;
      const pointer = key === 'path' ? textOf(value) : undefined;
      if (pointer !== undefined && fits(pointer)) return lastOf(pointer);
      pending.push(value);
    }
  }
  return undefined;
}

/** `/metadata/annotations/a.b~1c` -> `a.b/c`. */
function lastOf(pointer: string): string {
  return pointer
    .slice(pointer.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
}
