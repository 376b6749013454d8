/** Every mapper, and the subjects that they make of the resources of one root. */
import type { Resource } from '../evaluation/resource.js';
import { azurermAutomaticCluster } from './azurerm-automatic-cluster.js';
import { azurermCluster } from './azurerm-cluster.js';
import { managedCluster } from './managed-cluster.js';
import type { Mapper } from './mapper.js';
import type { Subject } from './model.js';
import { service } from './service.js';

export const mappers: readonly Mapper[] = [managedCluster, azurermCluster, azurermAutomaticCluster, service];

/** @param resources all of one root: some subjects are declared in parts */
export function subjects(resources: readonly Resource[]): readonly Subject[] {
  return resources.flatMap((resource) =>
    mappers.filter(({ accepts }) => accepts(resource.type)).flatMap((mapper) => mapper.map(resource, resources)),
  );
}
