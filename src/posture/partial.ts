/**
 * Objects that say a part of what is there: of a cluster that something else makes. What they omit is no default, at any depth.
 */
import type { Mapping, Undetermined } from '../syntax/value.js';
import { rewritten } from './operators/rewrite.js';

/** Node pools that are there beside those that are written. */
const pools = 'agentpoolprofiles';

/** @param elsewhere what decides the rest; lists other than of node pools are whole, as they replace what is there */
export function partial(body: Mapping, elsewhere: Undetermined): Mapping {
  const open = rewritten(body, {
    map: (map) => ({ ...map, rest: map.rest ?? elsewhere }),
    entry: (entry) =>
      entry.key.toLowerCase() === pools && entry.value.kind === 'list'
        ? [{ ...entry, value: { ...entry.value, rest: entry.value.rest ?? elsewhere } }]
        : [entry],
  });
  return open.kind === 'map' ? open : body;
}
