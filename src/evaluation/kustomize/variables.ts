/** `vars`, which kustomize gave up for `replacements`: what `$(NAME)` becomes is left open. */
import type { Value } from '../../syntax/value.js';
import { undetermined } from '../../syntax/value.js';
import type { BuiltObject } from './build.js';
import { withEntries, withItems } from './edit.js';
import type { Session } from './session.js';

export function withVariables(objects: readonly BuiltObject[], { variables }: Session): readonly BuiltObject[] {
  if (variables.size === 0) return objects;
  return objects.map((object) => {
    const value = opened(object.value, variables);
    return value.kind === 'map' ? { ...object, value } : object;
  });
}

function opened(value: Value, variables: ReadonlySet<string>): Value {
  switch (value.kind) {
    case 'undetermined':
      return value;
    case 'scalar': {
      if (typeof value.value !== 'string' || !value.value.includes('$(')) return value;
      const pieces = value.value.split(/\$\(([\w.-]+)\)/);
      const names = pieces.filter((piece, at) => at % 2 === 1 && variables.has(piece));
      if (names.length === 0) return value;
      const parts: (string | null)[] = pieces.map((piece, at) => {
        if (at % 2 === 0) return piece;
        return variables.has(piece) ? null : `$(${piece})`;
      });
      const waits = names.map((name) => `var ${name}`);
      return undetermined(
        value.value,
        waits,
        value.origin,
        undefined,
        parts.filter((part) => part !== ''),
      );
    }
    case 'list': {
      const items = value.items.map((item) => opened(item, variables));
      return items.every((item, at) => item === value.items[at]) ? value : withItems(value, items);
    }
    case 'map': {
      const changed = [...value.entries.values()].flatMap((entry) => {
        const inner = opened(entry.value, variables);
        return inner === entry.value ? [] : [{ ...entry, value: inner }];
      });
      return withEntries(value, changed);
    }
  }
}
