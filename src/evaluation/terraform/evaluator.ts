/** Terraform configurations as they would be deployed. */
import type { Evaluator } from '../evaluator.js';
import type { Evaluation, Move, Root } from '../resource.js';
import type { Files } from '../../tree/files.js';
import { commandVariables } from './command-variables.js';
import { loadConfiguration } from './configuration.js';
import { moduleOf } from './module-calls.js';
import { movesOf } from './moves.js';
import { resourcesOf, type TerraformResource } from './resources.js';
import { findRoots } from './roots.js';
import { sessionOf } from './session.js';
import { isAutomatic } from './variable-paths.js';
import { givenValue } from './variable-files.js';

export interface TerraformEvaluation extends Evaluation {
  readonly resources: readonly TerraformResource[];
  /** What `moved` blocks say. */
  readonly moves: readonly Move[];
}

export interface TerraformEvaluator extends Evaluator {
  evaluate(root: Root, files: Files): TerraformEvaluation;
}

export const terraformEvaluator: TerraformEvaluator = {
  formats: ['terraform'],
  roots: findRoots,
  evaluate(root, files) {
    const session = sessionOf(files, root.path === '.' ? '' : root.path);
    const configuration = loadConfiguration(session, session.folder);
    const chosen = root.parameters.filter((path) => !isAutomatic(path));
    const commands = commandVariables(session, session.folder, chosen);
    const module = moduleOf(
      session,
      configuration,
      '',
      undefined,
      undefined,
      (name) => commands.given(name) ?? givenValue(session, root.parameters, name) ?? commands.environment(name),
    );
    const resources = resourcesOf(module, root);
    return { root, resources, problems: session.problems, files: session.asked, moves: movesOf(module) };
  },
};
