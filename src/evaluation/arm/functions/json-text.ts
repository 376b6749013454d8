import type { Value } from '../../../syntax/value.js';
import type { Call } from './function.js';

/** A value as compact JSON; nothing when a part of it is open or it is too large. */
export function jsonText(value: Value, call: Call, depth = 0): string | undefined {
  if (depth > 100 || !call.session.spend(1, call.span)) return undefined;
  switch (value.kind) {
    case 'undetermined':
      return undefined;
    case 'scalar':
      return JSON.stringify(value.value);
    case 'list': {
      const items = value.rest ? [undefined] : value.items.map((item) => jsonText(item, call, depth + 1));
      return items.every((item) => item !== undefined) ? `[${items.join(',')}]` : undefined;
    }
    case 'map': {
      const fields = [...value.entries.values()].map((entry) => {
        const text = jsonText(entry.value, call, depth + 1);
        return text === undefined ? undefined : `${JSON.stringify(entry.key)}:${text}`;
      });
      return !value.rest && fields.every((field) => field !== undefined) ? `{${fields.join(',')}}` : undefined;
    }
  }
}
