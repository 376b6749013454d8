/** The elements of a collection, in the order in which Terraform visits them. */
import { isNull, scalar, type Undetermined, type Value } from '../../syntax/value.js';
import { Fault } from './fault.js';
import { compareText } from './sets.js';
import { carry } from './values.js';

export interface Element {
  /** The index or the key. */
  readonly key: Value;
  readonly value: Value;
}

export interface Elements {
  readonly elements: readonly Element[];
  /** Present when there may be more, or when nothing is known of the collection. */
  readonly rest: Undetermined | undefined;
}

/** @throws Fault for what is no collection */
export function elementsOf(value: Value): Elements {
  switch (value.kind) {
    case 'undetermined':
      return { elements: [], rest: value };
    case 'list': {
      const elements = value.items.map((item, index) => ({
        key: scalar(index, value.origin),
        value: carry(item, value.origin),
      }));
      return { elements, rest: value.rest };
    }
    case 'map': {
      const keys = [...value.entries.keys()].sort(compareText);
      const elements = keys.flatMap((key) => {
        const entry = value.entries.get(key);
        if (!entry) return [];
        const keyOrigin = { span: entry.keySpan, from: [] };
        return [{ key: scalar(key, keyOrigin), value: carry(entry.value, value.origin) }];
      });
      return { elements, rest: value.rest };
    }
    case 'scalar':
      throw new Fault(isNull(value) ? 'a null value is no collection' : 'a list, set, map or object is required');
  }
}
