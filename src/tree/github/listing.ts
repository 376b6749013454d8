/** All entries of a revision from the API: one request, or a walk over folders where GitHub cuts the answer. */
import type { TreeEntry } from '../tree.js';
import type { GitObjects, ListedObject } from './objects.js';

export interface Entries {
  readonly entries: readonly TreeEntry[];
  readonly problems: readonly string[];
}

/** Further requests for a revision that GitHub does not list at once. */
const mostRequests = 30;

/** Copies of other people's files, looked into last. */
const bulky: ReadonlySet<string> = new Set(['node_modules', 'vendor', '.terraform', 'third_party']);

interface Folder {
  readonly path: string;
  readonly id: string;
}

/**
 * @param first paths whose folders matter most when not all can be listed
 */
export async function listEntries(objects: GitObjects, commit: string, first: readonly string[]): Promise<Entries> {
  const all = await objects.tree(commit, true);
  const found = new Map<string, TreeEntry>();
  take(found, '', all.objects);
  if (!all.truncated) return { entries: [...found.values()], problems: [] };
  const unseen = await walk(objects, commit, first, found);
  return { entries: [...found.values()], problems: unseen.length === 0 ? [] : [cutShort(unseen)] };
}

/** @returns folders that were not listed */
async function walk(
  objects: GitObjects,
  commit: string,
  first: readonly string[],
  found: Map<string, TreeEntry>,
): Promise<readonly string[]> {
  let requests = 0;
  const unseen: string[] = [];
  const pending: Folder[] = [];
  const list = async (folder: Folder, recursive: boolean): Promise<readonly ListedObject[] | undefined> => {
    if (requests >= mostRequests) return undefined;
    requests++;
    const listing = await objects.tree(folder.id, recursive).catch(() => undefined);
    if (listing) take(found, folder.path, listing.objects);
    return listing && !listing.truncated ? listing.objects : undefined;
  };
  const open = async (folder: Folder): Promise<void> => {
    const inside = await list(folder, false);
    if (inside) pending.push(...inside.filter(isFolder).map(({ path, id }) => ({ path: join(folder.path, path), id })));
    else unseen.push(folder.path);
  };
  await open({ path: '', id: commit });
  for (;;) {
    pending.sort((a, b) => rank(a.path, first) - rank(b.path, first));
    const next = pending.shift();
    if (!next) return unseen;
    if (!(await list(next, true))) await open(next);
  }
}

function rank(folder: string, first: readonly string[]): number {
  if (first.some((path) => path.startsWith(`${folder}/`))) return 0;
  return folder.split('/').some((name) => bulky.has(name)) ? 2 : 1;
}

function take(found: Map<string, TreeEntry>, folder: string, objects: readonly ListedObject[]): void {
  for (const object of objects) {
    if (isFolder(object)) continue;
    const path = join(folder, object.path);
    found.set(path, {
      path,
      kind: kindOf(object.mode),
      identity: object.id,
      ...(object.size === undefined ? {} : { size: object.size }),
    });
  }
}

function kindOf(mode: string): TreeEntry['kind'] {
  switch (mode) {
    case '120000':
      return 'symlink';
    case '160000':
      return 'submodule';
    default:
      return 'file';
  }
}

function isFolder({ mode }: ListedObject): boolean {
  return mode === '040000';
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function cutShort(unseen: readonly string[]): string {
  const names = unseen.slice(0, 5).map((folder) => (folder === '' ? 'the root' : folder));
  const more = unseen.length > names.length ? ` and ${String(unseen.length - names.length)} more` : '';
  return `the repository is too large for GitHub to list: not all was seen in ${names.join(', ')}${more}`;
}
