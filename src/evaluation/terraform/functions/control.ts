/** `try` and `can`: functions that look at failures. Their arguments are evaluated one after the other. */
import type { HclCall } from '../../../syntax/hcl/ast.js';
import { scalar, type Undetermined, type Value } from '../../../syntax/value.js';
import { evaluate } from '../expressions.js';
import { Fault } from '../fault.js';
import { choice } from '../lift.js';
import type { Scope } from '../scope.js';
import { spend } from '../session.js';
import type { Span } from '../../../syntax/source.js';
import { computed, open, sourceOf, spanOf } from '../values.js';

/** What a failure counts in the budget of a root. */
const FAULT_STEPS = 20;

/** The first argument that can be evaluated. */
export function evaluateTry(call: HclCall, scope: Scope): Value {
  const span = spanOf(scope.file, call);
  const source = sourceOf(scope.file, call);
  const possible: Value[] = [];
  for (const argument of call.arguments) {
    const attempt = attemptTo(() => evaluate(argument, scope), scope, span);
    if (!attempt) continue;
    possible.push(attempt.value);
    if (attempt.isCertain) break;
  }
  const [first, second] = possible;
  if (!first) throw new Fault('no argument of try can be evaluated');
  if (!second) return { ...first, origin: computed(span, [first]) };
  return possible.some(isAnything) ? open(source, span, possible) : choice(possible, source, span, []);
}

/** Whether the argument can be evaluated. */
export function evaluateCan(call: HclCall, scope: Scope): Value {
  const span = spanOf(scope.file, call);
  const [argument] = call.arguments;
  const attempt = argument && attemptTo(() => evaluate(argument, scope), scope, span);
  if (attempt && !attempt.isCertain) return open(sourceOf(scope.file, call), span, [attempt.value]);
  return scalar(attempt !== undefined, computed(span, attempt ? [attempt.value] : []));
}

/**
 * Runs an evaluation that may fail. It is certain to succeed when nothing in it is open: an attribute of something open
 * may be missing, and an instance with an open condition may not be there.
 */
function attemptTo(run: () => Value, scope: Scope, span: Span): { value: Value; isCertain: boolean } | undefined {
  const before = scope.session.conditional;
  const { exhausted } = scope.session;
  try {
    const value = run();
    const isConditional = scope.session.conditional > before;
    return { value, isCertain: !isConditional && (value.kind !== 'undetermined' || isReference(value)) };
  } catch (fault) {
    if (!(fault instanceof Fault) || (scope.session.exhausted && !exhausted)) throw fault;
    spend(scope.session, span, FAULT_STEPS);
    return undefined;
  }
}

/** A value that exists whatever it turns out to be: a variable or attribute as such, a text with holes, a choice. */
function isReference(value: Undetermined): boolean {
  if (value.parts ?? value.candidates) return true;
  return value.waitsFor.length === 1 && value.waitsFor[0] === value.expression && !value.expression.endsWith(']');
}

function isAnything(value: Value): boolean {
  return value.kind === 'undetermined' && !value.candidates && !isReference(value);
}
