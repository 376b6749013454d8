/** Operators of HCL in three-valued logic. */
import type { HclBinary, HclBinaryOperator, HclUnary } from '../../syntax/hcl/ast.js';
import { scalar, type Scalar, type Value } from '../../syntax/value.js';
import { equal } from './equality.js';
import { evaluate } from './expressions.js';
import { Fault } from './fault.js';
import { lift } from './lift.js';
import { toBool, toNumber } from './primitives.js';
import type { Scope } from './scope.js';
import { spend } from './session.js';
import { sizeOf } from './size.js';
import { computed, open, sourceOf, spanOf } from './values.js';

export function unary(expression: HclUnary, scope: Scope): Value {
  const operand = evaluate(expression.operand, scope);
  const span = spanOf(scope.file, expression);
  return lift([operand], sourceOf(scope.file, expression), span, ([value]) => {
    const plain = scalarOf(value);
    return scalar(expression.operator === '!' ? !toBool(plain) : -toNumber(plain), computed(span, [operand]));
  });
}

/** A chain `a + b + c` is as deep as it is long: its left side is followed without recursion. */
export function binary(expression: HclBinary, scope: Scope): Value {
  const chain: HclBinary[] = [expression];
  let first = expression.left;
  for (; first.kind === 'binary'; first = first.left) chain.push(first);
  let left = evaluate(first, scope);
  for (const link of chain.reverse()) {
    spend(scope.session, spanOf(scope.file, link));
    left = apply(link, left, scope);
  }
  return left;
}

function apply(expression: HclBinary, left: Value, scope: Scope): Value {
  const { operator } = expression;
  if (operator === '&&' || operator === '||') return junction(expression, left, scope);
  const right = evaluate(expression.right, scope);
  const span = spanOf(scope.file, expression);
  const source = sourceOf(scope.file, expression);
  if (operator === '==' || operator === '!=') {
    spend(scope.session, span, Math.min(sizeOf(scope.session, left), sizeOf(scope.session, right)));
    const answer = equal(left, right);
    if (answer === undefined) return open(source, span, [left, right]);
    return scalar(answer === (operator === '=='), computed(span, [left, right]));
  }
  return lift([left, right], source, span, ([a, b]) =>
    scalar(calculate(operator, toNumber(scalarOf(a)), toNumber(scalarOf(b))), computed(span, [left, right])),
  );
}

/** `false && x` and `true || x` are decided whatever `x` is, also the other way round. */
function junction(expression: HclBinary, left: Value, scope: Scope): Value {
  const decisive = expression.operator === '||';
  const span = spanOf(scope.file, expression);
  if (truth(left) === decisive) return scalar(decisive, computed(span, [left]));
  const right = evaluate(expression.right, scope);
  if (truth(right) === decisive) return scalar(decisive, computed(span, [right]));
  if (truth(left) === undefined || truth(right) === undefined) {
    return open(sourceOf(scope.file, expression), span, [left, right]);
  }
  return scalar(!decisive, computed(span, [left, right]));
}

/** What a condition says; `undefined` when it is open. @throws Fault when it is no boolean */
export function truth(value: Value): boolean | undefined {
  if (value.kind !== 'undetermined') return toBool(scalarOf(value));
  if (!value.candidates) return undefined;
  const answers = new Set(value.candidates.map(truth));
  return answers.size === 1 ? [...answers][0] : undefined;
}

/** @throws Fault for lists and objects */
export function scalarOf(value: Value | undefined): Scalar['value'] {
  if (value?.kind !== 'scalar') throw new Fault('a string, number or bool is required');
  return value.value;
}

type Arithmetic = Exclude<HclBinaryOperator, '&&' | '||' | '==' | '!='>;

function calculate(operator: Arithmetic, a: number, b: number): number | boolean {
  switch (operator) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      if (b === 0) throw new Fault('division by zero');
      return a / b;
    case '%':
      if (b === 0) throw new Fault('division by zero');
      return a % b;
  }
}
