/** `ServiceEntry`: hosts that a mesh is told about. */
import type { ServiceEntryEgressPath } from '../../egress-path.js';
import { is } from '../../fact.js';
import { textAt, textsAt } from '../../reading/facts.js';
import type { KubernetesObject } from '../object.js';
import { pathOfObject } from './path-of.js';

/** None for hosts inside of the mesh; where it is not said, they are outside (istio.networking, ServiceEntry.Location). */
export function serviceEntryPaths(object: KubernetesObject): readonly ServiceEntryEgressPath[] {
  const location = textAt(object.scope, ['spec', 'location'], 'MESH_EXTERNAL');
  if (is(location, 'MESH_INTERNAL')) return [];
  return [
    {
      ...pathOfObject(object),
      via: 'service-entry',
      hosts: textsAt(object.scope, ['spec', 'hosts']),
      addresses: textsAt(object.scope, ['spec', 'addresses']),
    },
  ];
}
