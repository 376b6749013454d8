/** The resources of a root, as they would be deployed. */
import { entry, type Mapping, type Value } from '../../syntax/value.js';
import type { Span } from '../../syntax/source.js';
import type { Resource, Root } from '../resource.js';
import { evaluateBody } from './blocks.js';
import { configurationWriter } from './configuration-paths.js';
import { literalText, type Declaration, type ResourceDeclaration } from './configuration.js';
import { decoded } from './encoded.js';
import { Fault } from './fault.js';
import { lifecycleOf } from './lifecycle.js';
import { isMeta } from './meta-arguments.js';
import { callsOf, type ModuleInstance } from './module-calls.js';
import { scopeIn, type Module } from './module.js';
import { providerVersion } from './providers.js';
import { repetitionOf, type Instance } from './repetition.js';
import { spend } from './session.js';
import { spanOf } from './values.js';

/** A resource of Terraform, which modules may make. */
export interface TerraformResource extends Resource {
  /** The headings of the module calls that the resource comes from, outermost first. */
  readonly calls: readonly Span[];
}

/** What decides whether the modules around are there, outermost first. */
type Conditions = readonly Value[];

/** As far as the budget of the root goes. */
export function resourcesOf(module: Module, root: Root): TerraformResource[] {
  const found: TerraformResource[] = [];
  try {
    collect(module, root, [], found);
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
  }
  return found;
}

function collect(module: Module, root: Root, around: Conditions, found: TerraformResource[]): void {
  for (const declaration of module.configuration.resources.values()) {
    if (declaration.mode !== 'resource' || isBroken(declaration)) continue;
    const address = `${declaration.type}.${declaration.name}`;
    for (const instance of repetitionOf(module, declaration, address).instances) {
      found.push(resource(module, root, declaration, instance, around));
    }
  }
  for (const [name, call] of module.configuration.modules) {
    if (isBroken(call)) continue;
    for (const called of callsOf(module, name)?.instances ?? []) {
      const { condition } = called.instance;
      const inside = condition ? [...around, condition] : around;
      if (called.child) collect(called.child, root, inside, found);
      else found.push(moduleCall(module, root, called, inside));
    }
  }
}

/** Terraform would refuse it, and what it omits may be what could not be read: no default is to be thought of. */
function isBroken({ layers }: Declaration): boolean {
  return layers.some((body) => body.isBroken);
}

function resource(
  module: Module,
  root: Root,
  declaration: ResourceDeclaration,
  instance: Instance,
  around: Conditions,
): TerraformResource {
  const version = providerVersion(module, declaration);
  const address = `${module.prefix}${declaration.type}.${declaration.name}${instance.suffix}`;
  const body = decoded(declaration.type, bodyOf(module, declaration, instance, isMeta));
  return describe(module, root, declaration, declaration.type, address, version, body, condition(instance, around));
}

/** The call of a module that is not in the tree: its arguments, `source` and `version` among them. */
function moduleCall(module: Module, root: Root, called: ModuleInstance, around: Conditions): TerraformResource {
  const { declaration, instance, address } = called;
  const body = bodyOf(module, declaration, instance, isMeta);
  return describe(
    module,
    root,
    declaration,
    'module',
    address,
    literalText(declaration, 'version'),
    body,
    around.at(-1),
  );
}

function bodyOf(
  module: Module,
  declaration: Declaration,
  { names }: Instance,
  skip: (name: string) => boolean,
): Mapping {
  const { block } = declaration;
  const span = spanOf(block.body.file, block);
  spend(module.session, span);
  return evaluateBody(declaration, { span, from: [] }, scopeIn(module, block.body.file, names), skip);
}

function describe(
  module: Module,
  root: Root,
  declaration: Declaration,
  type: string,
  address: string,
  version: string | undefined,
  body: Mapping,
  condition: Value | undefined,
): TerraformResource {
  const { block } = declaration;
  const { file } = block.body;
  const lifecycle = lifecycleOf(declaration);
  return {
    format: 'terraform',
    root,
    type,
    ...(version === undefined ? {} : { version }),
    address,
    name: type === 'module' ? undefined : entry(body, 'name')?.value,
    body,
    span: spanOf(file, block),
    heading: spanOf(file, { start: block.start, end: block.headingEnd }),
    ...(condition ? { condition } : {}),
    ...(lifecycle ? { lifecycle } : {}),
    writer: configurationWriter(file.path),
    calls: callsAround(module),
  };
}

/** The condition closest to the resource. */
function condition({ condition: own }: Instance, around: Conditions): Value | undefined {
  return own ?? around.at(-1);
}

function callsAround(module: Module): Span[] {
  const headings: Span[] = [];
  for (let at: Module | undefined = module; at?.call; at = at.parent) headings.unshift(at.call.heading);
  return headings;
}
