/** Which ports a rule is about, as far as it matters: all, some, or DNS alone. */
import type { EgressRule } from '../../egress-path.js';
import type { Scope } from '../../reading/scope.js';
import { itemsAt, occurs, valueAt } from '../../reading/scope.js';

/** @param path of a list of ports, each a mapping with `port` and perhaps `endPort` */
export function portsOf(rule: Scope, path: readonly string[]): EgressRule['ports'] {
  const { scopes, open } = itemsAt(rule, path);
  if (open) return scopes.length > 0 ? 'some' : 'all';
  if (scopes.length === 0) return 'all';
  return scopes.every((port) => isDns(valueAt(port, ['port']), occurs(port, ['endPort']) || occurs(port, ['end_port'])))
    ? 'dns'
    : 'some';
}

/** A port by number or by the name that every DNS server of a cluster gives it. */
export function isDns(port: ReturnType<typeof valueAt>, isRange = false): boolean {
  if (isRange || port?.kind !== 'scalar') return false;
  return ['53', 'dns', 'dns-tcp'].includes(String(port.value));
}
