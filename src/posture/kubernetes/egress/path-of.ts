/** What every way out of one object has. */
import type { Identity } from '../../model.js';
import { identityOf } from '../../identity.js';
import type { KubernetesObject } from '../object.js';
import { fullName } from '../object.js';

export type OfObject = Identity & { readonly kind: 'egress-path'; readonly title: string };

export function pathOfObject(object: KubernetesObject): OfObject {
  const name = fullName(object);
  return { ...identityOf(object.resource, name), kind: 'egress-path', title: `${object.kind} ${name}` };
}
