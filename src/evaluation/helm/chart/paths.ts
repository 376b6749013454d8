/** Which paths of the tree lie in a folder, at any depth. */
import type { Files } from '../../../tree/files.js';

/** The paths are in code-point order, so those of a folder lie together. */
export function pathsBelow({ paths }: Files, folder: string): readonly string[] {
  if (folder === '') return paths;
  const prefix = `${folder}/`;
  const start = firstFrom(paths, prefix);
  let end = start;
  while (paths[end]?.startsWith(prefix)) end++;
  return paths.slice(start, end);
}

function firstFrom(paths: readonly string[], wanted: string): number {
  let low = 0;
  let high = paths.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paths[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `a/b/c.yaml` -> `a/b`; `''` for what lies at the top. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}
