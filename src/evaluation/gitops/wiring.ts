/** The readers of this room, and the parts that they expand with. */
import type { Files } from '../../tree/files.js';
import type { Evaluator } from '../evaluator.js';
import type { Release } from '../helm/release.js';
import type { Inflate } from '../kustomize/charts.js';
import { buildKustomization, transformObjects } from '../kustomize/build.js';
import { objectsIn } from '../kubernetes/objects.js';
import { unmatchedResource } from '../kustomize/unmatched.js';
import { kustomizeWriter } from '../kustomize/writer.js';
import type { Resource, Root } from '../resource.js';
import { deployed } from '../releases/deploy.js';
import type { Built, ReleaseParts } from '../releases/parts.js';
import type { Reader } from '../releases/evaluator.js';
import { withReleases } from '../releases/evaluator.js';
import { terraformReleaseReader } from '../releases/terraform/helm-release.js';
import { applicationReader } from './argocd/application.js';
import { applicationSetReader } from './argocd/application-set.js';
import { helmReleaseReader } from './flux/helm-release.js';
import { fluxKustomizationReader, selfDeployer } from './flux/kustomization.js';
import { remembering } from './memo.js';
import { declaredIn } from './objects.js';
import { deployersOf, referencesIn } from './references.js';

export const readers: readonly Reader[] = [
  helmReleaseReader,
  fluxKustomizationReader,
  applicationReader,
  applicationSetReader,
  terraformReleaseReader,
];

/** What releases of charts become. */
export type Charts = Pick<ReleaseParts, 'chart' | 'published' | 'generic'>;

export function releaseParts(charts: Charts): ReleaseParts {
  const parts: ReleaseParts = {
    ...charts,
    declared: remembering(declaredIn),
    kustomization: (folder, root, files) => builtWithCharts(folder, root, files, parts),
    transformed(objects, fields, folder, files) {
      const { objects: changed, problems } = transformObjects(objects, fields, folder, files);
      return { objects: changed, problems };
    },
  };
  return parts;
}

/** Charts of a kustomization are rendered on the way, so that its patches reach what they make. */
function builtWithCharts(folder: string, root: Root, files: Files, parts: ReleaseParts): Built {
  const others: Resource[] = [];
  const inflate: Inflate = (inline) => {
    const release: Release = { ...inline, root, format: 'kustomize', writer: kustomizeWriter };
    const { resources } = deployed(release, { files, parts });
    const objects = resources.filter(({ body }) => objectsIn(body).length > 0);
    others.push(...resources.filter((resource) => !objects.includes(resource)));
    const open = objects.length === 0 || objects.length < resources.length;
    return { objects: objects.map(({ body }) => body), open };
  };
  const { objects, problems, unmatched } = buildKustomization(folder, files, inflate);
  const patches = unmatched.map((patch) => unmatchedResource(patch, objects, root));
  return { objects, others: [...others, ...patches], problems };
}

/**
 * @param owners the evaluator of kustomizations, whose roots a change of their parts concerns. With it, a change of what an object
 *   deploys concerns the root of the object.
 */
export function deploying(evaluator: Evaluator, parts: ReleaseParts, owners?: Evaluator): Evaluator {
  return withReleases(evaluator, {
    readers,
    parts,
    selfDeployer,
    ...(owners
      ? {
          deployers: deployersOf(remembering(referencesIn), (paths, files) =>
            owners.roots(files, paths).map(({ path }) => path),
          ),
        }
      : {}),
  });
}
