/** The parts of the pipeline as they are shipped: which formats are read, which rules are checked. */
import { armEvaluator } from './evaluation/arm/evaluator.js';
import { azureCliEvaluator } from './evaluation/azcli/evaluator.js';
import { bicepEvaluator } from './evaluation/bicep/evaluator.js';
import { manifestEvaluator } from './evaluation/kubernetes/evaluator.js';
import { kubectlEvaluator } from './evaluation/kubectl/evaluator.js';
import { kustomizeEvaluator } from './evaluation/kustomize/evaluator.js';
import { claimedByKustomize, concernedBy } from './evaluation/kustomize/roots.js';
import { surroundingOverlays } from './evaluation/kustomize/surroundings.js';
import {
  surroundingAssignments,
  surroundingClusters,
  surroundingPolicies,
} from './evaluation/kubernetes/policies-around.js';
import { surroundingManifests } from './evaluation/kubernetes/surroundings.js';
import { continuedIn, coveredIn } from './posture/kubernetes/egress/continued.js';
import { estateOf } from './posture/kubernetes/estate.js';
import { genericResources } from './evaluation/charts/generic.js';
import { publishedResources } from './evaluation/charts/published.js';
import { chartResources } from './evaluation/helm/deploy.js';
import type { HelmParts } from './evaluation/helm/deploy.js';
import { helmEvaluator } from './evaluation/helm/evaluator.js';
import { renderTemplates } from './evaluation/helm/template/render.js';
import { publishedModules } from './evaluation/modules/catalogue.js';
import { withPublishedModules } from './evaluation/modules/evaluator.js';
import { terraformEvaluator } from './evaluation/terraform/evaluator.js';
import { planEvaluator } from './evaluation/terraform/plan/evaluator.js';
import { clustersOf, subjects } from './posture/mappers.js';
import { relevant } from './posture/relevance.js';
import type { Files } from './tree/files.js';
import type { Evaluator } from './evaluation/evaluator.js';
import { deploying, releaseParts } from './evaluation/gitops/wiring.js';
import { helmCommandEvaluator } from './evaluation/releases/commands/evaluator.js';
import { deployed } from './evaluation/releases/deploy.js';
import { claimedByHelmfile, helmfileEvaluator } from './evaluation/releases/helmfile/evaluator.js';
import type { Parts } from './review.js';
import { rules } from './rules/index.js';
import { decode } from './syntax/decode.js';

export function parts(): Parts {
  const charts: HelmParts = {
    templates: renderTemplates,
    published: (release) => publishedResources(release),
    generic: (release) => genericResources(release),
  };
  const releases = releaseParts({ ...charts, chart: (release, files) => chartResources(release, files, charts) });
  const overlays = kustomizeEvaluator((release, files) => deployed(release, { files, parts: releases }));
  const deploys = (evaluator: Evaluator): Evaluator => deploying(evaluator, releases);
  const objects = (evaluator: Evaluator): Evaluator => deploying(evaluator, releases, overlays);
  const claimed = (files: Files): ReadonlySet<string> =>
    new Set([...claimedByKustomize(files), ...claimedByHelmfile(files)]);
  return {
    decode,
    evaluators: [
      withPublishedModules(bicepEvaluator, publishedModules),
      withPublishedModules(armEvaluator, publishedModules),
      deploys(withPublishedModules(terraformEvaluator, publishedModules)),
      planEvaluator,
      objects(manifestEvaluator(undefined, claimed)),
      objects(overlays),
      objects(helmEvaluator(charts)),
      deploys(helmfileEvaluator(releases)),
      deploys(helmCommandEvaluator(releases)),
      azureCliEvaluator,
      kubectlEvaluator,
    ],
    keep: relevant,
    surroundings: [
      surroundingManifests(claimedByKustomize, concernedBy),
      surroundingOverlays(overlays),
      surroundingPolicies(claimedByKustomize),
      surroundingClusters(withPublishedModules(bicepEvaluator, publishedModules), /\.bicep$/i),
      surroundingClusters(withPublishedModules(terraformEvaluator, publishedModules), /\.tf$/i),
      surroundingAssignments(bicepEvaluator, /\.bicep$/i),
      surroundingAssignments(armEvaluator, /\.json$/i),
      surroundingAssignments(terraformEvaluator, /\.tf$/i),
    ],
    estateOf: (resources) => estateOf(resources, () => clustersOf(resources)),
    subjectsOf: subjects,
    becomes: continuedIn,
    was: coveredIn,
    rules,
  };
}
