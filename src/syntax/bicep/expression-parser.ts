/** Expressions, from the loosest binding to the tightest. */
import type {
  Call,
  Conditional,
  Expression,
  Identifier,
  Interpolation,
  Lambda,
  ObjectLiteral,
  StringLiteral,
} from './ast.js';
import { type ChildParser, parseArray, parseObject } from './collections.js';
import type { Cursor } from './cursor.js';
import { parseArguments } from './elements.js';
import { parseString } from './literals.js';
import { operatorOf, precedence } from './operators.js';
import { Token } from './tokens.js';

/** Any expression. Throws a `Failure` when there is none. */
export function parseExpression(c: Cursor): Expression {
  const outer = c.enter();
  const first = parseBinary(c, 0);
  const conditional = c.at(Token.Question) || (c.at(Token.NewLine) && c.peek() === Token.Question);
  const result = conditional ? parseConditional(c, first) : first;
  c.leave(outer);
  return result;
}

/** A string where a declaration wants one: a path, a resource type. */
export function parseText(c: Cursor, what: string): StringLiteral | Interpolation {
  return parseString(c, what, parseExpression);
}

/** An object where a declaration wants one; with `child` it may hold child resources. */
export function parseBody(c: Cursor, child?: ChildParser): ObjectLiteral {
  return parseObject(c, parseExpression, child);
}

/** A call's arguments; the cursor stands on the opening parenthesis, the name is behind it. */
export function parseCall(c: Cursor, target: Expression | undefined, name: Identifier): Call {
  const found: Expression[] = [];
  const end = parseArguments(c, Token.RightParen, "')'", () => found.push(parseExpression(c)));
  return { kind: 'call', start: target?.start ?? name.start, end, target, name, arguments: found };
}

/** `condition ? then : otherwise`, where a line may break before `?` and `:`. */
function parseConditional(c: Cursor, condition: Expression): Conditional {
  c.skipLineBreak();
  c.advance();
  c.continueLine();
  const then = parseExpression(c);
  if (c.at(Token.NewLine) && c.peek() === Token.Colon) c.advance();
  c.expect(Token.Colon, "':' and the other value of the condition");
  c.continueLine();
  const otherwise = parseExpression(c);
  return { kind: 'conditional', start: condition.start, end: otherwise.end, condition, then, otherwise };
}

function parseBinary(c: Cursor, above: number): Expression {
  let left = parseUnary(c);
  for (let binding = precedence(c.kind); binding > above; binding = precedence(c.kind)) {
    const operator = operatorOf(c.kind);
    if (operator === undefined) return left;
    c.link();
    c.advance();
    const right = parseBinary(c, binding);
    left = { kind: 'binary', start: left.start, end: right.end, operator, left, right };
  }
  return left;
}

function parseUnary(c: Cursor): Expression {
  const operator = c.at(Token.Exclamation) ? '!' : c.at(Token.Minus) ? '-' : c.at(Token.Plus) ? '+' : undefined;
  if (operator === undefined) return parseAccess(c);
  const start = c.start;
  c.link();
  c.advance();
  const operand = parseUnary(c);
  return { kind: 'unary', start, end: operand.end, operator, operand };
}

/** A primary expression and everything that is accessed on it. */
function parseAccess(c: Cursor): Expression {
  let target = parsePrimary(c);
  for (;;) {
    switch (c.kind) {
      case Token.Dot:
        target = parseMember(c, target);
        break;
      case Token.LeftSquare:
        target = parseIndex(c, target);
        break;
      case Token.DoubleColon: {
        c.advance();
        const name = c.identifier("the name of a nested resource after '::'");
        target = { kind: 'nested', start: target.start, end: name.end, target, name };
        break;
      }
      case Token.Exclamation:
        target = { kind: 'non-null', start: target.start, end: c.end, operand: target };
        c.advance();
        break;
      default:
        return target;
    }
    c.link();
  }
}

function parseMember(c: Cursor, target: Expression): Expression {
  c.advance();
  const safe = c.take(Token.Question);
  const name = c.identifier("a property after '.'", true);
  if (c.at(Token.LeftParen) && !safe) return parseCall(c, target, name);
  return { kind: 'member', start: target.start, end: name.end, target, name, safe };
}

function parseIndex(c: Cursor, target: Expression): Expression {
  const opened = c.start;
  c.advance();
  const safe = c.take(Token.Question);
  const fromEnd = c.take(Token.Hat);
  const index = parseExpression(c);
  const end = c.expectClosing(Token.RightSquare, "']'", opened);
  return { kind: 'index', start: target.start, end, target, index, safe, fromEnd };
}

function parsePrimary(c: Cursor): Expression {
  const { start, end } = c;
  switch (c.kind) {
    case Token.Identifier:
      return parseNamed(c);
    case Token.String:
    case Token.StringStart:
      return parseString(c, 'a string', parseExpression);
    case Token.LeftBrace:
      return parseObject(c, parseExpression);
    case Token.LeftSquare:
      return parseArray(c, parseExpression);
    case Token.Number: {
      const value = Number(c.word);
      c.advance();
      return { kind: 'number', start, end, value };
    }
    case Token.True:
    case Token.False: {
      const value = c.at(Token.True);
      c.advance();
      return { kind: 'boolean', start, end, value };
    }
    case Token.Null:
      c.advance();
      return { kind: 'null', start, end };
    case Token.LeftParen:
      return atLambda(c) ? parseLambda(c) : parseParenthesized(c);
    default:
      return c.fail('expected a value');
  }
}

function parseNamed(c: Cursor): Expression {
  const name = c.identifier('a name');
  if (c.at(Token.LeftParen)) return parseCall(c, undefined, name);
  if (c.at(Token.Arrow)) return parseLambdaBody(c, name.start, [name]);
  return { kind: 'reference', start: name.start, end: name.end, name: name.name };
}

function parseParenthesized(c: Cursor): Expression {
  const start = c.start;
  c.advance();
  c.skipLineBreak();
  const expression = parseExpression(c);
  c.skipLineBreak();
  const end = c.expectClosing(Token.RightParen, "')'", start);
  return { kind: 'parenthesized', start, end, expression };
}

/** Whether a parenthesis opens the parameters of a lambda: only names and commas, then `) =>`. */
function atLambda(c: Cursor): boolean {
  for (let ahead = 1; ; ahead++) {
    switch (c.peek(ahead)) {
      case Token.Identifier:
      case Token.Comma:
      case Token.NewLine:
        break;
      case Token.RightParen:
        return c.peek(ahead + 1) === Token.Arrow;
      default:
        return false;
    }
  }
}

function parseLambda(c: Cursor): Lambda {
  const start = c.start;
  const parameters: Identifier[] = [];
  parseArguments(c, Token.RightParen, "')'", () => parameters.push(c.identifier('the name of a lambda variable')));
  return parseLambdaBody(c, start, parameters);
}

function parseLambdaBody(c: Cursor, start: number, parameters: readonly Identifier[]): Lambda {
  c.expect(Token.Arrow, "'=>'");
  c.continueLine();
  const body = parseExpression(c);
  return { kind: 'lambda', start, end: body.end, parameters, body };
}
