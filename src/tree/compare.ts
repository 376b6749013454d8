import { createHash } from 'node:crypto';
import { SourceFile } from '../syntax/source.js';
import type { Change } from './change.js';
import { hunksBetween } from './diff.js';
import type { Decoder } from './source-cache.js';
import type { Content, Tree } from './tree.js';

/** A line diff of longer texts costs more than it tells. */
const diffLimit = 1_000_000;

/** The changes between two trees that no version control connects. A file that only moved is a rename. */
export async function compareTrees(base: Tree, head: Tree, decode: Decoder): Promise<readonly Change[]> {
  const [before, after] = await Promise.all([contents(base), contents(head)]);
  const removed = new Map([...before].filter(([path]) => !after.has(path)));
  const moved = new Map([...removed].map(([path, bytes]) => [hash(bytes), path]));
  const changes: Change[] = [];
  for (const [path, bytes] of after) {
    const old = before.get(path);
    if (old?.equals(bytes)) continue;
    const text = textOf(path, bytes, decode);
    if (old) {
      changes.push({ path, status: 'modified', hunks: hunks(textOf(path, old, decode), text) });
      continue;
    }
    // Empty files are all alike and say nothing about where one came from.
    const previousPath = bytes.length > 0 ? moved.get(hash(bytes)) : undefined;
    if (previousPath !== undefined && removed.delete(previousPath)) {
      changes.push({ path, previousPath, status: 'renamed', hunks: [] });
    } else {
      changes.push({ path, status: 'added', hunks: hunks('', text) });
    }
  }
  for (const [path, bytes] of removed) {
    changes.push({ path, status: 'removed', hunks: hunks(textOf(path, bytes, decode), '') });
  }
  return changes;
}

async function contents(tree: Tree): Promise<ReadonlyMap<string, Buffer>> {
  const paths = (await tree.entries()).flatMap(({ path, kind }) => (kind === 'file' ? [path] : []));
  const read = await tree.read(paths);
  return new Map([...read].flatMap(([path, content]) => bytesOf(path, content)));
}

function bytesOf(path: string, content: Content): [string, Buffer][] {
  return 'bytes' in content ? [[path, Buffer.from(content.bytes)]] : [];
}

function textOf(path: string, bytes: Uint8Array, decode: Decoder): string | undefined {
  const decoded = decode(path, bytes);
  return decoded instanceof SourceFile ? decoded.text : undefined;
}

function hunks(before: string | undefined, after: string | undefined): Change['hunks'] {
  if (before === undefined || after === undefined || before.length + after.length > diffLimit) return undefined;
  return hunksBetween(before, after);
}

function hash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
