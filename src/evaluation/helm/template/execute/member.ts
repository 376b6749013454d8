/** Fields: `.Values.a`. */
import { undetermined } from '../../../../syntax/value.js';
import type { Undetermined } from '../../../../syntax/value.js';
import type { Data, Member } from '../data/data.js';
import { NIL, held, open } from '../data/data.js';
import { fault } from './fault.js';

/** @throws TemplateFault where Go can't evaluate the field */
export function memberOf(data: Data, name: string): Member {
  switch (data.kind) {
    case 'dict': {
      const found = data.entries.get(name);
      if (found) return { kind: 'value', value: held(found.value) };
      return { kind: 'value', value: data.rest ? open(partOf(data.rest, name)) : held(NIL) };
    }
    case 'object':
      return data.member(name) ?? fault(`can't evaluate field ${name} in type ${data.type}`);
    case 'open': {
      const options = data.options?.flatMap((option) =>
        option.kind === 'dict' && !option.rest ? [option.entries.get(name)?.value ?? NIL] : [],
      );
      const complete = options?.length === data.options?.length ? options : undefined;
      return { kind: 'value', value: open(partOf(data.value, name), complete) };
    }
    case 'nil':
      return data.held ? fault(`nil pointer evaluating interface {}.${name}`) : { kind: 'value', value: NIL };
    case 'bool':
    case 'int':
    case 'int64':
    case 'float64':
    case 'string':
    case 'list':
      return fault(`can't evaluate field ${name} in type interface {}`);
  }
}

function partOf(whole: Undetermined, name: string): Undetermined {
  return undetermined(`${whole.expression}.${name}`, whole.waitsFor, whole.origin);
}
