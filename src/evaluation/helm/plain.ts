/** Values as the plain data that a tool reads. */
import type { Plain } from '../../syntax/edit.js';
import type { Value } from '../../syntax/value.js';

/** @returns undefined when any part is undetermined */
export function plainOf(value: Value): Plain | undefined {
  switch (value.kind) {
    case 'undetermined':
      return undefined;
    case 'scalar':
      return value.value;
    case 'list': {
      const items = value.items.map(plainOf);
      return value.rest || items.includes(undefined)
        ? undefined
        : items.flatMap((item) => (item === undefined ? [] : [item]));
    }
    case 'map': {
      if (value.rest) return undefined;
      const entries: [string, Plain][] = [];
      for (const [key, entry] of value.entries) {
        const plain = plainOf(entry.value);
        if (plain === undefined) return undefined;
        entries.push([key, plain]);
      }
      return Object.fromEntries(entries);
    }
  }
}
