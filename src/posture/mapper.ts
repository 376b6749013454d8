import type { Resource } from '../evaluation/resource.js';
import type { EntryPoint } from './entry-point.js';
import type { Unjoined } from './network/surroundings.js';

/** A subject as a mapper makes it: clusters are joined to their surroundings afterwards. */
export type Mapped = Unjoined | EntryPoint;

/** Turns the resources of one kind into subjects. */
export interface Mapper {
  /** Whether a resource type (any case for Azure types) is this mapper's. */
  readonly accepts: (type: string) => boolean;
  /**
   * @param siblings all resources of the same root, for parts that are declared apart (node pools)
   */
  readonly map: (resource: Resource, siblings: readonly Resource[]) => readonly Mapped[];
}
