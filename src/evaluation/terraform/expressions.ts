/** Evaluates the expressions of HCL. */
import type { HclExpression, HclObject, HclTuple } from '../../syntax/hcl/ast.js';
import {
  isNull,
  list,
  literal,
  mapping,
  scalar,
  type Entry,
  type Undetermined,
  type Value,
} from '../../syntax/value.js';
import { callFunction } from './calls.js';
import { conditional } from './conditionals.js';
import { evaluateFor } from './for-expressions.js';
import { binary, unary } from './operators.js';
import { toText } from './primitives.js';
import { nameIn, type Scope } from './scope.js';
import { deeper, spend } from './session.js';
import { boundSize } from './size.js';
import { evaluateSplat, splatItem } from './splats.js';
import { evaluateTemplate } from './templates.js';
import { evaluateTraversal } from './traversals.js';
import { computed, open, sourceOf, spanOf } from './values.js';

/** @throws Fault for what Terraform would refuse */
export function evaluate(expression: HclExpression, scope: Scope): Value {
  spend(scope.session, spanOf(scope.file, expression));
  return deeper(scope.session, () => boundSize(scope.session, evaluateKind(expression, scope)));
}

function evaluateKind(expression: HclExpression, scope: Scope): Value {
  switch (expression.kind) {
    case 'literal':
      return scalar(expression.value, literal(spanOf(scope.file, expression)));
    case 'template':
      return evaluateTemplate(expression, scope);
    case 'variable':
    case 'get':
    case 'index':
      return evaluateTraversal(expression, scope);
    case 'splat':
      return evaluateSplat(expression, scope);
    case 'splat-item':
      return nameIn(scope, splatItem) ?? open('*', spanOf(scope.file, expression), []);
    case 'unary':
      return unary(expression, scope);
    case 'binary':
      return binary(expression, scope);
    case 'conditional':
      return conditional(expression, scope);
    case 'call':
      return callFunction(expression, scope);
    case 'tuple':
      return evaluateTuple(expression, scope);
    case 'object':
      return evaluateObject(expression, scope);
    case 'for':
      return evaluateFor(expression, scope);
  }
}

function evaluateTuple(expression: HclTuple, scope: Scope): Value {
  const items = expression.items.map((item) => evaluate(item, scope));
  return list(items, literal(spanOf(scope.file, expression)));
}

function evaluateObject(expression: HclObject, scope: Scope): Value {
  const entries: Entry[] = [];
  let rest: Undetermined | undefined;
  for (const item of expression.items) {
    const key = evaluate(item.key, scope);
    const keySpan = spanOf(scope.file, item.key);
    const value = evaluate(item.value, scope);
    if (key.kind === 'scalar' && !isNull(key)) entries.push({ key: toText(key.value), keySpan, value });
    else rest = open(sourceOf(scope.file, item.key), keySpan, [key]);
  }
  return mapping(entries, computed(spanOf(scope.file, expression), []), rest);
}
