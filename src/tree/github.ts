/** Revisions read through GitHub's API, without any checkout. */
import type { BlobReader } from './github/blobs.js';
import { blobReader } from './github/blobs.js';
import type { Wanted } from './github/blobs.js';
import { listEntries } from './github/listing.js';
import type { GitObjects } from './github/objects.js';
import type { Content, Tree, TreeEntry } from './tree.js';

export interface GitHubTreeOptions {
  /** Paths that the pull request changes, so that they are seen also where GitHub does not list everything. */
  readonly changed: readonly { readonly path: string; readonly id?: string }[];
  /** Which files the reviewer may ask for; they fill up requests that are sent anyway. */
  readonly isLikely: (path: string) => boolean;
  /** Larger files are not brought, in bytes. */
  readonly sizeLimit: number;
}

/** Trees of several commits of one repository that share what they read. */
export function githubTrees(
  objects: GitObjects,
  commits: readonly string[],
  options: GitHubTreeOptions,
): readonly Tree[] {
  const listed = new Map<string, readonly TreeEntry[]>();
  const reader = blobReader(objects, (asked) => neighbours(asked, listed, options));
  return commits.map((commit) => githubTree(objects, commit, reader, listed, options));
}

function githubTree(
  objects: GitObjects,
  commit: string,
  reader: BlobReader,
  listed: Map<string, readonly TreeEntry[]>,
  { changed, sizeLimit }: GitHubTreeOptions,
): Tree {
  const problems: string[] = [];
  let byPath: ReadonlyMap<string, TreeEntry> = new Map();
  const list = async (): Promise<readonly TreeEntry[]> => {
    const paths = changed.map(({ path }) => path);
    const found = await listEntries(objects, commit, paths);
    problems.push(...found.problems);
    const all = new Map(found.entries.map((entry) => [entry.path, entry]));
    // Where the listing was cut, what the pull request names is known to be there all the same.
    if (found.problems.length > 0) {
      for (const { path, id } of changed) if (id !== undefined && !all.has(path)) all.set(path, known(path, id));
    }
    byPath = all;
    const entries = [...all.values()];
    listed.set(commit, entries);
    return entries;
  };
  let entries: Promise<readonly TreeEntry[]> | undefined;
  const once = (): Promise<readonly TreeEntry[]> => (entries ??= list());
  return {
    revision: commit,
    problems,
    entries: once,
    read: async (paths) => {
      await once();
      const contents = new Map<string, Content>();
      const wanted: Wanted[] = [];
      for (const path of paths) {
        const entry = byPath.get(path);
        if (entry?.kind !== 'file') continue;
        if ((entry.size ?? 0) > sizeLimit) contents.set(path, { problem: tooLarge(entry.size ?? 0, sizeLimit) });
        else wanted.push(wantedOf(commit, entry));
      }
      const read = await reader.read(wanted);
      wanted.forEach(({ path }, index) => contents.set(path, read[index] ?? { problem: 'could not be read' }));
      return contents;
    },
  };
}

/** Files near the ones that are asked for: in their folders first, then below them, then anywhere. */
function neighbours(
  asked: readonly Wanted[],
  listed: ReadonlyMap<string, readonly TreeEntry[]>,
  { isLikely, sizeLimit }: GitHubTreeOptions,
): readonly Wanted[] {
  const folders = new Set(asked.map(({ path }) => folderOf(path)));
  const distance = (path: string): number => {
    const own = folderOf(path);
    if (folders.has(own)) return 0;
    return [...folders].some((folder) => folder === '' || own.startsWith(`${folder}/`)) ? 1 : 2;
  };
  return [...listed]
    .flatMap(([commit, entries]) =>
      entries
        .filter(({ kind, path, size }) => kind === 'file' && isLikely(path) && (size ?? 0) <= sizeLimit)
        .map((entry) => ({ wanted: wantedOf(commit, entry), rank: distance(entry.path) })),
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ wanted }) => wanted);
}

function wantedOf(commit: string, { path, identity, size }: TreeEntry): Wanted {
  return { commit, path, id: identity, size };
}

function known(path: string, identity: string): TreeEntry {
  return { path, kind: 'file', identity };
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

function tooLarge(size: number, limit: number): string {
  return `file of ${mebibytes(size)} is not read, the limit is ${mebibytes(limit)}`;
}

function mebibytes(bytes: number): string {
  return `${(bytes / (1024 * 1024)).toFixed(1)} MiB`;
}
