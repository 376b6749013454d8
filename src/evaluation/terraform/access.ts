/** Attributes and elements of values. */
import { isNull, type List, type Mapping, type Undetermined, type Value } from '../../syntax/value.js';
import { Fault } from './fault.js';
import { attemptAll, choice } from './lift.js';
import { toNumber, toText } from './primitives.js';
import { scalarOf } from './operators.js';
import { extend } from './references.js';
import { carry, computed, open } from './values.js';
import type { Span } from '../../syntax/source.js';

/** @throws Fault when a value certainly has no such attribute */
export function attributeOf(value: Value, name: string): Value {
  switch (value.kind) {
    case 'undetermined':
      return ofCandidates(value, `.${name}`, (candidate) => attributeOf(candidate, name));
    case 'map':
      return entryOf(value, name, `.${name}`);
    case 'list':
      // What Terraform 0.11 wrote: the attribute of the only element.
      throw new Fault(`a list has no attribute "${name}"`);
    case 'scalar':
      throw new Fault(isNull(value) ? `a null value has no attribute "${name}"` : `there is no attribute "${name}"`);
  }
}

/** @throws Fault when a value certainly has no such element */
export function elementOf(value: Value, key: Value, span: Span): Value {
  if (key.kind === 'undetermined') {
    return open(`${expressionOf(value)}[${key.expression}]`, span, [value, key]);
  }
  const index = scalarOf(key);
  const step = `[${typeof index === 'number' ? String(index) : JSON.stringify(index)}]`;
  switch (value.kind) {
    case 'undetermined':
      return ofCandidates(value, step, (candidate) => elementOf(candidate, key, span));
    case 'map':
      return entryOf(value, toText(index), step);
    case 'list':
      return itemOf(value, toNumber(index), step, span);
    case 'scalar':
      throw new Fault(isNull(value) ? 'a null value has no elements' : 'a string, number or bool has no elements');
  }
}

function entryOf(value: Mapping, name: string, step: string): Value {
  const entry = value.entries.get(name);
  if (entry) return carry(entry.value, value.origin);
  if (value.rest) return extend(value.rest, step, value.origin);
  throw new Fault(`there is no attribute "${name}"`);
}

/** Where further items are, is not known: an index may mean any of them. */
function itemOf(value: List, index: number, step: string, span: Span): Value {
  if (value.rest) return { ...extend(value.rest, step), origin: computed(span, [value, value.rest]) };
  const item = value.items[index];
  if (!item)
    throw new Fault(`the index ${String(index)} is out of range: there are ${String(value.items.length)} elements`);
  return carry(item, value.origin);
}

function ofCandidates(value: Undetermined, step: string, access: (candidate: Value) => Value): Value {
  const extended = extend(value, step);
  if (!value.candidates) return extended;
  const found = attemptAll(value.candidates, access);
  // None has it: then nothing that is known here can be deployed.
  if (found.length === 0) return extended;
  return choice(found, extended.expression, value.origin.span, [value]);
}

function expressionOf(value: Value): string {
  return value.kind === 'undetermined' ? value.expression : '…';
}
