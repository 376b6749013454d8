/** Objects, arrays and loops. */
import type {
  ArrayLiteral,
  Expression,
  ForLoop,
  Identifier,
  ObjectLiteral,
  ObjectMember,
  Property,
  ResourceDeclaration,
  Spread,
} from './ast.js';
import type { Cursor } from './cursor.js';
import { parseElements } from './elements.js';
import { atString, type ExpressionParser, parseString } from './literals.js';
import { Token } from './tokens.js';

/** Parses a child resource; given where one may stand. */
export type ChildParser = (c: Cursor) => ResourceDeclaration;

export function parseObject(c: Cursor, parse: ExpressionParser, child?: ChildParser): ObjectLiteral {
  const start = c.start;
  if (!c.at(Token.LeftBrace)) c.fail("expected '{'");
  const members: ObjectMember[] = [];
  const end = parseElements(c, Token.RightBrace, "'}'", () => {
    if (c.at(Token.Ellipsis)) members.push(parseSpread(c, parse));
    else if (child && atChild(c)) members.push(child(c));
    else members.push(parseProperty(c, parse));
  });
  return { kind: 'object', start, end, members };
}

/** An array, or a loop that yields one. */
export function parseArray(c: Cursor, parse: ExpressionParser): ArrayLiteral | ForLoop {
  if (atLoop(c)) return parseLoop(c, parse, parse);
  const start = c.start;
  const items: (Expression | Spread)[] = [];
  const end = parseElements(c, Token.RightSquare, "']'", () => {
    items.push(c.at(Token.Ellipsis) ? parseSpread(c, parse) : parse(c));
  });
  return { kind: 'array', start, end, items };
}

/** Whether a bracket opens a loop. `for` is a keyword only there, and only before a variable. */
export function atLoop(c: Cursor): boolean {
  if (!c.at(Token.LeftSquare)) return false;
  const ahead = c.peek() === Token.NewLine ? 2 : 1;
  if (!c.atWord('for', ahead)) return false;
  const next = c.peek(ahead + 1);
  return next === Token.Identifier || next === Token.LeftParen;
}

/** `[for … in …: body]`. */
export function parseLoop(c: Cursor, parse: ExpressionParser, parseBody: (c: Cursor) => ForLoop['body']): ForLoop {
  const start = c.start;
  c.advance();
  c.skipLineBreak();
  c.expectWord('for');
  const [item, index] = parseLoopVariables(c);
  c.expectWord('in');
  const iterable = parse(c);
  c.expect(Token.Colon, "':' and the body of the loop");
  c.skipLineBreak();
  const body = parseBody(c);
  c.skipLineBreak();
  const end = c.expectClosing(Token.RightSquare, "']'", start);
  return { kind: 'for', start, end, item, index, iterable, body };
}

function parseLoopVariables(c: Cursor): readonly [Identifier, Identifier | undefined] {
  if (!c.take(Token.LeftParen)) return [c.identifier('the name of the loop variable'), undefined];
  const item = c.identifier('the name of the loop variable');
  c.expect(Token.Comma, "',' and the name of the index");
  const index = c.identifier('the name of the index');
  c.expect(Token.RightParen, "')'");
  return [item, index];
}

/** A child is told from a property that is named `resource` by the name that follows. */
function atChild(c: Cursor): boolean {
  return c.at(Token.At) || (c.atWord('resource') && c.peek() === Token.Identifier);
}

function parseSpread(c: Cursor, parse: ExpressionParser): Spread {
  const start = c.start;
  c.advance();
  const expression = parse(c);
  return { kind: 'spread', start, end: expression.end, expression };
}

function parseProperty(c: Cursor, parse: ExpressionParser): Property {
  const start = c.start;
  const key = atString(c)
    ? parseString(c, 'the name of a property', parse)
    : c.identifier('the name of a property', true);
  c.expect(Token.Colon, "':' after the name of the property");
  const value = parse(c);
  return { kind: 'property', start, end: value.end, key, value };
}
