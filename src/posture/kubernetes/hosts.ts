/** The hosts that an object publishes, when all of them are named. */
import { itemsAt } from '../reading/scope.js';
import { textAt } from '../reading/facts.js';
import type { KubernetesObject } from './object.js';

/** Empty when a rule or listener is for any host, or one is not known. */
export function hostsOf({ scope, path }: KubernetesObject, list: 'rules' | 'listeners'): readonly string[] {
  const { scopes, open } = itemsAt(scope, path('spec', list));
  const key = list === 'rules' ? 'host' : 'hostname';
  const hosts = scopes.map((each) => textAt(each, [key], ''));
  const named = hosts.flatMap((host) => (host.known && host.value !== '' ? [host.value] : []));
  return !open && named.length === hosts.length ? named : [];
}
