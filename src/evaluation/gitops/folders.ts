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
