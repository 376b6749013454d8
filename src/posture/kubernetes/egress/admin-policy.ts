/** `AdminNetworkPolicy`, `BaselineAdminNetworkPolicy` and the `ClusterNetworkPolicy` that came after them. */
import { known } from '../../reading/convert.js';
import { occurs } from '../../reading/scope.js';
import type { KubernetesObject } from '../object.js';
import { fullName, headingOf } from '../object.js';
import type { ReadPolicy } from './network-policy.js';

/**
 * Its rules are not read: no document says that an engine of AKS enforces this API, so that nothing follows from them.
 * @returns undefined for a policy that is about ingress only
 */
export function adminPolicy(object: KubernetesObject): ReadPolicy | undefined {
  if (!occurs(object.scope, ['spec', 'egress'])) return undefined;
  const name = fullName(object);
  return {
    title: `${object.kind} ${name}`,
    family: 'admin',
    origin: headingOf(object),
    isolates: known(false, headingOf(object), 'egress', true),
    rules: [],
    order: 0,
    pods: { namespace: '*', text: `${object.kind} ${name}`, labels: undefined },
  };
}
