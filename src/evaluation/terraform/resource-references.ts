/** References to resources and data sources: what the configuration sets is known, the rest is what the deployment fills in. */
import type { Span } from '../../syntax/source.js';
import {
  isNull,
  list,
  mapping,
  scalar,
  type Entry,
  type Mapping,
  type Undetermined,
  type Value,
} from '../../syntax/value.js';
import { evaluateBlocks } from './blocks.js';
import type { ResourceDeclaration } from './configuration.js';
import { Fault } from './fault.js';
import { argumentOf, argumentsOf, blocksOf } from './layers.js';
import { isMeta } from './meta-arguments.js';
import { evaluateArgument, remember, scopeIn, type Module } from './module.js';
import type { Named } from './names.js';
import { scalarOf } from './operators.js';
import { extend, reference } from './references.js';
import { repetitionOf, type Instance, type Repetition } from './repetition.js';
import type { Step } from './traversals.js';
import { entryOf, open, sourceOf, spanOf } from './values.js';

/**
 * @param steps behind the resource's name
 * @param before how many steps the name itself took
 */
export function resourceValue(
  module: Module,
  mode: 'resource' | 'data',
  type: string,
  name: string,
  key: Value | undefined,
  steps: readonly Step[],
  before: number,
  span: Span,
): Named {
  const address = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
  const declaration = module.configuration.resources.get(`${mode} ${type}.${name}`);
  const named = (value: Value, used: number): Named => ({ value, used: before + used, name: address });
  if (!declaration) {
    if (module.configuration.isComplete) throw new Fault(`${address} is not declared`);
    return named(reference(`${module.prefix}${address}`, { span, from: [] }), 0);
  }
  const repetition = repetitionOf(module, declaration, address);
  if (repetition.kind !== 'single' && !key) return named(collection(module, declaration, address, repetition), 0);
  const indexed = repetition.kind === 'single' ? 0 : 1;
  const instance = indexed === 0 ? repetition.instances[0] : find(repetition, key);
  if (instance?.condition) module.session.conditional += 1;
  if (!instance) return named(unknownInstance(module, address, key, repetition, span), 1);
  const next = steps[indexed];
  if (next?.kind !== 'get') return named(wholeInstance(module, declaration, address, instance), indexed);
  return named(attribute(module, declaration, address, instance, next.name), indexed + 1);
}

/** The instance of a key; the one that stands for all when the keys are not known. */
function find({ instances, rest }: Repetition, key: Value | undefined): Instance | undefined {
  if (key?.kind !== 'scalar') return undefined;
  const wanted = String(scalarOf(key));
  const found = instances.find((instance) => instance.key !== undefined && String(instance.key) === wanted);
  if (found) return found;
  const stands = rest && instances.find((instance) => instance.key === undefined);
  return stands && { ...stands, suffix: `[${JSON.stringify(scalarOf(key))}]` };
}

function unknownInstance(
  module: Module,
  address: string,
  key: Value | undefined,
  { rest }: Repetition,
  span: Span,
): Undetermined {
  if (key?.kind !== 'undetermined' && !rest) throw new Fault(`${address} has no instance of this key`);
  const step = key?.kind === 'scalar' ? JSON.stringify(key.value) : '?';
  if (key?.kind !== 'undetermined') return reference(`${module.prefix}${address}[${step}]`, { span, from: [] });
  return open(`${module.prefix}${address}[${key.expression}]`, span, [key]);
}

/** All instances: a list for `count`, an object for `for_each`. */
function collection(
  module: Module,
  declaration: ResourceDeclaration,
  address: string,
  { kind, instances, rest }: Repetition,
): Value {
  const origin = { span: headingOf(declaration), name: address, from: [] };
  const members = instances.map((instance) => ({
    instance,
    value: wholeInstance(module, declaration, address, instance),
  }));
  const openRest = rest && extend(reference(`${module.prefix}${address}`, origin), '[?]');
  if (kind === 'count') {
    const conditional = instances.some(({ condition }) => condition);
    if (conditional)
      return openCount(
        members.map(({ value }) => value),
        reference(`${module.prefix}${address}`, origin),
      );
    return list(
      members.map(({ value }) => value),
      origin,
      openRest,
    );
  }
  const certain = members.filter(({ instance }) => instance.key !== undefined && !instance.condition);
  const uncertain = members.some(({ instance }) => instance.condition);
  const entries: Entry[] = certain.map(({ instance, value }) => entryOf(String(instance.key), value));
  return mapping(
    entries,
    origin,
    uncertain ? extend(reference(`${module.prefix}${address}`, origin), '[?]') : openRest,
  );
}

/** It is a choice between no instance and those that there may be. */
function openCount(members: readonly Value[], whole: Undetermined): Undetermined {
  return { ...whole, candidates: [list([], whole.origin), list(members, whole.origin)] };
}

/** A resource as an object: what its configuration sets, and more that only the deployment knows. */
export function wholeInstance(
  module: Module,
  declaration: ResourceDeclaration,
  address: string,
  instance: Instance,
): Mapping {
  const origin = { span: headingOf(declaration), name: address, from: [] };
  const names = [...argumentsOf(declaration).map(({ name }) => name), ...blocksOf(declaration).keys()];
  const entries = names
    .filter((name) => !isMeta(name))
    .map((name) => entryOf(name, attribute(module, declaration, address, instance, name)));
  return mapping(entries, origin, reference(`${module.prefix}${address}${instance.suffix}`, origin));
}

function attribute(
  module: Module,
  declaration: ResourceDeclaration,
  address: string,
  instance: Instance,
  name: string,
): Value {
  const origin = { span: headingOf(declaration), name: address, from: [] };
  const computed = extend(reference(`${module.prefix}${address}${instance.suffix}`, origin), `.${name}`);
  const argument = isMeta(name) ? undefined : argumentOf(declaration, name);
  const key = `${address}${instance.suffix}.${name}`;
  if (argument) {
    const { file, expression } = argument;
    const value = remember(module, key, sourceOf(file, expression), spanOf(file, expression), () =>
      evaluateArgument(expression, scopeIn(module, file, instance.names), name),
    );
    // What is set to null is left to the provider.
    return isNull(value) ? computed : normalised(declaration.type, name, value);
  }
  const blocks = isMeta(name) ? undefined : blocksOf(declaration).get(name);
  if (!blocks) return computed;
  return remember(module, key, key, computed.origin.span, () =>
    opened(evaluateBlocks(name, blocks, scopeIn(module, declaration.block.body.file, instance.names)), computed),
  );
}

/** azurerm keeps regions as `westeurope`, however they are written (go-azure-helpers, `location.Normalize`). */
function normalised(type: string, name: string, value: Value): Value {
  if (name !== 'location' || !type.startsWith('azurerm_')) return value;
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return value;
  return scalar(value.value.toLowerCase().replaceAll(' ', ''), value.origin);
}

/** Blocks hold more than the configuration sets, too. */
function opened(value: Value, whole: Undetermined): Value {
  if (value.kind !== 'list') return value;
  // Where the configuration makes no block, the provider may all the same.
  if (value.items.length === 0 && !value.rest) return whole;
  const items = value.items.map((item, index) =>
    item.kind === 'map' ? mapping(item.entries.values(), item.origin, extend(whole, `[${String(index)}]`)) : item,
  );
  return list(items, value.origin, value.rest);
}

function headingOf({ block }: ResourceDeclaration): Span {
  return spanOf(block.body.file, { start: block.start, end: block.headingEnd });
}
