import type { Parsed } from '../../syntax/problem.js';
import type { SourceFile } from '../../syntax/source.js';
import type { Files } from '../../tree/files.js';

/** What parsers made of files, so that each file is parsed once. */
export type Parses = WeakMap<SourceFile, Map<unknown, unknown>>;

/** Files whose problems are not told: what is wrong with files that nobody changed is no business of a pull request. */
export function quietly(files: Files, parsed: Parses): Files {
  return {
    paths: files.paths,
    has: (path) => files.has(path),
    inFolder: (folder) => files.inFolder(folder),
    read: (path) => files.read(path),
    parse<T>(path: string, parser: (file: SourceFile) => Parsed<T>): T | undefined {
      const file = files.read(path);
      if (!file) return undefined;
      const own = parsed.get(file) ?? new Map<unknown, unknown>();
      parsed.set(file, own);
      if (!own.has(parser)) own.set(parser, parser(file).result);
      return own.get(parser) as T | undefined;
    },
  };
}
