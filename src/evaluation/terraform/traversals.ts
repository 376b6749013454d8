/** References: `var.name`, `local.a.b[0]`, `azurerm_subnet.nodes["a"].id`, and the attributes and indexes of any value. */
import type { HclExpression } from '../../syntax/hcl/ast.js';
import type { Span } from '../../syntax/source.js';
import { through, type Value } from '../../syntax/value.js';
import { attributeOf, elementOf } from './access.js';
import { evaluate } from './expressions.js';
import { resolve } from './names.js';
import { nameIn, type Scope } from './scope.js';
import { spend } from './session.js';
import { open, sourceOf, spanOf } from './values.js';

/** One step of a reference behind its first name. */
export type Step =
  | { readonly kind: 'get'; readonly name: string; readonly end: number }
  | { readonly kind: 'index'; readonly key: HclExpression; readonly end: number };

type Traversal = HclExpression & { kind: 'variable' | 'get' | 'index' };

export function evaluateTraversal(expression: Traversal, scope: Scope): Value {
  const { root, steps } = flatten(expression);
  const span = spanOf(scope.file, expression);
  spend(scope.session, span, steps.length);
  if (root.kind !== 'variable') return follow(evaluate(root, scope), steps, scope, span);
  const named = nameIn(scope, root.name);
  if (named) return through(follow(named, steps, scope, span), span, root.name);
  const found = resolve(root.name, steps, scope, span);
  if (!found) return open(sourceOf(scope.file, expression), span, []);
  return through(follow(found.value, steps.slice(found.used), scope, span), span, found.name);
}

/** A chain is as deep as it is long: it is taken apart without recursion. */
function flatten(expression: Traversal): { root: HclExpression; steps: readonly Step[] } {
  const steps: Step[] = [];
  let root: HclExpression = expression;
  while (root.kind === 'get' || root.kind === 'index') {
    const { end } = root;
    steps.push(
      root.kind === 'get' ? { kind: 'get', name: root.name.text, end } : { kind: 'index', key: root.key, end },
    );
    root = root.object;
  }
  return { root, steps: steps.reverse() };
}

function follow(start: Value, steps: readonly Step[], scope: Scope, span: Span): Value {
  let value = start;
  for (const step of steps) {
    value = step.kind === 'get' ? attributeOf(value, step.name) : elementOf(value, evaluate(step.key, scope), span);
  }
  return value;
}
