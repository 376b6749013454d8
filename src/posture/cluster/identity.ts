/** Where a cluster is, and what it acts with. */
import { literal } from '../../syntax/value.js';
import type { Fact } from '../fact.js';
import { map } from '../fact.js';
import type { ClusterIdentity } from '../model.js';
import { known, open } from '../reading/convert.js';
import { textAt, textsAt } from '../reading/facts.js';
import type { Scope } from '../reading/scope.js';
import { occurs, valueAt } from '../reading/scope.js';
import { lowerCase } from './spelling.js';

/** Azure takes `West Europe` for `westeurope`. */
export function region(location: Fact<string>): Fact<string> {
  return map(location, (text) => text.toLowerCase().replaceAll(' ', ''));
}

/** @param resourceObject has `identity`, whose user-assigned ones are the keys of an object, or azapi's block with a list */
export function identityIn(resourceObject: Scope): ClusterIdentity {
  const list = ['identity', 'identity_ids'];
  return {
    type: lowerCase(textAt(resourceObject, ['identity', 'type'], '')),
    ids: occurs(resourceObject, list)
      ? textsAt(resourceObject, list)
      : keysAt(resourceObject, ['identity', 'userAssignedIdentities']),
  };
}

function keysAt(scope: Scope, path: readonly string[]): ClusterIdentity['ids'] {
  const value = valueAt(scope, path);
  const name = path.join('.');
  switch (value?.kind) {
    case 'undetermined':
      return open(value, name);
    case 'map': {
      if (value.rest) return open(value.rest, name);
      const keys = [...value.entries.values()].map(({ key, keySpan }) => known(key, literal(keySpan), name, false));
      return known(keys, value.origin, name, false);
    }
    case 'list':
    case 'scalar':
    case undefined:
      return known([], literal(scope.resource.heading), name, true);
  }
}
