/** Which paths of a revision lie in a folder, at any depth. They are in code-point order, so those of a folder lie together. */
import type { Files } from './files.js';

export function pathsBelow({ paths }: Pick<Files, 'paths'>, folder: string): readonly string[] {
  if (folder === '') return paths;
  const prefix = `${folder}/`;
  const start = firstFrom(paths, prefix);
  let end = start;
  while (paths[end]?.startsWith(prefix)) end++;
  return paths.slice(start, end);
}

/** Whether anything lies in a folder: git knows no empty ones. */
export function isFolder({ paths }: Pick<Files, 'paths'>, folder: string): boolean {
  if (folder === '') return paths.length > 0;
  const prefix = `${folder}/`;
  return paths[firstFrom(paths, prefix)]?.startsWith(prefix) === true;
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
