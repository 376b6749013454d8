/** A pull request that changes what it is judged by: told, and without effect before it is merged. */
import type { Problem } from '../syntax/problem.js';
import type { Change } from '../tree/change.js';

/**
 * @param path of the configuration
 * @param changes of the pull request
 */
export function changeNotice(path: string, changes: readonly Change[]): readonly Problem[] {
  const touched = changes.some((change) => [change.path, change.previousPath].includes(path));
  return touched ? [{ path, message: 'is changed here; this review went by the configuration of the base' }] : [];
}

/** Where people put the file, and where it is not looked for. */
const mistaken = /^(\.github\/)?\.?aks-privacy\.ya?ml$/i;

/**
 * A review without the configuration that somebody may have meant: told, since it went by the defaults.
 * @param path where the configuration is looked for
 * @param isGiven whether a person gave that path
 * @param paths of the tree that is looked in
 */
export function absenceNotice(path: string, isGiven: boolean, paths: readonly string[]): readonly Problem[] {
  if (paths.includes(path)) return [];
  if (isGiven) return [{ path, message: 'is not in the base; this review went by the defaults' }];
  return paths
    .filter((one) => mistaken.test(one))
    .map((one) => ({ path: one, message: `is not read: the configuration is ${path}` }));
}
