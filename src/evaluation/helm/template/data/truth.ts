/** Truth and emptiness, which are the same in templates and in `default`. */
import type { Data } from './data.js';
import { hasHoles } from './holes.js';

const HOLES = /\uE000\d+\uE001\uE002?/g;

/** Whether a value counts as true; `undefined` when that is not decided. */
export function truth(data: Data): boolean | undefined {
  switch (data.kind) {
    case 'nil':
      return false;
    case 'bool':
      return data.value;
    case 'int':
    case 'int64':
    case 'float64':
      return data.value !== 0;
    case 'string':
      if (!hasHoles(data.value)) return data.value !== '';
      return data.value.replace(HOLES, '') === '' ? undefined : true;
    case 'list':
      return data.items.length > 0 ? true : data.rest ? undefined : false;
    case 'dict':
      return data.entries.size > 0 ? true : data.rest ? undefined : false;
    case 'object':
      return data.elements ? data.elements().length > 0 : true;
    case 'open': {
      if (data.truth !== undefined || !data.options) return data.truth;
      const [first, ...others] = data.options.map(truth);
      return others.every((other) => other === first) ? first : undefined;
    }
  }
}
