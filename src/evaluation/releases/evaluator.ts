/** An evaluator whose resources that deploy others are followed by what they deploy. */
import type { Files } from '../../tree/files.js';
import type { Evaluator } from '../evaluator.js';
import type { Resource } from '../resource.js';
import { parentOf } from '../gitops/folders.js';
import { catalogueOf } from '../gitops/objects.js';
import { noting } from './asked.js';
import type { Around, Expansion, ReleaseParts } from './parts.js';

/** Turns one kind of resource into what it deploys; `undefined` for resources of other kinds. */
export type Reader = (resource: Resource, around: Around) => Expansion | undefined;

/** Deployments of deployments of … are followed this deep, and so many in one root. */
const DEEPEST = 12;
const MOST = 5_000;

export interface Expanding {
  readonly readers: readonly Reader[];
  readonly parts: ReleaseParts;
  /** Files that name a changed path as something that they deploy: their roots are reviewed with it. */
  readonly deployers?: (changed: ReadonlySet<string>, files: Files) => ReadonlySet<string>;
  /** The one of a folder's resources that deploys the folder itself: what it makes of the others is what counts. */
  readonly selfDeployer?: (resources: readonly Resource[], folder: string) => Resource | undefined;
}

export function withReleases(evaluator: Evaluator, { readers, parts, deployers, selfDeployer }: Expanding): Evaluator {
  return {
    ...evaluator,
    roots(files, changed) {
      if (!changed || !deployers) return evaluator.roots(files, changed);
      return evaluator.roots(files, new Set([...changed, ...deployers(changed, files)]));
    },
    evaluate(root, files) {
      const evaluation = evaluator.evaluate(root, files);
      const asked = new Set(evaluation.files);
      const folder = root.format === 'kustomize' ? parentOf(root.path) : undefined;
      const itself = folder === undefined ? undefined : selfDeployer?.(evaluation.resources, folder);
      const noted = noting(files, asked);
      const around: Around = {
        files: noted,
        parts,
        catalogue: catalogueOf(noted, parts.declared),
        siblings: itself ? [itself] : evaluation.resources,
        stack: [],
        budget: { left: MOST },
        deployed: new Set(),
      };
      const { resources, problems } = expanded(around, readers);
      const deploys = around.deployed;
      return { ...evaluation, resources, problems: [...evaluation.problems, ...problems], files: asked, deploys };
    },
  };
}

/** The siblings with all that they deploy, each deployment before its objects. */
function expanded(around: Around, readers: readonly Reader[]): Expansion {
  const resources: Resource[] = [];
  const problems: Expansion['problems'][number][] = [];
  for (const resource of around.siblings) {
    resources.push(resource);
    const expansion = expansionOf(resource, around, readers);
    resources.push(...expansion.resources);
    problems.push(...expansion.problems);
  }
  return { resources, problems };
}

function expansionOf(resource: Resource, around: Around, readers: readonly Reader[]): Expansion {
  for (const reader of readers) {
    const found = around.stack.length < DEEPEST && around.budget.left > 0 ? reader(resource, around) : undefined;
    if (!found) continue;
    around.budget.left--;
    const stack = [...around.stack, found.within ?? resource.address];
    const inner = expanded({ ...around, siblings: found.resources, stack }, readers);
    return { resources: inner.resources, problems: [...found.problems, ...inner.problems] };
  }
  return { resources: [], problems: [] };
}
