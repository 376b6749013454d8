/** Templates of an ApplicationSet: `{{name}}`, or with `goTemplate` `{{ .name }}` and a few of its functions. */
import { list, mapping, scalar, undetermined } from '../../../syntax/value.js';
import type { Entry, Value } from '../../../syntax/value.js';
import type { Parameters } from './parameters.js';
import { normalized, plainText } from './parameters.js';

/** A value with its templates filled in; what they can't be filled in with is open. */
export function filled(value: Value, parameters: Parameters, isGo: boolean): Value {
  switch (value.kind) {
    case 'undetermined':
      return value;
    case 'list': {
      const items = value.items.map((item) => filled(item, parameters, isGo));
      return items.every((item, index) => item === value.items[index]) ? value : list(items, value.origin, value.rest);
    }
    case 'map': {
      const entries = [...value.entries.values()].map((entry) => filledEntry(entry, parameters, isGo));
      const same = entries.every((entry) => value.entries.get(entry.key) === entry);
      return same ? value : mapping(entries, value.origin, value.rest);
    }
    case 'scalar':
      return typeof value.value === 'string' && value.value.includes('{{')
        ? filledText(value.value, value, parameters, isGo)
        : value;
  }
}

function filledEntry(entry: Entry, parameters: Parameters, isGo: boolean): Entry {
  const value = filled(entry.value, parameters, isGo);
  const name = entry.key.includes('{{') ? filledText(entry.key, entry.value, parameters, isGo) : undefined;
  const key = plainText(name) ?? entry.key;
  return value === entry.value && key === entry.key ? entry : { ...entry, key, value };
}

const action = /\{\{(-)?\s*((?:[^{}"`]|"(?:[^"\\\n]|\\.)*"|`[^`]*`)*?)\s*(-)?\}\}/g;
const control = /^(?:if|else|end|range|with|define|template|block|\$\w+\s*:?=)\b/;

function filledText(text: string, value: Value, parameters: Parameters, isGo: boolean): Value {
  const parts: (string | null)[] = [];
  const used: Value[] = [];
  let at = 0;
  let trimNext = false;
  for (const match of text.matchAll(action)) {
    const [whole, before, expression = '', after] = match;
    if (isGo && control.test(expression)) return open(text, parameters, value);
    const literal = text.slice(at, match.index);
    parts.push(isGo ? trimmed(literal, trimNext, before !== undefined) : literal);
    trimNext = after !== undefined;
    at = match.index + whole.length;
    const found = isGo ? goValue(expression, parameters) : parameters.known.get(expression.trim());
    if (found) used.push(found);
    const result = found && plainText(found);
    if (result !== undefined) parts.push(result);
    else if (!found && !parameters.others && !isGo) parts.push(whole);
    else parts.push(null);
  }
  parts.push(trimmed(text.slice(at), trimNext, false));
  const origin =
    used.length === 0
      ? value.origin
      : { span: value.origin.span, from: [value.origin, ...used.map((each) => each.origin)] };
  const kept = parts.filter((part) => part !== '');
  if (kept.includes(null)) return { ...open(text, parameters, value), parts: kept };
  return scalar(kept.join(''), origin);
}

function trimmed(text: string, start: boolean, end: boolean): string {
  const from = start ? text.trimStart() : text;
  return end ? from.trimEnd() : from;
}

function open(text: string, { others }: Parameters, value: Value): Extract<Value, { kind: 'undetermined' }> {
  const expression = text.slice(0, 200);
  return undetermined(expression, others?.waitsFor ?? [expression], value.origin);
}

const functions: ReadonlyMap<string, (text: string) => string> = new Map([
  ['lower', (text: string) => text.toLowerCase()],
  ['upper', (text: string) => text.toUpperCase()],
  ['trim', (text: string) => text.trim()],
  ['quote', (text: string) => JSON.stringify(text)],
  ['squote', (text: string) => `'${text}'`],
  ['toString', (text: string) => text],
  ['normalize', normalized],
]);

/** `.a.b`, `index .a 0`, `"text"`, piped through functions that are known. */
function goValue(expression: string, parameters: Parameters): Value | undefined {
  const [first = '', ...pipes] = expression.split(/\s*\|\s*/);
  let value = goOperand(first.trim(), parameters);
  for (const pipe of pipes) {
    const apply = functions.get(pipe.trim());
    const fallback = /^default\s+"([^"\\]*)"$/.exec(pipe.trim())?.[1];
    if (fallback !== undefined) {
      if (value?.kind === 'scalar' && (value.value === '' || value.value === null))
        value = { ...value, value: fallback };
      if (!value) return undefined;
      continue;
    }
    const text = plainText(value);
    if (!apply || text === undefined || value?.kind !== 'scalar') return undefined;
    value = { ...value, value: apply(text) };
  }
  return value;
}

function goOperand(text: string, { known }: Parameters): Value | undefined {
  const [, field] = /^\.([\w.-]+)$/.exec(text) ?? [];
  if (field !== undefined) return known.get(field);
  const [, list, place] = /^index\s+\.([\w.-]+)\s+(\d+)$/.exec(text) ?? [];
  if (list !== undefined && place !== undefined) return known.get(`${list}[${place}]`);
  const [, map, key] = /^index\s+\.([\w.-]+)\s+"([^"\\]+)"$/.exec(text) ?? [];
  if (map !== undefined && key !== undefined) return known.get(`${map}.${key}`);
  const [, name, argument] = /^(\w+)\s+(\.[\w.-]+)$/.exec(text) ?? [];
  const apply = name === undefined ? undefined : functions.get(name);
  const value = argument === undefined ? undefined : known.get(argument.slice(1));
  const result = plainText(value);
  return apply && value?.kind === 'scalar' && result !== undefined ? { ...value, value: apply(result) } : undefined;
}
