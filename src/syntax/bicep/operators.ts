/** Binary operators: how they are written and how tightly they bind. */
import type { BinaryOperator } from './ast.js';
import { Token } from './tokens.js';

/** Higher binds tighter; 0: no binary operator. */
export function precedence(token: Token): number {
  if (token < Token.Coalesce) return 0;
  switch (token) {
    case Token.Asterisk:
    case Token.Slash:
    case Token.Percent:
      return 7;
    case Token.Plus:
    case Token.Minus:
      return 6;
    case Token.Less:
    case Token.LessOrEqual:
    case Token.Greater:
    case Token.GreaterOrEqual:
      return 5;
    case Token.Equal:
    case Token.NotEqual:
    case Token.EqualIgnoringCase:
    case Token.NotEqualIgnoringCase:
      return 4;
    case Token.And:
      return 3;
    case Token.Or:
      return 2;
    case Token.Coalesce:
      return 1;
    default:
      return 0;
  }
}

const WRITTEN: ReadonlyMap<Token, BinaryOperator> = new Map([
  [Token.Asterisk, '*'],
  [Token.Slash, '/'],
  [Token.Percent, '%'],
  [Token.Plus, '+'],
  [Token.Minus, '-'],
  [Token.Less, '<'],
  [Token.LessOrEqual, '<='],
  [Token.Greater, '>'],
  [Token.GreaterOrEqual, '>='],
  [Token.Equal, '=='],
  [Token.NotEqual, '!='],
  [Token.EqualIgnoringCase, '=~'],
  [Token.NotEqualIgnoringCase, '!~'],
  [Token.And, '&&'],
  [Token.Or, '||'],
  [Token.Coalesce, '??'],
]);

export function operatorOf(token: Token): BinaryOperator | undefined {
  return WRITTEN.get(token);
}
