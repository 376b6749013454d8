/** `count` and `for_each`: which instances of a block there are. */
import { isNull, literal, scalar, undetermined, type Undetermined, type Value } from '../../syntax/value.js';
import { elementsOf } from './elements.js';
import { evaluate } from './expressions.js';
import { Fault } from './fault.js';
import { argumentOf, type Argument, type Layered } from './layers.js';
import { decidedCandidates } from './lift.js';
import { guarded, scopeIn, type Module } from './module.js';
import { record } from './names.js';
import { scalarOf } from './operators.js';
import { toNumber, toText } from './primitives.js';
import type { Names } from './scope.js';
import { complain } from './session.js';
import { sourceOf, spanOf } from './values.js';

/** More instances of one block than anybody deploys. */
const MAX_INSTANCES = 1000;

export interface Instance {
  /** What the address ends with: empty, `[0]` or `["a"]`. */
  readonly suffix: string;
  /** The key or index; `undefined` for the only instance of a block, and for one that stands for all that are open. */
  readonly key: string | number | undefined;
  /** `each` or `count`. */
  readonly names: Names | undefined;
  /** What decides whether the instance is there, when the text does not. */
  readonly condition: Value | undefined;
}

export interface Repetition {
  readonly kind: 'single' | 'count' | 'for_each';
  readonly instances: readonly Instance[];
  /** Present when there may be other instances than those. */
  readonly rest: Undetermined | undefined;
}

/**
 * The instances of a resource, data source or module call, found once.
 * @throws Fault when they are needed to find themselves
 */
export function repetitionOf(module: Module, declaration: Layered, address: string): Repetition {
  const known = module.repetitions.get(address);
  if (known === null) throw new Fault(`${address} refers to itself`);
  if (known) return known;
  module.repetitions.set(address, null);
  const repetition = find(module, declaration, address);
  module.repetitions.set(address, repetition);
  return repetition;
}

function find(module: Module, declaration: Layered, address: string): Repetition {
  const count = argumentOf(declaration, 'count');
  const forEach = argumentOf(declaration, 'for_each');
  if (count) return counted(module, count, evaluateMeta(module, count, address));
  if (forEach) return mapped(module, forEach, evaluateMeta(module, forEach, address));
  return { kind: 'single', instances: [only], rest: undefined };
}

const only: Instance = { suffix: '', key: undefined, names: undefined, condition: undefined };

function evaluateMeta(module: Module, { name, expression, file }: Argument, address: string): Value {
  const span = spanOf(file, expression);
  return guarded(module.session, `${name} of ${module.prefix}${address}`, sourceOf(file, expression), span, () =>
    evaluate(expression, scopeIn(module, file)),
  );
}

function counted(module: Module, argument: Argument, value: Value): Repetition {
  const span = spanOf(argument.file, argument.expression);
  const instance = (index: number, condition?: Value): Instance => ({
    suffix: `[${String(index)}]`,
    key: index,
    names: { name: 'count', value: record({ index: scalar(index, literal(span)) }, span), outer: undefined },
    condition,
  });
  if (value.kind !== 'undetermined') {
    const wanted = countOf(module, value, argument);
    return { kind: 'count', instances: Array.from({ length: wanted }, (_, index) => instance(index)), rest: undefined };
  }
  // The smallest and the largest number that can be chosen; one instance stands for a number that is not known at all.
  const choices = decidedCandidates(value)?.map((candidate) => countOf(module, candidate, argument)) ?? [0, 1];
  const least = Math.min(...choices);
  const most = Math.max(...choices);
  const instances = Array.from({ length: most }, (_, index) => instance(index, index < least ? undefined : value));
  return { kind: 'count', instances, rest: value.candidates ? undefined : value };
}

function countOf(module: Module, value: Value, argument: Argument): number {
  let wanted = 0;
  try {
    wanted = isNull(value) ? 0 : Math.trunc(toNumber(scalarOf(value)));
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
  }
  return bounded(module, wanted, argument);
}

function bounded(module: Module, wanted: number, { name, file, expression }: Argument): number {
  if (wanted <= MAX_INSTANCES) return Math.max(0, wanted);
  const message = `"${name}" makes ${String(wanted)} instances: only the first ${String(MAX_INSTANCES)} are evaluated`;
  complain(module.session, spanOf(file, expression), message);
  return MAX_INSTANCES;
}

function mapped(module: Module, argument: Argument, value: Value): Repetition {
  if (value.kind !== 'undetermined') return overElements(module, argument, value, undefined);
  const choices = decidedCandidates(value) ?? [];
  const instances = new Map<string, Instance>();
  for (const choice of choices) {
    for (const instance of overElements(module, argument, choice, value).instances) {
      if (!instances.has(instance.suffix)) instances.set(instance.suffix, instance);
    }
  }
  const open = choices.length > 0 ? undefined : value;
  return { kind: 'for_each', instances: open ? [openInstance(argument, open)] : [...instances.values()], rest: open };
}

/** A list is no `for_each`, but what it would mean is clear: its strings are the keys, as those of a set. */
function overElements(module: Module, argument: Argument, value: Value, condition: Value | undefined): Repetition {
  const span = spanOf(argument.file, argument.expression);
  const { elements, rest } = value.kind === 'scalar' ? { elements: [], rest: undefined } : elementsOf(value);
  const instances: Instance[] = [];
  for (const element of elements.slice(0, bounded(module, elements.length, argument))) {
    const key = value.kind === 'list' ? element.value : element.key;
    if (key.kind !== 'scalar' || key.value === null) {
      instances.push(openInstance(argument, key.kind === 'undetermined' ? key : undefined));
      continue;
    }
    const name = toText(key.value);
    instances.push({
      suffix: `[${JSON.stringify(name)}]`,
      key: name,
      names: { name: 'each', value: record({ key, value: element.value }, span), outer: undefined },
      condition,
    });
  }
  if (rest) instances.push(openInstance(argument, rest));
  return { kind: 'for_each', instances, rest };
}

/** Stands for all instances whose keys are not known. */
function openInstance({ file, expression }: Argument, cause: Undetermined | undefined): Instance {
  const span = spanOf(file, expression);
  const waits = cause?.waitsFor ?? [];
  const part = (name: string): Undetermined =>
    undetermined(`each.${name}`, waits, { span, from: cause ? [cause.origin] : [] });
  return {
    suffix: '',
    key: undefined,
    names: { name: 'each', value: record({ key: part('key'), value: part('value') }, span), outer: undefined },
    condition: cause ?? part('key'),
  };
}
