/** What is found in a file, kept as long as the file is: parses of whole trees are not. */
import type { SourceFile } from '../../syntax/source.js';
import type { Files } from '../../tree/files.js';

/** `undefined` while the file is not there (yet). */
export type Remembered<T> = (path: string, files: Files) => T | undefined;

/** @param find gives little for most files: what it gives stays in memory */
export function remembering<T>(find: (file: SourceFile) => T): Remembered<T> {
  const known = new WeakMap<SourceFile, { readonly found: T }>();
  return (path, files) => {
    const file = files.read(path);
    if (!file) return undefined;
    const before = known.get(file);
    if (before) return before.found;
    const found = find(file);
    known.set(file, { found });
    return found;
  };
}
