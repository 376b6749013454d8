/**
 * The Kubernetes objects of a whole revision, as far as they were evaluated: what an object of one root is joined to in others.
 */
import type { Resource, Root } from '../../evaluation/resource.js';
import type { Cluster } from '../model.js';
import type { PublicBan } from '../policy-assignments.js';
import { publicBanOf } from '../policy-assignments.js';
import type { KubernetesObject } from './object.js';
import { objectOf } from './object.js';

export interface Estate {
  /** Objects by API group and kind, in the order of evaluation. */
  readonly all: (group: string, ...kinds: readonly string[]) => readonly KubernetesObject[];
  /** The clusters that the objects may be deployed to. */
  readonly clusters: () => readonly Cluster[];
  /** Policy assignments that may cover them. */
  readonly bans: readonly PublicBan[];
  /** What is computed of the whole estate, once for each function. */
  readonly derived: <T>(compute: (estate: Estate) => T) => T;
}

/**
 * @param resources of all roots
 * @param clusters of all roots
 */
export function estateOf(resources: readonly Resource[], clusters: () => readonly Cluster[] = () => []): Estate {
  const byKind = new Map<string, KubernetesObject[]>();
  for (const resource of resources) {
    const object = objectOf(resource);
    if (!object) continue;
    const key = `${object.group}/${object.kind}`;
    const found = byKind.get(key);
    if (found) found.push(object);
    else byKind.set(key, [object]);
  }
  const computed = new Map<unknown, unknown>();
  const estate: Estate = {
    all: (group, ...kinds) => kinds.flatMap((kind) => byKind.get(`${group}/${kind}`) ?? []),
    clusters: () => estate.derived(clusters),
    bans: resources.flatMap((resource) => publicBanOf(resource) ?? []),
    derived<T>(compute: (estate: Estate) => T): T {
      if (!computed.has(compute)) computed.set(compute, compute(estate));
      return computed.get(compute) as T;
    },
  };
  return estate;
}

/** A function that is asked the same more than once, and answers from memory then: for `derived`. */
export function remembering<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as V;
    const answer = compute(key);
    known.set(key, answer);
    return answer;
  };
}

/**
 * Of several candidates those that stand closest to an object: below the deepest folder that they share with it. A repository
 * often holds several deployments side by side that use the same names.
 */
export function nearest<T extends { readonly resource: Pick<Resource, 'root'> }>(
  candidates: readonly T[],
  { root }: Pick<Resource, 'root'>,
): readonly T[] {
  const folders = foldersOf(root);
  const closeness = candidates.map(({ resource }) => sharedFolders(foldersOf(resource.root), folders));
  const most = Math.max(...closeness);
  return candidates.filter((_, index) => closeness[index] === most);
}

/** Names of the folders that a root stands in, from the top. */
export function foldersOf({ format, path }: Root): readonly string[] {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  // The root of Terraform is a folder, that of everything else a file.
  return format === 'terraform' ? parts : parts.slice(0, -1);
}

function sharedFolders(a: readonly string[], b: readonly string[]): number {
  const end = a.findIndex((folder, index) => folder !== b[index]);
  return end < 0 ? a.length : end;
}
