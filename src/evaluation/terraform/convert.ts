/** Converts values to types, as Terraform does with every value that a variable is given. */
import type { HclExpression } from '../../syntax/hcl/ast.js';
import type { Entry, List, Mapping, Scalar, Value } from '../../syntax/value.js';
import { isNull, list, mapping, scalar } from '../../syntax/value.js';
import { Fault } from './fault.js';
import { numberText, toBool, toNumber, toText } from './primitives.js';
import { extend } from './references.js';
import { asSet, unify, unifyEntries } from './sets.js';
import { anyType, type AttributeType, type Type } from './types.js';
import { carry, entryOf, nullAt } from './values.js';

/** Evaluates the default of an optional attribute, which can refer to nothing. */
export type Fallback = (expression: HclExpression) => Value;

/** @throws Fault when the value does not fit the type */
export function convert(value: Value, type: Type, fallback: Fallback): Value {
  if (value.kind === 'undetermined') {
    if (!value.candidates) return value;
    return { ...value, candidates: value.candidates.map((candidate) => convert(candidate, type, fallback)) };
  }
  if (type.kind === 'any' || isNull(value)) return value;
  switch (type.kind) {
    case 'string':
    case 'number':
    case 'bool':
      return convertScalar(value, type.kind);
    case 'tuple':
      return convertTuple(value, type.elements, fallback);
    case 'list':
    case 'set':
    case 'map':
      return type.kind === 'map' ? convertEntries(value, type.element, fallback) : convertList(value, type, fallback);
    case 'object':
      if (value.kind !== 'map') throw new Fault('an object is required');
      return convertObject(value, type.attributes, fallback);
  }
}

function convertScalar(value: Exclude<Value, { kind: 'undetermined' }>, kind: 'string' | 'number' | 'bool'): Scalar {
  if (value.kind !== 'scalar') throw new Fault(`a ${kind} is required`);
  const converted = primitive(value.value, kind);
  return converted === value.value ? value : scalar(converted, value.origin);
}

function primitive(value: Scalar['value'], kind: 'string' | 'number' | 'bool'): Scalar['value'] {
  switch (kind) {
    case 'string':
      return typeof value === 'number' ? numberText(value) : toText(value);
    case 'number':
      return toNumber(value);
    case 'bool':
      return toBool(value);
  }
}

function convertTuple(value: Value, types: readonly Type[], fallback: Fallback): List {
  if (value.kind !== 'list') throw new Fault('a tuple is required');
  const items = value.items.map((item, index) => convert(item, types[index] ?? anyType, fallback));
  return list(items, value.origin, value.rest);
}

function convertList(value: Value, type: { readonly kind: string; readonly element: Type }, fallback: Fallback): List {
  if (value.kind !== 'list') throw new Fault(`a ${type.kind} is required`);
  const items = unified(type.element, value.items).map((item) => convert(item, type.element, fallback));
  const converted = list(items, value.origin, value.rest);
  return type.kind === 'set' ? asSet(converted) : converted;
}

/** Also elements of `any` type have one type. */
function unified(element: Type, items: readonly Value[]): readonly Value[] {
  return element.kind === 'any' ? unify(items) : items;
}

function convertEntries(value: Value, element: Type, fallback: Fallback): Mapping {
  if (value.kind !== 'map') throw new Fault('a map is required');
  const entries: Entry[] = [];
  const given = [...value.entries.values()];
  for (const entry of element.kind === 'any' ? unifyEntries(given) : given) {
    entries.push({ ...entry, value: convert(entry.value, element, fallback) });
  }
  return mapping(entries, value.origin, value.rest);
}

/** Attributes that the type does not have are dropped: nothing that is misspelt has an effect. */
function convertObject(value: Mapping, attributes: ReadonlyMap<string, AttributeType>, fallback: Fallback): Mapping {
  const entries: Entry[] = [];
  for (const [name, attribute] of attributes) {
    const given = value.entries.get(name);
    if (given && !(isNull(given.value) && attribute.fallback)) {
      entries.push({ ...given, value: convert(given.value, attribute.type, fallback) });
    } else if (!given && value.rest) {
      entries.push(entryOf(name, extend(value.rest, `.${name}`)));
    } else {
      entries.push(entryOf(name, missing(value, name, attribute, fallback), value.origin.span));
    }
  }
  return mapping(entries, value.origin);
}

function missing(value: Mapping, name: string, attribute: AttributeType, fallback: Fallback): Value {
  if (attribute.fallback) return convert(fallback(attribute.fallback), attribute.type, fallback);
  if (!attribute.optional) throw new Fault(`the attribute "${name}" is required`);
  // It is the object that leaves the attribute out: that is the place to point at.
  return carry(nullAt(value.origin), { span: value.origin.span, from: [] });
}
