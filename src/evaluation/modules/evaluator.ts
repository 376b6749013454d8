/** An evaluator whose calls of well-known modules are replaced by what these deploy. */
import { moduleType } from '../module-type.js';
import type { Evaluator } from '../evaluator.js';
import type { Resource } from '../resource.js';
import { callOf } from './call.js';
import type { PublishedModule } from './definition.js';
import { expand } from './expand.js';
import type { Expansion } from './expand.js';
import { moduleFor } from './find.js';
import { unseenCluster } from './unseen.js';

/**
 * The calls stay among the resources: what is handed to them is handed out of sight.
 * @param modules what is known of published modules
 */
export function withPublishedModules(evaluator: Evaluator, modules: readonly PublishedModule[]): Evaluator {
  return {
    ...evaluator,
    evaluate(root, files) {
      const evaluation = evaluator.evaluate(root, files);
      const expansions = evaluation.resources.flatMap((resource) => expansionOf(resource, modules) ?? []);
      if (expansions.length === 0) return evaluation;
      return {
        ...evaluation,
        resources: [...evaluation.resources, ...expansions.flatMap(({ resources }) => resources)],
        problems: [...evaluation.problems, ...expansions.flatMap(({ problems }) => problems)],
      };
    },
  };
}

function expansionOf(resource: Resource, modules: readonly PublishedModule[]): Expansion | undefined {
  const call = resource.type === moduleType ? callOf(resource) : undefined;
  if (!call) return undefined;
  const module = moduleFor(call, modules);
  if (module) return expand(call, module);
  const unseen = unseenCluster(call);
  return unseen && { resources: [unseen], problems: [] };
}
