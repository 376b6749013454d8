/** Finds the object of a text that a mapping was read from. */
import type { SourceFile } from '../source.js';
import type { Mapping, Origin } from '../value.js';
import type { DeploymentBody, Expression, IfBody, ObjectLiteral } from './ast.js';
import { atLoop } from './collections.js';
import { Cursor, Failure } from './cursor.js';
import { parseDecorators } from './decorator-parser.js';
import { parseChild, parseDeployment, parseModule } from './deployment-parser.js';
import { parseExpression } from './expression-parser.js';
import { lex } from './lexer.js';
import { Token } from './tokens.js';

export interface Located {
  readonly file: SourceFile;
  readonly object: ObjectLiteral;
}

/**
 * The object literal that a mapping stands at, or that it was copied from without change; of a resource or a module its
 * body. `undefined` when it was computed, or is written in another language.
 */
export function locateObject(mapping: Mapping): Located | undefined {
  for (let origin: Origin | undefined = mapping.origin; origin; origin = only(origin.from)) {
    const { file, start, end } = origin.span;
    const object = isBicep(file.path) ? parseAt(file, start, parseContainer) : undefined;
    if (object && object.start >= start && object.end <= end) return { file, object };
  }
  return undefined;
}

/** The expression that starts at an offset. */
export function locateExpression(file: SourceFile, start: number): Expression | undefined {
  return isBicep(file.path) ? parseAt(file, start, parseExpression) : undefined;
}

function isBicep(path: string): boolean {
  return /\.bicep(param)?$/i.test(path);
}

function only(origins: readonly Origin[]): Origin | undefined {
  return origins.length === 1 ? origins[0] : undefined;
}

function parseAt<T>(file: SourceFile, offset: number, parse: (c: Cursor) => T): T | undefined {
  const { tokens } = lex(file.text);
  const index = tokens.startingAt(offset);
  if (index < 0) return undefined;
  const c = new Cursor(file, tokens);
  c.moveTo(index);
  try {
    return parse(c);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

function parseContainer(c: Cursor): ObjectLiteral | undefined {
  if (c.at(Token.LeftBrace) || c.atWord('if') || atLoop(c)) return objectOf(parseDeployment(c, parseChild));
  if (c.at(Token.LeftParen)) return objectOf(parseExpression(c));
  const start = c.start;
  const ahead = new Cursor(c.file, c.tokens);
  ahead.moveTo(c.index);
  const decorators = parseDecorators(ahead);
  if (ahead.takeWord('module')) return objectOf(parseModule(ahead, start, decorators).body);
  return ahead.atWord('resource') ? objectOf(parseChild(c).body) : undefined;
}

function objectOf(body: DeploymentBody | Expression | IfBody): ObjectLiteral | undefined {
  switch (body.kind) {
    case 'object':
      return body;
    case 'for':
    case 'if':
      return objectOf(body.body);
    case 'parenthesized':
      return objectOf(body.expression);
    default:
      return undefined;
  }
}
