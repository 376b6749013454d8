import type { Binary, BinaryOperator, Expression, Reference } from '../../syntax/bicep/ast.js';
import { literal, scalar, through, undetermined } from '../../syntax/value.js';
import type { Value } from '../../syntax/value.js';
import { and, coalesce, conditional, not, or } from '../arm/choice.js';
import { callFunction } from '../arm/functions/library.js';
import { evaluateCall } from './call.js';
import { evaluateAccess } from './access.js';
import { spanOf } from './environment.js';
import type { Environment } from './environment.js';
import { evaluateArray, evaluateInterpolation, evaluateObject } from './literals.js';
import { evaluateFor } from './loop.js';

/** The value of an expression. Never throws; what can't be decided is undetermined. */
export function evaluate(expression: Expression, env: Environment): Value {
  const span = spanOf(expression, env);
  return env.session.descend(span, (): Value => {
    switch (expression.kind) {
      case 'string':
      case 'number':
      case 'boolean':
        return scalar(expression.value, literal(span));
      case 'null':
        return scalar(null, literal(span));
      case 'interpolation':
        return evaluateInterpolation(expression, env);
      case 'object':
        return evaluateObject(expression, env);
      case 'array':
        return evaluateArray(expression, env);
      case 'for':
        return evaluateFor(expression, env);
      case 'reference':
        return evaluateReference(expression, env);
      case 'member':
      case 'index':
      case 'nested':
        return evaluateAccess(expression, env);
      case 'call':
        return evaluateCall(expression, env);
      case 'non-null':
        return evaluate(expression.operand, env);
      case 'parenthesized':
        return evaluate(expression.expression, env);
      case 'unary': {
        const operand = evaluate(expression.operand, env);
        if (expression.operator === '!') return not(operand, span);
        if (expression.operator === '+') return operand;
        const zero = scalar(0, literal(span));
        return callFunction('sub', [zero, operand], { span, session: env.session, scope: env.scope });
      }
      case 'binary':
        return evaluateBinary(expression, env);
      case 'conditional':
        return conditional(
          evaluate(expression.condition, env),
          () => evaluate(expression.then, env),
          () => evaluate(expression.otherwise, env),
          span,
        );
      case 'lambda':
        return undetermined('lambda', ['lambda'], literal(span));
    }
  });
}

function evaluateReference(expression: Reference, env: Environment): Value {
  const span = spanOf(expression, env);
  const { name } = expression;
  const local = env.locals.get(name);
  if (local) return through(local, span, name);
  const symbol = env.symbol(name);
  switch (symbol?.kind) {
    case 'value':
      return through(symbol.value(), span, symbol.label);
    case 'resource':
      return through(symbol.resource.value(), span, name);
    case 'module':
      return through(symbol.module.value(), span, name);
    case 'function':
    case 'namespace':
      return undetermined(name, [name], literal(span));
    case undefined:
      env.session.problem(span, `the name ${name} is not declared`);
      return undetermined(name, [name], literal(span));
  }
}

/** The functions that Bicep compiles its operators to. */
const operatorFunctions: Partial<Record<BinaryOperator, string>> = {
  '==': 'equals',
  '<': 'less',
  '<=': 'lessOrEquals',
  '>': 'greater',
  '>=': 'greaterOrEquals',
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '%': 'mod',
};

function evaluateBinary(expression: Binary, env: Environment): Value {
  const span = spanOf(expression, env);
  const site = { span, session: env.session, scope: env.scope };
  const left = (): Value => evaluate(expression.left, env);
  const right = (): Value => evaluate(expression.right, env);
  const lower = (value: Value): Value => callFunction('toLower', [value], site);
  switch (expression.operator) {
    case '&&':
      return and([left, right], span);
    case '||':
      return or([left, right], span);
    case '??':
      return coalesce([left, right], span);
    case '!=':
      return not(callFunction('equals', [left(), right()], site), span);
    case '=~':
      return callFunction('equals', [lower(left()), lower(right())], site);
    case '!~':
      return not(callFunction('equals', [lower(left()), lower(right())], site), span);
    case '==':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return callFunction(operatorFunctions[expression.operator] ?? '', [left(), right()], site);
  }
}
