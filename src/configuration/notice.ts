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
