/** Members and elements of values, as both languages read them: names of properties are not case-sensitive. */
import type { Span } from '../../syntax/source.js';
import { entry, isNull, scalar, through, undetermined } from '../../syntax/value.js';
import type { Mapping, Undetermined, Value } from '../../syntax/value.js';
import { oneOf } from './choice.js';
import { computed, render, waiting } from './inspect.js';
import { isRuntime, plainText, runtimePart } from './partial.js';
import { excerpt } from './session.js';

/** How a missing member is answered: an error that leaves it open, or null (`.?`, `tryGet`). */
export type Missing = 'error' | 'null';

/** The member of a value under a name. */
export function property(target: Value, name: string, span: Span, missing: Missing = 'error'): Value {
  switch (target.kind) {
    case 'undetermined':
      return openMember(target, `.${name}`, span, (candidate) => property(candidate, name, span, missing), missing);
    case 'map': {
      const found = entry(target, name, true);
      if (found) return arrive(stillRuntime(found.value, target.rest, name), target, span);
      return target.rest ? beyond(target.rest, `.${name}`, span) : absent(target, `.${name}`, span, missing);
    }
    case 'list':
    case 'scalar':
      return absent(target, `.${name}`, span, missing);
  }
}

/** The element of a value: by number of a list, by name of a mapping. `fromEnd` counts from 1, the last. */
export function element(target: Value, index: Value, span: Span, missing: Missing = 'error', fromEnd = false): Value {
  if (index.kind === 'undetermined') return openIndex(target, index, span, missing, fromEnd);
  if (index.kind === 'scalar' && typeof index.value === 'string') return property(target, index.value, span, missing);
  const number = index.kind === 'scalar' ? Number(index.value) : NaN;
  const label = `[${fromEnd ? '^' : ''}${render(index)}]`;
  if (target.kind === 'undetermined') {
    return openMember(target, label, span, (each) => element(each, index, span, missing, fromEnd), missing);
  }
  if (target.kind === 'map' && index.kind === 'scalar') return property(target, plainText(index), span, missing);
  if (target.kind !== 'list' || !Number.isInteger(number)) return absent(target, label, span, missing);
  if (target.rest) return beyond(target.rest, label, span);
  const item = target.items[fromEnd ? target.items.length - number : number];
  return item ? arrive(item, target, span) : absent(target, label, span, missing);
}

/** An object of the run time of which some members are known from the text: everything else waits for itself. */
export function runtimeObject(known: Mapping, expression: string): Mapping {
  return { ...known, rest: runtimePart(expression, known.origin) };
}

/** A mapping inside a run-time object has members of the run time, too. */
function stillRuntime(value: Value, rest: Undetermined | undefined, name: string): Value {
  if (value.kind !== 'map' || value.rest || !rest || !isRuntime(rest)) return value;
  return runtimeObject(value, `${rest.expression}.${name}`);
}

export function arrive(value: Value, container: Value, span: Span): Value {
  const reached = through(value, span);
  const from = [...reached.origin.from, ...(container.origin.from.length > 0 ? [container.origin] : [])];
  return { ...reached, origin: { ...reached.origin, from } };
}

/** A member of the part of a container that is not known. Run-time objects stay so all the way down. */
function beyond(rest: Undetermined, label: string, span: Span): Undetermined {
  const expression = `${rest.expression}${label}`;
  const origin = computed(span, [rest]);
  return isRuntime(rest) ? runtimePart(expression, origin) : undetermined(expression, rest.waitsFor, origin);
}

function openMember(
  target: Undetermined,
  label: string,
  span: Span,
  each: (candidate: Value) => Value,
  missing: Missing,
): Value {
  if (target.candidates && target.candidates.length > 0) {
    const candidates = target.candidates.filter((candidate) => missing === 'null' || !isNull(candidate));
    const expression = `(${target.expression})${label}`;
    return oneOf(candidates.map(each), expression, target.waitsFor, [target], span);
  }
  return beyond(target, label, span);
}

function openIndex(target: Value, index: Undetermined, span: Span, missing: Missing, fromEnd: boolean): Value {
  const expression = target.kind === 'undetermined' ? `${target.expression}[${index.expression}]` : excerpt(span);
  if (index.candidates?.every((candidate) => candidate.kind !== 'undetermined')) {
    const values = index.candidates.map((candidate) => element(target, candidate, span, missing, fromEnd));
    return oneOf(values, expression, index.waitsFor, [index, target], span);
  }
  const all = target.kind === 'map' ? [...target.entries.values()].map((each) => each.value) : undefined;
  const items = target.kind === 'list' ? target.items : all;
  const complete = (target.kind === 'list' || target.kind === 'map') && !target.rest && items && items.length > 0;
  const waitsFor = waiting([index, ...(target.kind === 'undetermined' ? [target] : [])]);
  if (complete && missing === 'error') return oneOf(items, expression, waitsFor, [index, target], span);
  return undetermined(expression, waitsFor, computed(span, [index, target]));
}

function absent(target: Value, label: string, span: Span, missing: Missing): Value {
  if (missing === 'null') return scalar(null, computed(span, [target]));
  const expression = excerpt(span) || `${render(target)}${label}`;
  return undetermined(expression, [`${expression} (not set)`], computed(span, [target]));
}
