/** Calls of modules: the folder that a call uses, and what its variables are given. */
import type { SourceFile } from '../../syntax/source.js';
import type { Value } from '../../syntax/value.js';
import { literalText, loadConfiguration, type Declaration } from './configuration.js';
import { argumentOf } from './layers.js';
import { isMeta } from './meta-arguments.js';
import { evaluateArgument, guarded, scopeIn, type Module } from './module.js';
import { folderOfSource } from './modules.js';
import { repetitionOf, type Instance, type Repetition } from './repetition.js';
import { complain, spend } from './session.js';
import { sourceOf, spanOf } from './values.js';

/** Modules in modules in modules: more than anybody nests. */
const MAX_LEVELS = 20;

/** What a module counts in the budget of a root: as much memory as so many values. */
const MODULE_STEPS = 100;

export interface ModuleInstance {
  /** `module.network["a"]`, with the modules around in front. */
  readonly address: string;
  readonly declaration: Declaration;
  readonly instance: Instance;
  /** `undefined` for a module that is not in the tree. */
  readonly child: Module | undefined;
}

/** All instances of a call; `undefined` when there is no such call. */
export function callsOf(
  module: Module,
  name: string,
): { readonly repetition: Repetition; readonly instances: readonly ModuleInstance[] } | undefined {
  const declaration = module.configuration.modules.get(name);
  if (!declaration) return undefined;
  const repetition = repetitionOf(module, declaration, `module.${name}`);
  const instances = repetition.instances.map((instance) => {
    const address = `${module.prefix}module.${name}${instance.suffix}`;
    return { address, declaration, instance, child: childOf(module, address, declaration, instance) };
  });
  return { repetition, instances };
}

function childOf(module: Module, address: string, declaration: Declaration, instance: Instance): Module | undefined {
  if (module.children.has(address)) return module.children.get(address);
  const child = openChild(module, address, declaration, instance);
  module.children.set(address, child);
  return child;
}

function openChild(module: Module, address: string, declaration: Declaration, instance: Instance): Module | undefined {
  const { file } = declaration.block.body;
  spend(module.session, spanOf(file, declaration.block), MODULE_STEPS);
  const source = literalText(declaration, 'source');
  const folder = source === undefined ? undefined : folderOfSource(module, source);
  if (folder === undefined) return undefined;
  if (isRecursive(module, folder)) {
    complain(
      module.session,
      spanOf(file, declaration.block),
      `${address} calls itself, or modules are nested too deeply`,
    );
    return undefined;
  }
  const heading = { start: declaration.block.start, end: declaration.block.headingEnd };
  const call = { heading: spanOf(file, heading), name: address };
  const input = (name: string): Value | undefined => {
    const argument =
      isMeta(name) || name === 'source' || name === 'version' ? undefined : argumentOf(declaration, name);
    if (!argument) return undefined;
    return evaluateInput(module, `${address}.${name}`, name, argument, instance);
  };
  return moduleOf(module.session, loadConfiguration(module.session, folder), `${address}.`, module, call, input);
}

function evaluateInput(
  module: Module,
  address: string,
  name: string,
  { expression, file }: { expression: Parameters<typeof evaluateArgument>[0]; file: SourceFile },
  instance: Instance,
): Value {
  return guarded(module.session, address, sourceOf(file, expression), spanOf(file, expression), () =>
    evaluateArgument(expression, scopeIn(module, file, instance.names), name),
  );
}

function isRecursive(module: Module, folder: string): boolean {
  let levels = 0;
  for (let at: Module | undefined = module; at; at = at.parent) {
    levels += 1;
    if (at.folder === folder || levels > MAX_LEVELS) return true;
  }
  return false;
}

export function moduleOf(
  session: Module['session'],
  configuration: Module['configuration'],
  prefix: string,
  parent: Module | undefined,
  call: Module['call'],
  input: Module['input'],
): Module {
  return {
    session,
    configuration,
    folder: configuration.folder,
    prefix,
    parent,
    call,
    input,
    known: new Map(),
    repetitions: new Map(),
    children: new Map(),
  };
}
