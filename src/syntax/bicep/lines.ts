/** Edits of whole lines, made from offsets. */
import type { Edit } from '../edit.js';
import type { SourceFile } from '../source.js';
import type { Node } from './ast.js';

/** Replaces a range of a file by a text, within the lines that the range takes. */
export function replaceRange(file: SourceFile, { start, end }: Node, text: string): Edit {
  const first = file.position(start);
  const last = file.position(end);
  const before = file.line(first.line).slice(0, first.column - 1);
  const after = file.line(last.line).slice(last.column - 1);
  return { path: file.path, startLine: first.line, endLine: last.line, text: `${before}${text}${after}` };
}

/** Puts lines behind the line of an offset. */
export function insertBehind(file: SourceFile, offset: number, text: string): Edit {
  const line = lineOf(file, offset);
  return { path: file.path, startLine: line, endLine: line, text: `${file.line(line)}\n${text}` };
}

/** The white space at the start of the line of an offset. */
export function indentOf(file: SourceFile, offset: number): string {
  return /^[ \t]*/.exec(file.line(lineOf(file, offset)))?.[0] ?? '';
}

export function lineOf(file: SourceFile, offset: number): number {
  return file.position(offset).line;
}

/** What stands on the line of an offset from there on, trimmed. */
export function restOfLine(file: SourceFile, offset: number): string {
  const { line, column } = file.position(offset);
  return file
    .line(line)
    .slice(column - 1)
    .trim();
}
