/** What ties a file to others: imports, extensions, and the template that a parameter file is for. */
import type {
  Decorator,
  ExtendsDeclaration,
  ExtensionConfigDeclaration,
  ExtensionDeclaration,
  ImportDeclaration,
  ImportedSymbol,
  ObjectLiteral,
  UsingDeclaration,
  Wildcard,
} from './ast.js';
import type { Cursor } from './cursor.js';
import { parseElements } from './elements.js';
import { parseBody, parseText } from './expression-parser.js';
import { atString } from './literals.js';
import { Token } from './tokens.js';

/** `import … from 'path'`; the cursor stands behind `import`, like that of all others here behind their keyword. */
export function parseImport(c: Cursor, start: number, decorators: readonly Decorator[]): ImportDeclaration {
  const symbols = c.at(Token.Asterisk) ? parseWildcard(c) : parseSymbols(c);
  c.expectWord('from');
  const path = parseText(c, 'the path of the imported file in quotes');
  return { kind: 'import', start, end: path.end, decorators, path, symbols };
}

/** `extension name` or `'…'`, `with { … }`, `as alias`. */
export function parseExtension(c: Cursor, start: number, decorators: readonly Decorator[]): ExtensionDeclaration {
  const specification = atString(c) ? parseText(c, 'an extension') : c.identifier('the name of the extension');
  const config = parseConfig(c);
  const alias = c.takeWord('as') ? c.identifier("a name after 'as'") : undefined;
  return { kind: 'extension', start, end: c.previousEnd, decorators, specification, config, alias };
}

/** `extensionConfig alias with { … }`. */
export function parseExtensionConfig(
  c: Cursor,
  start: number,
  decorators: readonly Decorator[],
): ExtensionConfigDeclaration {
  const alias = c.identifier('the name of the extension');
  c.expectWord('with');
  const config = parseBody(c);
  return { kind: 'extensionConfig', start, end: config.end, decorators, alias, config };
}

/** `using 'path'` or `none`, `with { … }`. */
export function parseUsing(c: Cursor, start: number, decorators: readonly Decorator[]): UsingDeclaration {
  const path = c.takeWord('none') ? undefined : parseText(c, "the path of the template in quotes or 'none'");
  const config = parseConfig(c);
  return { kind: 'using', start, end: c.previousEnd, decorators, path, config };
}

/** `extends 'path'`. */
export function parseExtends(c: Cursor, start: number, decorators: readonly Decorator[]): ExtendsDeclaration {
  const path = parseText(c, 'the path of the extended parameter file in quotes');
  return { kind: 'extends', start, end: path.end, decorators, path };
}

function parseConfig(c: Cursor): ObjectLiteral | undefined {
  return c.takeWord('with') ? parseBody(c) : undefined;
}

function parseWildcard(c: Cursor): Wildcard {
  const start = c.start;
  c.advance();
  c.expectWord('as');
  const alias = c.identifier("a name after 'as'");
  return { kind: 'wildcard', start, end: alias.end, alias };
}

function parseSymbols(c: Cursor): readonly ImportedSymbol[] {
  if (!c.at(Token.LeftBrace)) c.fail("expected '{' or '*' and what to import");
  const symbols: ImportedSymbol[] = [];
  parseElements(c, Token.RightBrace, "'}'", () => symbols.push(parseSymbol(c)));
  return symbols;
}

function parseSymbol(c: Cursor): ImportedSymbol {
  const start = c.start;
  const text = atString(c) ? parseText(c, 'what to import') : c.identifier('what to import');
  if (text.kind === 'interpolation') return c.fail('expected a name without holes');
  const alias = c.takeWord('as') ? c.identifier("a name after 'as'") : undefined;
  return { kind: 'imported', start, end: alias?.end ?? text.end, name: text, alias };
}
