/**
 * Parameter files are often templates themselves: `${NAME}` and `${NAME=default}` of the Azure Developer CLI, `#{NAME}#` of
 * Azure Pipelines, `{{ … }}` of template engines. What stands there is filled in before the deployment, so it is not known.
 */
import type { Origin, Value } from '../../syntax/value.js';
import { list, mapping, undetermined } from '../../syntax/value.js';
import { fromText } from './partial.js';
import type { Part } from './partial.js';

const token = /\$\{[\w.]+(?:=[^}]*)?\}|#\{[^{}]+\}#|\{\{[^{}]+\}\}/g;

/** The value with its tokens left open. */
export function withTokens(value: Value): Value {
  switch (value.kind) {
    case 'scalar':
      return typeof value.value === 'string' && value.value.search(token) >= 0
        ? split(value.value, value.origin)
        : value;
    case 'list':
      return list(value.items.map(withTokens), value.origin, value.rest);
    case 'map': {
      const entries = [...value.entries.values()].map((entry) => ({ ...entry, value: withTokens(entry.value) }));
      return mapping(entries, value.origin, value.rest);
    }
    case 'undetermined':
      return value;
  }
}

function split(text: string, origin: Origin): Value {
  const parts: Part[] = [];
  let at = 0;
  for (const match of text.matchAll(token)) {
    parts.push(text.slice(at, match.index), undetermined(match[0], [match[0]], origin));
    at = match.index + match[0].length;
  }
  parts.push(text.slice(at));
  return fromText(parts, origin);
}
