/** Bicep from text to tree. */
import type { Parsed, Problem } from '../problem.js';
import type { SourceFile } from '../source.js';
import type { BicepProgram, BrokenDeclaration, Declaration, Identifier } from './ast.js';
import { Cursor, Failure } from './cursor.js';
import { parseDeclaration } from './declaration-parser.js';
import { lex } from './lexer.js';
import { startsDeclaration } from './keywords.js';
import { behindDecorators, nextDeclaration } from './recovery.js';
import { Token, type TokenList } from './tokens.js';

/** Broken declarations after which the rest of a file is left out: then it is no Bicep. */
const MAX_BROKEN = 100;
const LEFT_OUT = `${MAX_BROKEN} declarations could not be read; the rest of the file was left out`;
/** How often, on average, a token may be read again in search of the next declaration. */
const MAX_REREAD = 4;
/** How much of a name a message shows: as long as Bicep allows it to be. */
const MAX_NAME = 255;

/**
 * Parses a `.bicep` or `.bicepparam` file; the path's ending tells which. Never throws: a declaration that can't be
 * read is lost with one problem, and stands in the result as `broken`; all others are read.
 */
export function parseBicep(file: SourceFile): Parsed<BicepProgram> {
  const { tokens, comments, directives } = lex(file.text);
  const c = new Cursor(file, tokens);
  const assigning = file.path.toLowerCase().endsWith('.bicepparam');
  const declarations: Declaration[] = [];
  const problems: Problem[] = [];

  let work = 0;

  for (;;) {
    c.skipLineBreak();
    if (c.at(Token.EndOfFile)) break;
    const first = c.index;
    try {
      c.moveTo(first);
      declarations.push(parseDeclaration(c, assigning));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      work += error.index - first;
      const next = nextDeclaration(file.text, tokens, first, error.index, work < tokens.count * MAX_REREAD);
      const broken = brokenDeclaration(file.text, tokens, first, next);
      declarations.push(broken);
      problems.push(describe(file, tokens, broken, error));
      if (problems.length === MAX_BROKEN) break;
      c.moveTo(next);
    }
  }
  if (problems.length === MAX_BROKEN) problems.push({ path: file.path, message: LEFT_OUT });
  const end = file.text.length;
  return { result: { kind: 'program', start: 0, end, file, declarations, comments, directives }, problems };
}

function brokenDeclaration(text: string, tokens: TokenList, first: number, next: number): BrokenDeclaration {
  const keyword = behindDecorators(tokens, first, next);
  const name = keyword + 1;
  const known = keyword < next && startsDeclaration(text, tokens, keyword);
  return {
    kind: 'broken',
    start: tokens.start(first),
    end: tokens.end(Math.max(first, next - 2)),
    decorators: [],
    keyword: known ? text.slice(tokens.start(keyword), tokens.end(keyword)) : undefined,
    name: known && tokens.kind(name) === Token.Identifier ? identifier(text, tokens, name) : undefined,
  };
}

function identifier(text: string, tokens: TokenList, index: number): Identifier {
  const [start, end] = [tokens.start(index), tokens.end(index)];
  return { kind: 'identifier', start, end, name: text.slice(start, end) };
}

function describe(file: SourceFile, tokens: TokenList, broken: BrokenDeclaration, failure: Failure): Problem {
  // Where something is missing, the line that it is missing on is the one before.
  const missing = tokens.kind(failure.index) === Token.EndOfFile && failure.index > 0;
  const offset = missing ? tokens.end(failure.index - 1) - 1 : tokens.start(failure.index);
  const what = [broken.keyword ?? 'a declaration', broken.name?.name.slice(0, MAX_NAME)].filter(Boolean).join(' ');
  return { path: file.path, line: file.position(offset).line, message: `${what} could not be read: ${failure.reason}` };
}
