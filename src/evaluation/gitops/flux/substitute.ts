/**
 * `postBuild` of a Flux Kustomization: `${var}` in the built objects, as the shell expands it (fluxcd/pkg/envsubst). The result is
 * read as YAML again, so that a text may become a boolean or a number.
 */
import { list, mapping, scalar, undetermined } from '../../../syntax/value.js';
import type { Mapping, Value } from '../../../syntax/value.js';
import { resolvePlain } from '../../../syntax/yaml/scalar.js';
import { textAt } from '../read.js';

export interface Variables {
  readonly known: ReadonlyMap<string, Value>;
  /** Present when further variables may be set: those of a Secret. */
  readonly others?: Value;
}

const disabled = 'kustomize.toolkit.fluxcd.io/substitute';
const variable = /\$\$|\$\{([A-Za-z_]\w*)(?:(:?[-=+])([^{}]*))?\}/g;

export function substituted(object: Mapping, variables: Variables): Mapping {
  const exempt = ['labels', 'annotations'].some((key) => textAt(object, 'metadata', key, disabled) === 'disabled');
  if (exempt) return object;
  const result = replaced(object, variables);
  return result.kind === 'map' ? result : object;
}

function replaced(value: Value, variables: Variables): Value {
  switch (value.kind) {
    case 'undetermined':
      return value;
    case 'list': {
      const items = value.items.map((item) => replaced(item, variables));
      return items.every((item, index) => item === value.items[index]) ? value : list(items, value.origin, value.rest);
    }
    case 'map': {
      const entries = [...value.entries.values()].map((entry) => {
        const inner = replaced(entry.value, variables);
        const key = entry.key.includes('$') ? keyText(entry.key, variables) : entry.key;
        return inner === entry.value && key === entry.key ? entry : { ...entry, key, value: inner };
      });
      const same = entries.every((entry) => value.entries.get(entry.key) === entry);
      return same ? value : mapping(entries, value.origin, value.rest);
    }
    case 'scalar':
      return typeof value.value === 'string' && value.value.includes('$')
        ? expandedText(value.value, value, variables)
        : value;
  }
}

function keyText(key: string, variables: Variables): string {
  const { parts } = partsOf(key, variables);
  return parts.every((part) => part !== null) ? parts.join('') : key;
}

function expandedText(text: string, value: Value, variables: Variables): Value {
  const { parts, used, waits } = partsOf(text, variables);
  const origin =
    used.length === 0
      ? value.origin
      : { span: value.origin.span, from: [value.origin, ...used.map((each) => each.origin)] };
  if (parts.some((part) => part === null)) return undetermined(text.slice(0, 200), waits, origin, undefined, parts);
  const result = parts.join('');
  if (result === text) return value;
  return scalar(readAgain(text, result), origin);
}

/** What the text reads as when it is written without quotes, which is how the built objects are written where that is possible. */
function readAgain(before: string, after: string): string | number | boolean | null {
  if (/[\n#]|: |^[\s&*!|>%@`{["'?-]|\s$/.test(before)) return after;
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(after)?.[1] ?? /^'([^']*)'$/.exec(after)?.[1];
  return quoted ?? resolvePlain(after);
}

interface Parts {
  readonly parts: readonly (string | null)[];
  readonly used: readonly Value[];
  readonly waits: readonly string[];
}

function partsOf(text: string, variables: Variables): Parts {
  const parts: (string | null)[] = [];
  const used: Value[] = [];
  const waits = new Set<string>();
  let at = 0;
  for (const match of text.matchAll(variable)) {
    const [whole, name, operator = '', fallback = ''] = match;
    parts.push(text.slice(at, match.index));
    at = match.index + whole.length;
    if (name === undefined) {
      parts.push('$');
      continue;
    }
    const found = variables.known.get(name);
    if (found) used.push(found);
    const known = found?.kind === 'scalar' ? String(found.value ?? '') : undefined;
    const open = found ? found.kind !== 'scalar' : variables.others !== undefined;
    if (open) {
      parts.push(null);
      for (const wait of waitsOf(found ?? variables.others, name)) waits.add(wait);
    } else parts.push(chosen(known, operator, fallback));
  }
  parts.push(text.slice(at));
  return { parts: parts.filter((part) => part !== ''), used, waits: [...waits] };
}

function chosen(known: string | undefined, operator: string, fallback: string): string {
  const counts = operator.startsWith(':') ? known !== undefined && known !== '' : known !== undefined;
  if (operator.endsWith('+')) return counts ? fallback : '';
  return counts || operator === '' ? (known ?? '') : fallback;
}

function waitsOf(value: Value | undefined, name: string): readonly string[] {
  return value?.kind === 'undetermined' && value.waitsFor.length > 0 ? value.waitsFor : [`\${${name}}`];
}
