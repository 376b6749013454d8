import { isNull, list, mapping, type List, type Value } from '../../../syntax/value.js';
import { convert } from '../convert.js';
import { Fault } from '../fault.js';
import { asSet, unify, unifyEntries } from '../sets.js';
import type { Type } from '../types.js';
import { argument, given, structural, type Functions } from './definition.js';

export const conversionFunctions: Functions = {
  tobool: to({ kind: 'bool' }),
  tonumber: to({ kind: 'number' }),
  tostring: to({ kind: 'string' }),
  tolist: structural(([value]) => (isNull(given(value)) ? given(value) : sequence(value))),
  tomap: structural(([value]) => {
    const map = given(value);
    if (isNull(map)) return map;
    if (map.kind !== 'map') throw new Fault('a map or object is required');
    return mapping(unifyEntries([...map.entries.values()]), map.origin, map.rest);
  }),
  toset: structural(([value]) => (isNull(given(value)) ? given(value) : asSet(sequence(value)))),
  sensitive: (call) => argument(call.args, 0),
  nonsensitive: (call) => argument(call.args, 0),
  ephemeralasnull: (call) => argument(call.args, 0),
};

function to(type: Type): Functions[string] {
  return structural(([value]) => convert(given(value), type, () => given(value)));
}

function sequence(value: Value | undefined): List {
  if (value?.kind !== 'list') throw new Fault('a list or set is required');
  return list(unify(value.items), value.origin, value.rest);
}
