/** Clusters that scripts make with the Azure CLI: every file with such commands is a root of its own. */
import type { Files } from '../../tree/files.js';
import type { Evaluator } from '../evaluator.js';
import type { Resource, Root } from '../resource.js';
import { aksCommandsIn } from './commands.js';
import { networkCommandsIn } from './network/commands.js';
import { networkResources } from './network/resources.js';
import { resourcesOf } from './resources.js';
import { scriptRoots } from './script-roots.js';
import type { Scripts } from './scan.js';
import { canHoldCommands, mentionsAks, mentionsAksOrNetwork, scriptsIn } from './scan.js';

export const azureCliEvaluator: Evaluator = {
  formats: ['azcli'],
  roots: (files, changed) => scriptRoots('azcli', files, changed, isRoot),
  evaluate(root, files) {
    const file = files.read(root.path);
    const resources = file ? resourcesIn(scriptsIn(file, files, mentionsAksOrNetwork), root) : [];
    return { root, resources, problems: [], files: new Set([root.path]) };
  },
};

function resourcesIn(scripts: Scripts, root: Root): readonly Resource[] {
  return [...resourcesOf(aksCommandsIn(scripts), root), ...networkResources(networkCommandsIn(scripts), root)];
}

function isRoot(path: string, files: Files): boolean {
  if (!canHoldCommands(path)) return false;
  const text = files.read(path)?.text;
  return text !== undefined && mentionsAks(text);
}
