/** The native syntax of HCL 2 (.tf, .tfvars), with recovery. */
import type { Parsed } from '../problem.js';
import type { SourceFile } from '../source.js';
import type { HclBody, HclExpression } from './ast.js';
import { parseBody } from './body.js';
import { cursorOf, found, report, skipLines, SyntaxFault, type Cursor } from './cursor.js';
import { parseExpression } from './expressions.js';
import { scanTemplate } from './template-tokens.js';
import { buildTemplate } from './template-tree.js';

/** Parses a file. What is broken is left out and reported, the rest is in the body. */
export function parseHcl(file: SourceFile): Parsed<HclBody> {
  const first = cursorOf(file);
  const body = parseBody(first);
  if (!first.unclosed) return { result: body, problems: first.problems };
  // A brace is missing somewhere: now blocks that can only stand at the top end the ones before them.
  const second = cursorOf(file);
  second.unclosed = true;
  return { result: parseBody(second), problems: second.problems };
}

/** Parses a text that is one expression. `undefined` when it is none. */
export function parseHclExpression(file: SourceFile): Parsed<HclExpression | undefined> {
  return attempt(file, (cursor) => {
    cursor.lines = false;
    const expression = parseExpression(cursor);
    skipLines(cursor);
    if (cursor.at < file.text.length) throw new SyntaxFault(`expected the end, found ${found(cursor)}`, cursor.at);
    return expression;
  });
}

/** Parses a text that is one template, as `templatefile` reads it. `undefined` when it is none. */
export function parseHclTemplate(file: SourceFile): Parsed<HclExpression | undefined> {
  return attempt(file, (cursor) => {
    const parts = buildTemplate(cursor, scanTemplate(cursor, { kind: 'file' }));
    return { kind: 'template', parts, start: 0, end: file.text.length };
  });
}

function attempt(file: SourceFile, parse: (cursor: Cursor) => HclExpression): Parsed<HclExpression | undefined> {
  const cursor = cursorOf(file);
  try {
    return { result: parse(cursor), problems: cursor.problems };
  } catch (fault) {
    if (!(fault instanceof SyntaxFault)) throw fault;
    report(cursor, fault.at, fault.message);
    return { result: undefined, problems: cursor.problems };
  }
}
