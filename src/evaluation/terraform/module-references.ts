/** References to the outputs of modules. */
import type { Span } from '../../syntax/source.js';
import { list, mapping, type Value } from '../../syntax/value.js';
import { Fault } from './fault.js';
import { outputValue, type Module } from './module.js';
import { callsOf, type ModuleInstance } from './module-calls.js';
import type { Named } from './names.js';
import { scalarOf } from './operators.js';
import { extend, reference } from './references.js';
import type { Step } from './traversals.js';
import { entryOf, open, spanOf } from './values.js';

/**
 * @param key of the instance, when one is asked for
 * @param steps behind `module`, the name of the call first
 */
export function moduleValue(
  module: Module,
  name: string,
  key: Value | undefined,
  steps: readonly Step[],
  span: Span,
): Named {
  const called = callsOf(module, name);
  const whole = reference(`${module.prefix}module.${name}`, { span, name: `module.${name}`, from: [] });
  if (!called) {
    if (module.configuration.isComplete) throw new Fault(`module.${name} is not declared`);
    return { value: whole, used: 1, name: `module.${name}` };
  }
  const { repetition, instances } = called;
  if (repetition.kind !== 'single' && !key)
    return { value: collection(called, whole), used: 1, name: `module.${name}` };
  const indexed = repetition.kind === 'single' ? 0 : 1;
  const instance = indexed === 0 ? instances[0] : find(instances, key);
  if (instance?.instance.condition) module.session.conditional += 1;
  if (!instance) return { value: missing(whole, key, called, span), used: 2, name: `module.${name}` };
  const next = steps[1 + indexed];
  if (next?.kind !== 'get') return { value: outputs(instance), used: 1 + indexed, name: `module.${name}` };
  return { value: output(instance, next.name), used: 2 + indexed, name: `module.${name}.${next.name}` };
}

type Called = NonNullable<ReturnType<typeof callsOf>>;

function find(instances: readonly ModuleInstance[], key: Value | undefined): ModuleInstance | undefined {
  if (key?.kind !== 'scalar') return undefined;
  const wanted = String(scalarOf(key));
  return (
    instances.find(({ instance }) => instance.key !== undefined && String(instance.key) === wanted) ??
    instances.find(({ instance }) => instance.key === undefined)
  );
}

function missing(
  whole: ReturnType<typeof reference>,
  key: Value | undefined,
  { repetition }: Called,
  span: Span,
): Value {
  if (key?.kind === 'undetermined') return open(`${whole.expression}[${key.expression}]`, span, [key]);
  if (!repetition.rest) throw new Fault(`${whole.expression} has no instance of this key`);
  return extend(whole, '[?]');
}

function output({ address, declaration, child }: ModuleInstance, name: string): Value {
  const { file } = declaration.block.body;
  const heading = spanOf(file, { start: declaration.block.start, end: declaration.block.headingEnd });
  const known = child && outputValue(child, name);
  if (!known && child?.configuration.isComplete) throw new Fault(`${address} has no output "${name}"`);
  return known ?? extend(reference(address, { span: heading, name: address, from: [] }), `.${name}`);
}

/** A module as an object of its outputs. */
function outputs(instance: ModuleInstance): Value {
  const { address, declaration, child } = instance;
  const { file } = declaration.block.body;
  const heading = spanOf(file, { start: declaration.block.start, end: declaration.block.headingEnd });
  const origin = { span: heading, name: address, from: [] };
  if (!child) return reference(address, origin);
  const entries = [...child.configuration.outputs.keys()].map((name) => entryOf(name, output(instance, name)));
  return mapping(entries, origin, child.configuration.isComplete ? undefined : reference(address, origin));
}

function collection({ repetition, instances }: Called, whole: ReturnType<typeof reference>): Value {
  const isOpen = repetition.rest ?? instances.some(({ instance }) => instance.condition);
  if (repetition.kind === 'count') {
    const items = instances.map(outputs);
    return isOpen
      ? { ...whole, candidates: [list([], whole.origin), list(items, whole.origin)] }
      : list(items, whole.origin);
  }
  const certain = instances.filter(({ instance }) => instance.key !== undefined && !instance.condition);
  const entries = certain.map((one) => entryOf(String(one.instance.key), outputs(one)));
  return mapping(entries, whole.origin, isOpen ? extend(whole, '[?]') : undefined);
}
