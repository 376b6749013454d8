/** Services that scripts make with kubectl, and what they change at others: every file with such commands is a root of its own. */
import type { Files } from '../../tree/files.js';
import { foundCommands } from '../azcli/flow.js';
import { numbered } from '../azcli/resources.js';
import { scriptsIn } from '../azcli/scan.js';
import { isScriptWith, scriptRoots } from '../azcli/script-roots.js';
import type { Evaluator } from '../evaluator.js';
import type { Resource, Root } from '../resource.js';
import { callOf } from './call.js';
import type { Change } from './changes.js';
import { changeOf, changeResource } from './changes.js';
import { kubectlVerbs, mentionsKubectl } from './scan.js';
import type { MadeService } from './services.js';
import { serviceOf, serviceResource } from './services.js';

export const kubectlEvaluator: Evaluator = {
  formats: ['kubernetes'],
  roots: (files, changed) => scriptRoots('kubernetes', files, changed, isScriptWith(mentionsKubectl)),
  evaluate: (root, files) => ({ root, resources: resourcesIn(root, files), problems: [], files: new Set([root.path]) }),
};

function resourcesIn(root: Root, files: Files): readonly Resource[] {
  const file = files.read(root.path);
  if (!file) return [];
  const services: MadeService[] = [];
  const changes: Change[] = [];
  for (const command of foundCommands(scriptsIn(file, files, mentionsKubectl), kubectlVerbs)) {
    const call = callOf(command);
    if (!call) continue;
    const service = serviceOf(call);
    if (service) services.push(service);
    const change = changeOf(call, root, files);
    if (!change) continue;
    const at = services.findLastIndex((each) => isOf(change, each));
    const own = services[at];
    if (own) services[at] = { ...own, settings: [...own.settings, ...settingsOf(change)] };
    else changes.push(change);
  }
  return numbered([
    ...services.map((each) => serviceResource(each, root)),
    ...changes.map((each) => changeResource(each, root)),
  ]);
}

/** Whether a command changes a Service that the same script makes: it is a part of the making then. */
function isOf({ target, call }: Change, { name, namespace }: MadeService): boolean {
  const written = call.namespace?.kind === 'scalar' ? String(call.namespace.value) : undefined;
  return call.verb === 'annotate' && target.kind === 'Service' && target.name === name && written === namespace;
}

function settingsOf({ annotations, call }: Change): Change['annotations'] {
  return call.isConditional ? annotations.map((each) => ({ ...each, conditional: true })) : annotations;
}
