/**
 * Clusters that operators make of Kubernetes objects, seen as the resources of Azure or of Terraform's provider that they become.
 * So whatever reads those reads these too.
 */
import type { Resource } from '../../evaluation/resource.js';
import { fromServiceOperator } from './aso.js';
import { fromClusterApi } from './capz.js';
import { fromClaim } from './claim.js';
import { fromComposition } from './composition.js';
import { fromCrossplane } from './crossplane.js';

/** @param resources all of one root; those that no operator makes a cluster of stay as they are */
export function throughOperators(resources: readonly Resource[]): readonly Resource[] {
  return resources.flatMap((resource) => {
    const seen =
      fromClusterApi(resource) ??
      fromComposition(resource) ??
      fromServiceOperator(resource) ??
      fromCrossplane(resource) ??
      fromClaim(resource);
    return seen ?? [resource];
  });
}
