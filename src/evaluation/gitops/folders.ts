/** Folders of the tree, by the paths that objects name. */
import type { Files } from '../../tree/files.js';

/** `./apps//web/` -> `apps/web`, `` for the top; undefined for what leads out of the tree, or is no path. */
export function folderOf(path: string): string | undefined {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.join('/');
}

/** A path that is relative to a folder; one that starts with a slash is relative to the top. */
export function pathFrom(folder: string, path: string): string | undefined {
  return folderOf(path.startsWith('/') || folder === '' ? path : `${folder}/${path}`);
}

export function below(folder: string, path: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

/** Whether there are files below a folder. The paths are in order, so that the search is short. */
export function isFolder(folder: string, { paths }: Files): boolean {
  if (folder === '') return paths.length > 0;
  const at = firstAtOrAfter(paths, `${folder}/`);
  return paths[at]?.startsWith(`${folder}/`) === true;
}

/** Every path below a folder. */
export function pathsBelow(folder: string, { paths }: Files): readonly string[] {
  if (folder === '') return paths;
  const start = firstAtOrAfter(paths, `${folder}/`);
  let end = start;
  while (paths[end]?.startsWith(`${folder}/`)) end++;
  return paths.slice(start, end);
}

function firstAtOrAfter(paths: readonly string[], wanted: string): number {
  let low = 0;
  let high = paths.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paths[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The names that kustomize looks for. */
export const kustomizationNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'] as const;

export function kustomizationIn(folder: string, files: Files): string | undefined {
  return kustomizationNames.map((name) => inside(folder, name)).find((path) => files.has(path));
}

export function inside(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}
