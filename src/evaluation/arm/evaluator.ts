import type { Evaluator } from '../evaluator.js';
import { parseJson } from '../../syntax/json/parser.js';
import { evaluateRoot } from './evaluate-root.js';
import { rootsOf } from './roots/roots.js';
import { openTemplate } from './template/deployment.js';
import { scopeOfTemplate } from './template/document.js';
import { givenByAll, givenByFile } from './template/parameter-file.js';

/** ARM templates: `.json` files whose schema names a deployment template, with their parameter files. */
export const armEvaluator: Evaluator = {
  formats: ['arm'],
  roots: (files, changed) => rootsOf('arm', files, changed),
  evaluate: (root, files) =>
    evaluateRoot(root, files, (session) => {
      const template = session.parse(root.path, parseJson);
      if (template?.kind !== 'map') return undefined;
      const sources = root.parameters.flatMap((path) => {
        const file = session.parse(path, parseJson);
        return file ? [givenByFile(file)] : [];
      });
      return {
        scope: scopeOfTemplate(template),
        given: givenByAll(sources),
        open: (settings) => openTemplate(template, settings),
      };
    }),
};
