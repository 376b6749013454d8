/** Expressions of helmfile templates that an environment decides: its name and its values, compared or taken as they are. */
import { lookup, scalar } from '../../../syntax/value.js';
import type { Origin, Value } from '../../../syntax/value.js';

export interface Environment {
  readonly name: string;
  /** `.Values`, also called `.StateValues` and `.Environment.Values`. */
  readonly values: Value;
}

const word = String.raw`(?:"[^"]*"|\x60[^\x60]*\x60|[^\s|()"\x60]+)`;
const filters = new RegExp(String.raw`^\s*(${word})\s*((?:\|\s*(?:quote|toString|squote|default\s+${word})\s*)*)$`);

/** @param text what stands between the braces; undefined when the environment does not decide it */
export function valueOf(text: string, environment: Environment, origin: Origin): Value | undefined {
  const [, first = '', rest = ''] = filters.exec(text) ?? [];
  const fallback = new RegExp(String.raw`default\s+(${word})`).exec(rest)?.[1];
  const found = first === '' ? undefined : operand(first, environment, origin);
  if (found || fallback === undefined || !isOfValues(first)) return found;
  return environment.values.kind === 'map' && !environment.values.rest
    ? operand(fallback, environment, origin)
    : undefined;
}

/** Whether a condition holds: a value, `not`, or `eq` and `ne` of two. */
export function holds(text: string, environment: Environment, origin: Origin): boolean | undefined {
  const [, verb, one = '', other = ''] =
    new RegExp(String.raw`^\s*(eq|ne)\s+\(?\s*(${word})\s*\)?\s+(${word})\s*$`).exec(text) ?? [];
  if (verb !== undefined) {
    const [left, right] = [one, other].map((each) => plainOf(operand(each, environment, origin)));
    if (left === undefined || right === undefined) return undefined;
    return (left === right) === (verb === 'eq');
  }
  const inner = /^\s*not\s+\(?([^()]*)\)?\s*$/.exec(text)?.[1];
  if (inner !== undefined) {
    const truth = holds(inner, environment, origin);
    return truth === undefined ? undefined : !truth;
  }
  const value = valueOf(text, environment, origin);
  if (value?.kind !== 'scalar') return undefined;
  return value.value !== null && value.value !== false && value.value !== 0 && value.value !== '';
}

function plainOf(value: Value | undefined): string | undefined {
  return value?.kind === 'scalar' ? String(value.value) : undefined;
}

function operand(text: string, { name, values }: Environment, origin: Origin): Value | undefined {
  const literal = /^["\x60](.*)["\x60]$/.exec(text)?.[1];
  if (literal !== undefined) return scalar(literal, origin);
  if (/^(?:true|false)$/.test(text)) return scalar(text === 'true', origin);
  if (/^-?\d+$/.test(text)) return scalar(Number(text), origin);
  if (text === '.Environment.Name') return scalar(name, origin);
  const path = pathIn(text);
  const found = path && lookup(values, path);
  if (!found || (found.kind === 'scalar' && found.value === null)) return undefined;
  return found.kind === 'undetermined' ? undefined : found;
}

const ofValues = /^\$?\.(?:Environment\.Values|StateValues|Values)\.([\w-]+(?:\.[\w-]+)*)$/;

function pathIn(text: string): readonly string[] | undefined {
  return ofValues.exec(text)?.[1]?.split('.');
}

function isOfValues(text: string): boolean {
  return ofValues.test(text);
}
