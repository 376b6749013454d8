/** Clusters that scripts make with the Azure CLI: every file with such commands is a root of its own. */
import type { Files } from '../../tree/files.js';
import type { Evaluator } from '../evaluator.js';
import { aksCommandsIn } from './commands.js';
import { resourcesOf } from './resources.js';
import { canHoldCommands, mentionsAks, scriptsIn } from './scan.js';

export const azureCliEvaluator: Evaluator = {
  formats: ['azcli'],
  roots: (files, changed) =>
    (changed ? [...changed].filter((path) => files.has(path)).sort() : files.paths)
      .filter((path) => isRoot(path, files))
      .map((path) => ({ id: path, format: 'azcli', path, parameters: [] })),
  evaluate(root, files) {
    const file = files.read(root.path);
    const resources = file ? resourcesOf(aksCommandsIn(scriptsIn(file, files)), root) : [];
    return { root, resources, problems: [], files: new Set([root.path]) };
  },
};

function isRoot(path: string, files: Files): boolean {
  if (!canHoldCommands(path)) return false;
  const text = files.read(path)?.text;
  return text !== undefined && mentionsAks(text);
}
