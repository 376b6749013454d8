/** What is deployed: resources with their children, modules and tests. */
import type {
  Decorator,
  DeploymentBody,
  IfBody,
  ModuleDeclaration,
  ObjectLiteral,
  ResourceDeclaration,
  TestDeclaration,
} from './ast.js';
import { atLoop, type ChildParser, parseLoop } from './collections.js';
import type { Cursor } from './cursor.js';
import { parseDecorators } from './decorator-parser.js';
import { parseBody, parseExpression, parseText } from './expression-parser.js';
import { Token } from './tokens.js';

/** The cursor stands behind the word `resource`; `start` is where the declaration began. */
export function parseResource(c: Cursor, start: number, decorators: readonly Decorator[]): ResourceDeclaration {
  const outer = c.enter();
  const name = c.identifier('the name of the resource');
  const type = parseText(c, "the type of the resource as 'type@version'");
  const existing = c.takeWord('existing');
  c.expect(Token.Assign, "'='");
  const body = parseDeployment(c, parseChild);
  c.leave(outer);
  return { kind: 'resource', start, end: body.end, decorators, name, type, existing, body };
}

/** The cursor stands behind the word `module`. */
export function parseModule(c: Cursor, start: number, decorators: readonly Decorator[]): ModuleDeclaration {
  const name = c.identifier('the name of the module');
  const path = parseText(c, 'the path of the module in quotes');
  c.expect(Token.Assign, "'='");
  const body = parseDeployment(c);
  return { kind: 'module', start, end: body.end, decorators, name, path, body };
}

/** The cursor stands behind the word `test`. */
export function parseTest(c: Cursor, start: number, decorators: readonly Decorator[]): TestDeclaration {
  const name = c.identifier('the name of the test');
  const path = parseText(c, 'the path of the tested file in quotes');
  c.expect(Token.Assign, "'='");
  const body = parseBody(c);
  return { kind: 'test', start, end: body.end, decorators, name, path, body };
}

/** A resource inside the body of another, from its first decorator on. */
export function parseChild(c: Cursor): ResourceDeclaration {
  const start = c.start;
  const decorators = parseDecorators(c);
  c.expectWord('resource');
  return parseResource(c, start, decorators);
}

/** What follows the `=`; with `child` it may hold child resources. */
export function parseDeployment(c: Cursor, child?: ChildParser): DeploymentBody {
  c.continueLine();
  if (atLoop(c)) return parseLoop(c, parseExpression, (inner) => parseSingle(inner, child));
  return parseSingle(c, child);
}

/** One object, or one under a condition. */
function parseSingle(c: Cursor, child?: ChildParser): ObjectLiteral | IfBody {
  const start = c.start;
  if (!c.takeWord('if')) {
    if (!c.at(Token.LeftBrace)) c.fail("expected '{', 'if' or '[for'");
    return parseBody(c, child);
  }
  const opened = c.start;
  c.expect(Token.LeftParen, "'(' and the condition");
  c.skipLineBreak();
  const condition = parseExpression(c);
  c.skipLineBreak();
  c.expectClosing(Token.RightParen, "')'", opened);
  c.continueLine();
  const body = parseBody(c, child);
  return { kind: 'if', start, end: body.end, condition, body };
}
