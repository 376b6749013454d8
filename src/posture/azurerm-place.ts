/** Where a cluster of Terraform is, and what it acts with. */
import { region } from './cluster/identity.js';
import { lowerCase } from './cluster/spelling.js';
import type { Cluster } from './model.js';
import { textAt, textsAt } from './reading/facts.js';
import type { Scope } from './reading/scope.js';

export function placeOf(scope: Scope): Pick<Cluster, 'location' | 'identity'> {
  return {
    location: region(textAt(scope, ['location'], '')),
    identity: {
      type: lowerCase(textAt(scope, ['identity', 'type'], '')),
      ids: textsAt(scope, ['identity', 'identity_ids']),
    },
  };
}
