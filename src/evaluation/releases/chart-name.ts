/** How the command line of Helm names charts. */
import type { Value } from '../../syntax/value.js';
import type { ChartReference } from '../helm/release.js';
import { folderOf, pathFrom } from '../gitops/folders.js';

/**
 * A chart as the command line of Helm reads it: a folder, `oci://…/name`, `repository/name`, or a name of `repository`.
 * @param from folders that paths may be relative to
 */
export function chartNamed(
  written: string,
  repository: string | undefined,
  version: Value | undefined,
  from: readonly string[],
  isChart: (folder: string) => boolean,
): ChartReference {
  if (repository === undefined) {
    const folders = from.flatMap((folder) => pathFrom(folder, written) ?? []);
    const found = folders.find(isChart);
    if (found !== undefined) return { kind: 'local', path: found };
    if (/^\.{0,2}\//.test(written) || /^\.{1,2}$/.test(written)) {
      return { kind: 'undetermined', expression: `the chart ${written}, which is not in this repository` };
    }
  }
  const [, registry, last] = /^(\w+:\/\/.+)\/([^/]+)$/.exec(written) ?? [];
  if (registry !== undefined && last !== undefined) {
    const archive = /^(.+?)-v?\d+\.\d+.*\.tgz$/.exec(last)?.[1];
    if (!registry.startsWith('oci:') && archive === undefined) {
      return { kind: 'undetermined', expression: `the chart ${written}` };
    }
    return { kind: 'published', name: archive ?? last, repository: registry, version };
  }
  const name = folderOf(written)?.split('/').at(-1) ?? written;
  return { kind: 'published', name, repository, version };
}
