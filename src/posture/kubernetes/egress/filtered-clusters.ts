/** The clusters of a repository, when all of them filter what leaves. */
import { certainly } from '../../fact.js';
import type { Estate } from '../estate.js';

/** Names of the clusters, when none of them has a way out; none when one has, or may have, or there are none. */
export function isolatedClusters(estate: Estate): readonly string[] {
  return namesIfAll(estate, (type) => type === 'none' || type === 'block');
}

/** Names of the clusters, when all of them are cut off or send everything to a filter. */
export function filteredClusters(estate: Estate): readonly string[] {
  return namesIfAll(estate, (type) => type === 'none' || type === 'block' || type === 'userDefinedRouting');
}

function namesIfAll(estate: Estate, test: (outboundType: string) => boolean): readonly string[] {
  const clusters = estate.clusters();
  const all = clusters.every(({ egress }) => certainly(egress.outboundType, test) === true);
  return all ? [...new Set(clusters.map(({ name }) => name))] : [];
}
