import type { Value } from '../../../src/syntax/value.js';

/** A value as plain data; what is open as `?`, with `…` for keys that may be there as well. */
export function plain(value: Value): unknown {
  switch (value.kind) {
    case 'scalar':
      return value.value;
    case 'list':
      return [...value.items.map(plain), ...(value.rest ? ['…'] : [])];
    case 'map':
      return Object.fromEntries([
        ...[...value.entries].map(([key, entry]) => [key, plain(entry.value)] as const),
        ...(value.rest ? [['…', '?'] as const] : []),
      ]);
    case 'undetermined':
      return '?';
  }
}
