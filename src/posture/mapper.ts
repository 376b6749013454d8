import type { Resource } from '../evaluation/resource.js';
import type { Subject } from './model.js';

/** Turns the resources of one kind into subjects. */
export interface Mapper {
  /** Whether a resource type (any case for Azure types) is this mapper's. */
  readonly accepts: (type: string) => boolean;
  /**
   * @param siblings all resources of the same root, for parts that are declared apart (node pools)
   */
  readonly map: (resource: Resource, siblings: readonly Resource[]) => readonly Subject[];
}
