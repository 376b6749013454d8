import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content, Tree, TreeEntry } from './tree.js';

/** Folders that hold copies or tools' working data, never what a team wrote. */
const skipped: ReadonlySet<string> = new Set(['.git', 'node_modules', '.terraform', '.terragrunt-cache']);

/** Larger files are never configuration; reading stops before memory does. */
const readLimit = 64 * 1024 * 1024;

/**
 * A plain folder. Symlinks are listed and never followed, so nothing outside of it is ever read.
 * @param folder absolute path
 * @param listed only these paths, when a version control system knows better what belongs to it
 */
export function folderTree(folder: string, listed?: readonly string[]): Tree {
  const readNow = (path: string): Content => readFile(folder, path);
  return {
    revision: null,
    entries: () => Promise.resolve(listed ? listed.flatMap((path) => entryOf(folder, path)) : walk(folder)),
    read: (paths) => Promise.resolve(new Map(paths.map((path) => [path, readNow(path)]))),
    readNow,
  };
}

function walk(folder: string): TreeEntry[] {
  const entries: TreeEntry[] = [];
  const pending = [''];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (const found of readdirSync(join(folder, at), { withFileTypes: true })) {
      const path = at === '' ? found.name : `${at}/${found.name}`;
      if (found.isSymbolicLink()) entries.push({ path, kind: 'symlink' });
      else if (found.isFile()) entries.push({ path, kind: 'file' });
      else if (found.isDirectory() && !skipped.has(found.name)) pending.push(path);
    }
  }
  return entries;
}

function entryOf(folder: string, path: string): TreeEntry[] {
  const found = lstatSync(join(folder, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isSymbolicLink()) return [{ path, kind: 'symlink' }];
  return found.isFile() ? [{ path, kind: 'file', size: found.size }] : [];
}

function readFile(folder: string, path: string): Content {
  const name = join(folder, path);
  try {
    const found = lstatSync(name);
    if (!found.isFile()) return { problem: 'could not be read: it is not a regular file' };
    if (found.size > readLimit) return { problem: `could not be read: ${String(found.size)} bytes are too many` };
    return { bytes: readFileSync(name) };
  } catch (error) {
    return {
      problem: `could not be read: ${error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'}`,
    };
  }
}
