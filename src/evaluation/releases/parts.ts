/** What expansions are made with. Each part is a room of its own, and is passed in. */
import type { Problem } from '../../syntax/problem.js';
import type { Mapping } from '../../syntax/value.js';
import type { Files } from '../../tree/files.js';
import type { Remembered } from '../gitops/memo.js';
import type { Catalogue, Declared } from '../gitops/objects.js';
import type { Release } from '../helm/release.js';
import type { BuiltObject } from '../kustomize/build.js';
import type { Resource, Root } from '../resource.js';

export interface Expansion {
  readonly resources: readonly Resource[];
  readonly problems: readonly Problem[];
  /** What the resources are built of, where it may deploy itself: a folder. */
  readonly within?: string;
}

/** Objects that were built of a folder, or of other objects. */
export interface Built {
  readonly objects: readonly BuiltObject[];
  /** What is no object, and told all the same: patches that fit nothing, charts that nobody knows. */
  readonly others?: readonly Resource[];
  readonly problems: readonly Problem[];
}

export interface ReleaseParts {
  /** The objects of a file that deployments refer to by name. */
  readonly declared: Remembered<readonly Declared[]>;
  /** The objects of a release of a chart of the tree; undefined when there is no such chart. */
  readonly chart: (release: Release, files: Files) => Expansion | undefined;
  /** The objects of a release of a published chart; undefined when nobody knows the chart. */
  readonly published: (release: Release) => Expansion | undefined;
  /** What the values of a release of any chart say by themselves; empty when they say nothing. */
  readonly generic: (release: Release) => Expansion;
  /** The objects of a folder with a kustomization. */
  readonly kustomization: (folder: string, root: Root, files: Files) => Built;
  /**
   * Objects after a kustomization with these fields (patches, images, namespace, components …); undefined when that can't be
   * told.
   * @param folder what paths in the fields are relative to
   */
  readonly transformed: (
    objects: readonly Mapping[],
    fields: Mapping,
    folder: string,
    files: Files,
  ) => Built | undefined;
}

/** Where an expansion stands. */
export interface Around {
  readonly files: Files;
  readonly parts: ReleaseParts;
  /** The resources that are deployed beside: sources and ConfigMaps are looked for among them first. */
  readonly siblings: readonly Resource[];
  /** What is declared in the tree that deployments refer to. */
  readonly catalogue: Catalogue;
  /** What is being expanded, outermost first: nothing is expanded inside itself. */
  readonly stack: readonly string[];
  /** How many deployments may still be expanded in this root. */
  readonly budget: { left: number };
  /** Folders and files that have been deployed by now: they are no roots by themselves. */
  readonly deployed: Set<string>;
}

export const nothing: Expansion = { resources: [], problems: [] };

export function joined(expansions: readonly Expansion[]): Expansion {
  return {
    resources: expansions.flatMap(({ resources }) => resources),
    problems: expansions.flatMap(({ problems }) => problems),
  };
}
