import type { Evaluator } from '../evaluator.js';
import { parseBicep } from '../../syntax/bicep/parser.js';
import { evaluateRoot } from '../arm/evaluate-root.js';
import { rootsOf } from '../arm/roots/roots.js';
import { scopeOfKind } from '../arm/scope.js';
import { givenByAll } from '../arm/template/parameter-file.js';
import { givenByPath } from './parameter-file.js';
import { openBicep } from './program.js';

/** Bicep files with their parameter files (`.bicepparam` or JSON), modules and imports of the tree included. */
export const bicepEvaluator: Evaluator = {
  formats: ['bicep'],
  roots: (files, changed) => rootsOf('bicep', files, changed),
  evaluate: (root, files) =>
    evaluateRoot(root, files, (session) => {
      const program = session.parse(root.path, parseBicep);
      if (!program) return undefined;
      const declared = program.declarations.find((each) => each.kind === 'targetScope')?.value;
      return {
        scope: scopeOfKind(declared?.kind === 'string' ? declared.value : undefined),
        given: givenByAll(root.parameters.flatMap((path) => givenByPath(path, session) ?? [])),
        open: (settings) => openBicep(program, settings),
      };
    }),
};
