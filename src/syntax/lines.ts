/** Edits of whole lines, made from offsets. */
import type { Edit } from './edit.js';
import type { SourceFile } from './source.js';

/** Replaces a half-open range of offsets by a text; what else stands on its first and last line is kept. */
export function replaceRange(file: SourceFile, start: number, end: number, text: string): Edit {
  const first = file.position(start);
  const last = file.position(Math.max(start, end));
  const before = file.line(first.line).slice(0, first.column - 1);
  const after = file.line(last.line).slice(last.column - 1);
  return { path: file.path, startLine: first.line, endLine: last.line, text: `${before}${text}${after}` };
}

export function lineOf(file: SourceFile, offset: number): number {
  return file.position(offset).line;
}

/** The white space at the start of the line of an offset. */
export function indentOf(file: SourceFile, offset: number): string {
  return /^[ \t]*/.exec(file.line(lineOf(file, offset)))?.[0] ?? '';
}
