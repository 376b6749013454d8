/** Type expressions. */
import type {
  Identifier,
  ResourceType,
  TupleItem,
  TypedParameter,
  TypeExpression,
  TypeLiteral,
  TypeProperty,
} from './ast.js';
import { type Cursor, Failure } from './cursor.js';
import { parseDecorators } from './decorator-parser.js';
import { parseArguments, parseElements } from './elements.js';
import { parseText } from './expression-parser.js';
import { atString } from './literals.js';
import { Token } from './tokens.js';

/** The type of a parameter, a variable, an output or a function: also `resource 'type'`. */
export function parseType(c: Cursor): TypeExpression {
  return c.atWord('resource') && c.peek() !== Token.Less && c.peek() !== Token.Dot
    ? parseResourceType(c)
    : parseTypeExpression(c);
}

/** Any type, a union included. Throws a `Failure` when there is none. */
export function parseTypeExpression(c: Cursor): TypeExpression {
  const outer = c.enter();
  const start = c.start;
  const leading = atPipe(c);
  const first = leading ? undefined : parsePostfix(c);
  const result = first && !atPipe(c) ? first : parseUnion(c, start, first);
  c.leave(outer);
  return result;
}

/** The parameters of a `func`; the cursor stands on the opening parenthesis. */
export function parseTypedParameters(c: Cursor): readonly TypedParameter[] {
  const parameters: TypedParameter[] = [];
  if (!c.at(Token.LeftParen)) c.fail("expected '(' and the parameters");
  parseArguments(c, Token.RightParen, "')'", () => {
    const name = c.identifier('the name of a parameter');
    const type = parseType(c);
    parameters.push({ kind: 'typed-parameter', start: name.start, end: type.end, name, type });
  });
  return parameters;
}

function parseResourceType(c: Cursor): ResourceType {
  const { start, end } = c;
  c.advance();
  const type = atString(c) ? parseText(c, 'a resource type') : undefined;
  return { kind: 'resource-type', start, end: type?.end ?? end, type };
}

/** A `|`, which may start a line. */
function atPipe(c: Cursor): boolean {
  return c.at(Token.Pipe) || (c.at(Token.NewLine) && c.peek() === Token.Pipe);
}

function parseUnion(c: Cursor, start: number, first: TypeExpression | undefined): TypeExpression {
  const members = first ? [first] : [];
  while (atPipe(c)) {
    c.skipLineBreak();
    c.advance();
    c.continueLine();
    members.push(parsePostfix(c));
  }
  return { kind: 'union-type', start, end: c.previousEnd, members };
}

/** A primary type and what follows it: `[]`, `?`, `!`, `.name`, `[0]`, `[*]`, `.*`. */
function parsePostfix(c: Cursor): TypeExpression {
  let type = parsePrimary(c);
  for (;;) {
    const start = type.start;
    switch (c.kind) {
      case Token.Question:
        type = { kind: 'nullable-type', start, end: c.end, type };
        c.advance();
        break;
      case Token.Exclamation:
        type = { kind: 'non-nullable-type', start, end: c.end, type };
        c.advance();
        break;
      case Token.LeftSquare:
        type = parseBrackets(c, type);
        break;
      case Token.Dot:
        type = parseMember(c, type);
        break;
      default:
        return type;
    }
    c.link();
  }
}

function parseBrackets(c: Cursor, target: TypeExpression): TypeExpression {
  const { start } = target;
  c.advance();
  if (c.at(Token.RightSquare)) {
    const end = c.expect(Token.RightSquare, "']'");
    return { kind: 'array-type', start, end, item: target };
  }
  if (c.take(Token.Asterisk)) return { kind: 'type-items', start, end: c.expect(Token.RightSquare, "']'"), target };
  const index = Number(c.word);
  c.expect(Token.Number, "']', '*' or the index of a tuple item");
  return { kind: 'type-index', start, end: c.expect(Token.RightSquare, "']'"), target, index };
}

function parseMember(c: Cursor, target: TypeExpression): TypeExpression {
  const { start } = target;
  c.advance();
  if (c.at(Token.Asterisk)) {
    return { kind: 'type-additional', start, end: c.expect(Token.Asterisk, "'*'"), target };
  }
  const name = c.identifier("a name or '*' after '.'", true);
  if (c.at(Token.Less)) return parseTypeCall(c, target, name);
  return { kind: 'type-member', start, end: name.end, target, name };
}

