/** Declarations: everything that starts with a keyword at the beginning of a line. */
import type { Declaration, Decorator } from './ast.js';
import type { Cursor } from './cursor.js';
import { parseDecorators } from './decorator-parser.js';
import { parseModule, parseResource, parseTest } from './deployment-parser.js';
import { parseExpression } from './expression-parser.js';
import { parseExtends, parseExtension, parseExtensionConfig, parseImport, parseUsing } from './linkage-parser.js';
import { Token } from './tokens.js';
import { parseType, parseTypedParameters, parseTypeExpression } from './type-parser.js';

/** Parses what follows a keyword; `start` is where the declaration began, its decorators included. */
type Parser = (c: Cursor, start: number, decorators: readonly Decorator[]) => Declaration;

/**
 * One declaration at the cursor. Throws a `Failure` when it can't be read.
 * @param assigning in a `.bicepparam` file, where `param` gives a value instead of declaring a parameter
 */
export function parseDeclaration(c: Cursor, assigning: boolean): Declaration {
  const start = c.start;
  const decorators = parseDecorators(c);
  const parse = parserOf(c, assigning);
  if (!parse) return c.fail('expected a declaration (param, var, resource, module, output, …)');
  c.advance();
  const declaration = parse(c, start, decorators);
  if (!c.at(Token.NewLine) && !c.at(Token.EndOfFile)) c.fail('expected the end of the line');
  return declaration;
}

function parserOf(c: Cursor, assigning: boolean): Parser | undefined {
  if (!c.at(Token.Identifier)) return undefined;
  switch (c.word) {
    case 'param':
      return assigning ? parseAssignment : parseParam;
    case 'var':
      return parseVar;
    case 'resource':
      return parseResource;
    case 'module':
      return parseModule;
    case 'output':
      return parseOutput;
    case 'type':
      return parseTypeDeclaration;
    case 'func':
      return parseFunc;
    case 'import':
      // Extensions were once imported under this word, by a string.
      return c.peek() === Token.String || c.peek() === Token.StringStart ? parseExtension : parseImport;
    case 'targetScope':
      return parseTargetScope;
    case 'metadata':
      return parseMetadata;
    case 'using':
      return parseUsing;
    case 'extends':
      return parseExtends;
    case 'extension':
    case 'provider':
      return parseExtension;
    case 'extensionConfig':
      return parseExtensionConfig;
    case 'assert':
      return parseAssert;
    case 'test':
      return parseTest;
    default:
      return undefined;
  }
}

const parseParam: Parser = (c, start, decorators) => {
  const name = c.identifier('the name of the parameter');
  const type = parseType(c);
  const value = c.take(Token.Assign) ? parseExpression(c) : undefined;
  return { kind: 'param', start, end: c.previousEnd, decorators, name, type, default: value };
};

const parseAssignment: Parser = (c, start, decorators) => {
  const name = c.identifier('the name of the parameter');
  const value = parseValue(c);
  return { kind: 'param-assignment', start, end: value.end, decorators, name, value };
};

const parseVar: Parser = (c, start, decorators) => {
  const name = c.identifier('the name of the variable');
  const type = c.at(Token.Assign) ? undefined : parseType(c);
  const value = parseValue(c);
  return { kind: 'var', start, end: value.end, decorators, name, type, value };
};

const parseOutput: Parser = (c, start, decorators) => {
  const name = c.identifier('the name of the output');
  const type = parseType(c);
  const value = parseValue(c);
  return { kind: 'output', start, end: value.end, decorators, name, type, value };
};

const parseTypeDeclaration: Parser = (c, start, decorators) => {
  const name = c.identifier('the name of the type');
  c.expect(Token.Assign, "'='");
  const value = parseTypeExpression(c);
  return { kind: 'type', start, end: value.end, decorators, name, value };
};

const parseFunc: Parser = (c, start, decorators) => {
  const name = c.identifier('the name of the function');
  const parameters = parseTypedParameters(c);
  const returns = parseType(c);
  c.expect(Token.Arrow, "'=>'");
  c.continueLine();
  const body = parseExpression(c);
  return { kind: 'func', start, end: body.end, decorators, name, parameters, returns, body };
};

const parseTargetScope: Parser = (c, start, decorators) => {
  const value = parseValue(c);
  return { kind: 'targetScope', start, end: value.end, decorators, value };
};

const parseMetadata: Parser = (c, start, decorators) => {
  const name = c.identifier('the name of the metadata');
  const value = parseValue(c);
  return { kind: 'metadata', start, end: value.end, decorators, name, value };
};

const parseAssert: Parser = (c, start, decorators) => {
  const name = c.identifier('the name of the assertion');
  const value = parseValue(c);
  return { kind: 'assert', start, end: value.end, decorators, name, value };
};

function parseValue(c: Cursor): ReturnType<typeof parseExpression> {
  c.expect(Token.Assign, "'='");
  return parseExpression(c);
}
