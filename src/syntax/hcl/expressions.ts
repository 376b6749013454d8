/** Operators of HCL expressions, from the conditional down to the sign. */
import type { HclBinaryOperator, HclExpression } from './ast.js';
import { expect, nested, skip, take, type Cursor } from './cursor.js';
import { parseReference } from './references.js';

/** Parses an expression at the cursor. */
export function parseExpression(cursor: Cursor): HclExpression {
  return nested(cursor, cursor.lines, parseConditional);
}

/** Parses an expression in brackets of any kind, where line breaks mean nothing. */
export function parseInBrackets(cursor: Cursor): HclExpression {
  return nested(cursor, false, parseConditional);
}

function parseConditional(cursor: Cursor): HclExpression {
  const condition = parseBinary(cursor, 1);
  if (!take(cursor, '?')) return condition;
  const then = parseExpression(cursor);
  expect(cursor, ':', 'in a conditional');
  const otherwise = parseExpression(cursor);
  return { kind: 'conditional', condition, then, otherwise, start: condition.start, end: otherwise.end };
}

function parseBinary(cursor: Cursor, lowest: number): HclExpression {
  let left = parseUnary(cursor);
  for (;;) {
    const operator = peekOperator(cursor);
    if (operator === undefined || precedence(operator) < lowest) return left;
    cursor.at += operator.length;
    const right = parseBinary(cursor, precedence(operator) + 1);
    left = { kind: 'binary', operator, left, right, start: left.start, end: right.end };
  }
}

function parseUnary(cursor: Cursor): HclExpression {
  skip(cursor);
  const start = cursor.at;
  const code = cursor.text.charCodeAt(start);
  if (code !== 0x21 && code !== 0x2d) return parseReference(cursor);
  cursor.at += 1;
  const operand = nested(cursor, cursor.lines, parseUnary);
  return { kind: 'unary', operator: code === 0x21 ? '!' : '-', operand, start, end: operand.end };
}

function peekOperator(cursor: Cursor): HclBinaryOperator | undefined {
  skip(cursor);
  const { text, at } = cursor;
  const next = text.charCodeAt(at + 1);
  switch (text.charCodeAt(at)) {
    case 0x7c:
      return next === 0x7c ? '||' : undefined;
    case 0x26:
      return next === 0x26 ? '&&' : undefined;
    case 0x3d:
      return next === 0x3d ? '==' : undefined;
    case 0x21:
      return next === 0x3d ? '!=' : undefined;
    case 0x3c:
      return next === 0x3d ? '<=' : '<';
    case 0x3e:
      return next === 0x3d ? '>=' : '>';
    case 0x2b:
      return '+';
    case 0x2d:
      return '-';
    case 0x2a:
      return '*';
    case 0x2f:
      return '/';
    case 0x25:
      return '%';
    default:
      return undefined;
  }
}

function precedence(operator: HclBinaryOperator): number {
  switch (operator) {
    case '||':
      return 1;
    case '&&':
      return 2;
    case '==':
    case '!=':
      return 3;
    case '<':
    case '<=':
    case '>':
    case '>=':
      return 4;
    case '+':
    case '-':
      return 5;
    case '*':
    case '/':
    case '%':
      return 6;
  }
}
