/** Looking up lines of the reviewed files, for renderers that show code. */
import type { SourceFile } from '../syntax/source.js';

/** The text of a 1-based line at the head, without its line break; `undefined` when the file or the line is not there. */
export type Lines = (path: string, line: number) => string | undefined;

/** A lookup that knows no line: code is left out then. */
export const noLines: Lines = () => undefined;

/** Looks lines up in decoded files by path. */
export function linesOf(files: ReadonlyMap<string, SourceFile>): Lines {
  return (path, line) => {
    const file = files.get(path);
    return file && line >= 1 && line <= file.lineCount ? file.line(line) : undefined;
  };
}