function parseTypeCall(c: Cursor, target: TypeExpression | undefined, name: Identifier): TypeExpression {
  const found: TypeExpression[] = [];
  const end = parseArguments(c, Token.Greater, "'>'", () => found.push(parseTypeExpression(c)));
  return { kind: 'type-call', start: target?.start ?? name.start, end, target, name, arguments: found };
}

function parsePrimary(c: Cursor): TypeExpression {
  switch (c.kind) {
    case Token.Identifier: {
      const name = c.identifier('a type');
      if (c.at(Token.Less)) return parseTypeCall(c, undefined, name);
      return { kind: 'type-name', start: name.start, end: name.end, name: name.name };
    }
    case Token.LeftBrace:
      return parseObjectType(c);
    case Token.LeftSquare:
      return parseTupleType(c);
    case Token.LeftParen:
      return parseParenthesized(c);
    default:
      return parseLiteral(c);
  }
}

/** The type inside, with the range of its parentheses. */
function parseParenthesized(c: Cursor): TypeExpression {
  const start = c.start;
  c.advance();
  c.skipLineBreak();
  const type = parseTypeExpression(c);
  c.skipLineBreak();
  return { ...type, start, end: c.expectClosing(Token.RightParen, "')'", start) };
}

function parseLiteral(c: Cursor): TypeLiteral {
  const { start, end, kind } = c;
  switch (kind) {
    case Token.String:
    case Token.StringStart: {
      const text = parseText(c, 'a type');
      if (text.kind === 'string') return { kind: 'type-literal', start, end, value: text.value };
      throw new Failure('a string in a type must not have holes', c.index - 1);
    }
    case Token.Number:
    case Token.Minus:
    case Token.Plus: {
      if (kind !== Token.Number) c.advance();
      const value = Number(c.word);
      const last = c.expect(Token.Number, 'a number');
      return { kind: 'type-literal', start, end: last, value: kind === Token.Minus ? -value : value };
    }
    case Token.Exclamation: {
      c.advance();
      const last = c.end;
      const value = c.at(Token.False);
      if (!c.take(Token.True)) c.expect(Token.False, "'true' or 'false'");
      return { kind: 'type-literal', start, end: last, value };
    }
    case Token.True:
    case Token.False:
      c.advance();
      return { kind: 'type-literal', start, end, value: kind === Token.True };
    case Token.Null:
      c.advance();
      return { kind: 'type-literal', start, end, value: null };
    default:
      return c.fail('expected a type');
  }
}

function parseObjectType(c: Cursor): TypeExpression {
  const start = c.start;
  const properties: TypeProperty[] = [];
  let additional: TypeExpression | undefined;
  const end = parseElements(c, Token.RightBrace, "'}'", () => {
    const first = c.start;
    const decorators = parseDecorators(c);
    if (c.take(Token.Asterisk)) {
      c.expect(Token.Colon, "':'");
      additional = parseTypeExpression(c);
    } else {
      const key = parseKey(c);
      c.expect(Token.Colon, "':' after the name of the property");
      const type = parseTypeExpression(c);
      properties.push({ kind: 'type-property', start: first, end: type.end, decorators, key, type });
    }
  });
  return { kind: 'object-type', start, end, properties, additional };
}

function parseKey(c: Cursor): TypeProperty['key'] {
  if (!atString(c)) return c.identifier('the name of a property', true);
  const key = parseText(c, 'the name of a property');
  if (key.kind === 'string') return key;
  throw new Failure('the name of a property in a type must not have holes', c.index - 1);
}

function parseTupleType(c: Cursor): TypeExpression {
  const start = c.start;
  const items: TupleItem[] = [];
  const end = parseElements(c, Token.RightSquare, "']'", () => {
    const first = c.start;
    const decorators = parseDecorators(c);
    const type = parseTypeExpression(c);
    items.push({ kind: 'tuple-item', start: first, end: type.end, decorators, type });
  });
  return { kind: 'tuple-type', start, end, items };
}
