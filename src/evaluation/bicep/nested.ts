/** `Microsoft.Resources/deployments` in Bicep: a template of Resource Manager as an object, or one that a link names. */
import { bicepWriter } from '../../syntax/bicep/writer.js';
import { parseJson } from '../../syntax/json/parser.js';
import { lookup } from '../../syntax/value.js';
import type { Mapping, Value } from '../../syntax/value.js';
import { deepestNesting } from '../arm/deployed.js';
import type { ArmResource, DeploymentSettings } from '../arm/deployed.js';
import { stringOf } from '../arm/functions/operand.js';
import { joinPath } from '../arm/paths.js';
import { openTemplate } from '../arm/template/deployment.js';
import { openPart } from '../arm/template/instances.js';
import { isDeployment } from '../arm/template/nested.js';
import { headingOf, spanOf } from './environment.js';
import type { Environment } from './environment.js';
import type { ResourceInstance } from './resource.js';

/**
 * The deployment of a template that a resource carries; undefined when it carries none. Bicep has evaluated its own expressions
 * by then: texts in brackets are those of the template, which see what is in it.
 */
export function openNested(
  instance: ResourceInstance,
  settings: DeploymentSettings,
  env: Environment,
): { resources(): readonly ArmResource[] } | undefined {
  if (!isDeployment(instance.type)) return undefined;
  const body = instance.body();
  const found = templateIn(body, env);
  if (!found || settings.around.length >= deepestNesting || settings.around.includes(found.path ?? ''))
    return undefined;
  const { template, path } = found;
  const span = spanOf(instance.declaration, env);
  const condition = openPart([settings.condition, ...instance.conditions], span);
  const deployed = openTemplate(template, {
    session: settings.session,
    root: settings.root,
    scope: env.scope,
    given: (name) => lookup(body, ['properties', 'parameters', name, 'value']),
    prefix: `${settings.prefix}${instance.address}::`,
    around: path === undefined ? settings.around : [...settings.around, path],
    callers: [...settings.callers, headingOf(instance.declaration, instance.placed.object, env)],
    ...(condition ? { condition } : {}),
  });
  const { file } = env;
  return {
    resources: () =>
      deployed
        .resources()
        .map((each) => ({ ...each, format: 'bicep', ...(each.span.file === file ? { writer: bicepWriter } : {}) })),
  };
}

function templateIn(
  body: Mapping,
  env: Environment,
): { readonly template: Mapping; readonly path: string | undefined } | undefined {
  const embedded = lookup(body, ['properties', 'template']);
  if (embedded) return embedded.kind === 'map' ? { template: embedded, path: undefined } : undefined;
  const relative = stringOf(lookup(body, ['properties', 'templateLink', 'relativePath']));
  const path = relative === undefined ? undefined : joinPath(env.file.path, relative);
  const linked: Value | undefined = path === undefined ? undefined : env.session.parse(path, parseJson);
  return linked?.kind === 'map' ? { template: linked, path } : undefined;
}
