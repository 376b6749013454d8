/** Resources as evaluation hands them over. */
import { bicepWriter } from '../../syntax/bicep/writer.js';
import { literal, lookup, scalar } from '../../syntax/value.js';
import type { ArmResource, DeploymentSettings } from '../arm/deployed.js';
import { openPart } from '../arm/template/instances.js';
import { headingOf, spanOf } from './environment.js';
import type { Environment } from './environment.js';
import type { DeclaredModule } from './module.js';
import { kubernetesType } from './kubernetes.js';
import { moduleType } from '../module-type.js';
import { openNested } from './nested.js';
import type { DeclaredResource, ResourceInstance } from './resource.js';

/** A resource declaration as what it deploys: nothing where a condition is false or it exists, its children after it. */
export function emitResource(
  declared: DeclaredResource,
  settings: DeploymentSettings,
  env: Environment,
): readonly ArmResource[] {
  return declared.instances().flatMap((instance) => {
    const children = instance.children().flatMap((child) => emitResource(child, settings, env));
    if (instance.off || instance.declaration.existing) return children;
    const nested = openNested(instance, settings, env);
    return [...(nested?.resources() ?? [emitted(instance, settings, env)]), ...children];
  });
}

function emitted(instance: ResourceInstance, settings: DeploymentSettings, env: Environment): ArmResource {
  const { declaration } = instance;
  const span = spanOf(declaration, env);
  const condition = openPart([settings.condition, ...instance.conditions], span);
  const kubernetes = kubernetesType(instance.type, instance.version);
  const body = instance.body();
  return {
    format: 'bicep',
    root: settings.root,
    type: kubernetes ?? instance.type,
    ...(instance.version === undefined ? {} : { version: instance.version }),
    address: settings.prefix + instance.address,
    name: kubernetes === undefined ? instance.fullName : lookup(body, ['metadata', 'name']),
    id: instance.id,
    calls: settings.callers,
    body,
    span,
    heading: headingOf(declaration, instance.placed.object, env),
    ...(condition ? { condition } : {}),
    writer: bicepWriter,
  };
}

/** A module as what it deploys; one of a registry as itself, with the parameters that it is given. */
export function emitModule(
  declared: DeclaredModule,
  settings: DeploymentSettings,
  env: Environment,
): readonly ArmResource[] {
  return declared.instances().flatMap((instance) => {
    if (instance.off) return [];
    const { source, declaration } = instance;
    if (source.kind === 'file') return instance.deployed()?.resources() ?? [];
    return [
      {
        format: 'bicep',
        root: settings.root,
        type: moduleType,
        ...(source.version === undefined ? {} : { version: source.version }),
        address: settings.prefix + instance.address,
        name: scalar(source.source, literal(spanOf(declaration.path, env))),
        id: undefined,
        calls: settings.callers,
        body: instance.parameters(),
        span: spanOf(declaration, env),
        heading: headingOf(declaration, instance.placed.object, env),
        ...(instance.condition ? { condition: instance.condition } : {}),
        writer: bicepWriter,
      },
    ];
  });
}
