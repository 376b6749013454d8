/** Where the entries of a kustomization lead. */
import type { Files } from '../../tree/files.js';

/** The names of a kustomization file, as kustomize prefers them (`konfig.RecognizedKustomizationFileNames`). */
const NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

export function isKustomizationFile(path: string): boolean {
  return NAMES.includes(path.slice(path.lastIndexOf('/') + 1));
}

/** The kustomization file of a folder; kustomize refuses folders with several. */
export function kustomizationIn(folder: string, files: Files): string | undefined {
  return NAMES.map((name) => inside(folder, name)).find((path) => files.has(path));
}

/** Every path at which a folder's kustomization file could stand. */
export function kustomizationPaths(folder: string): readonly string[] {
  return NAMES.map((name) => inside(folder, name));
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

export function inside(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/**
 * Whether an entry names something that is not in the tree: a URL, a git address, `host/org/repo`. The forms are those that
 * kustomize clones or downloads (`api/internal/git/repospec.go`).
 */
export function isRemote(entry: string): boolean {
  return (
    /^[a-z][a-z0-9+.-]*::/i.test(entry) ||
    /^[a-z][a-z0-9+.-]*:\/\//i.test(entry) ||
    /^[\w.-]+@[\w.-]+:/.test(entry) ||
    /^(?:github\.com|gitlab\.com|bitbucket\.org|dev\.azure\.com|ssh\.dev\.azure\.com)[/:]/i.test(entry) ||
    /^[^?]*\?(?:.*&)?(?:ref|version|submodules|timeout)=/.test(entry) ||
    /^[^./][^/]*\.[a-z]{2,}\/[^/]+\/[^/]+(?:\.git)(?:\/|$)/i.test(entry)
  );
}

/** A path relative to a folder, from the top of the tree; undefined where it leads out of the tree. */
export function resolve(folder: string, entry: string): string | undefined {
  if (entry.startsWith('/')) return undefined;
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of entry.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
