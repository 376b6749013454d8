/** `condition ? then : otherwise` */
import type { HclConditional } from '../../syntax/hcl/ast.js';
import type { Value } from '../../syntax/value.js';
import { evaluate } from './expressions.js';
import { Fault } from './fault.js';
import { choice } from './lift.js';
import { truth } from './operators.js';
import type { Scope } from './scope.js';
import { computed, open, sourceOf, spanOf } from './values.js';

/** The branch that is taken; when the condition is open, a choice between both. */
export function conditional(expression: HclConditional, scope: Scope): Value {
  const condition = evaluate(expression.condition, scope);
  const span = spanOf(scope.file, expression);
  const decided = truth(condition);
  if (decided !== undefined) {
    const value = evaluate(decided ? expression.then : expression.otherwise, scope);
    const origin = computed(span, [value, condition]);
    // The parts of a list or object stand in the branch, not in the condition.
    const isContainer = value.kind === 'list' || value.kind === 'map';
    const from = isContainer && !origin.from.includes(value.origin) ? [value.origin, ...origin.from] : origin.from;
    return { ...value, origin: { span, from } };
  }
  const branches = [expression.then, expression.otherwise].map((branch) => attempt(() => evaluate(branch, scope)));
  const source = sourceOf(scope.file, expression);
  const values = branches.filter((branch) => branch !== undefined);
  // A branch that can't be evaluated may still be the one that is taken: then nothing is known of the value.
  if (values.length < branches.length) return open(source, span, [condition, ...values]);
  return choice(values, source, span, [condition]);
}

function attempt(run: () => Value): Value | undefined {
  try {
    return run();
  } catch (fault) {
    if (fault instanceof Fault) return undefined;
    throw fault;
  }
}
