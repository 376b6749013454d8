import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CompareOptions } from '../../src/comparison/compare.js';
import { parts } from '../../src/parts.js';
import type { Report } from '../../src/report/report.js';
import type { ReviewOptions } from '../../src/review.js';
import { review } from '../../src/review.js';
import { compareTrees } from '../../src/tree/compare.js';
import { folderTree } from '../../src/tree/folder.js';
import type { Renderer } from '../../src/tree/render/request.js';
import type { Tree, TreeEntry } from '../../src/tree/tree.js';

/** Files by path: text, or bytes. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export const defaults: CompareOptions = {
  gate: { failOn: 'regression', minimumScores: {} },
  required: { api: 'private', ingress: 'private', egress: 'private' },
  rules: new Map(),
  unknownBlocks: false,
  today: '2026-11-23',
};

/** Reviews a pull request given as two sets of files; without a base it is an audit. */
export async function reviewFiles(
  base: Files | null,
  head: Files,
  overrides: Partial<ReviewOptions> = {},
  renderer?: Renderer,
): Promise<Report> {
  return reviewTrees(base && memoryTree(base), memoryTree(head), overrides, renderer);
}

export async function reviewFolders(base: string | null, head: string): Promise<Report> {
  return reviewTrees(base === null ? null : folderTree(base), folderTree(head));
}

async function reviewTrees(
  base: Tree | null,
  head: Tree,
  overrides: Partial<ReviewOptions> = {},
  renderer?: Renderer,
): Promise<Report> {
  const used = parts();
  const changes = base ? await compareTrees(base, head, used.decode) : [];
  const options = { ...defaults, includes: () => true, version: '0.0.0', clock: () => 0, ...overrides };
  return review({ base, head, changes, options, renderer }, used);
}

export function memoryTree(files: Files): Tree {
  const entries: TreeEntry[] = Object.keys(files).map((path) => ({ path, kind: 'file' }));
  return {
    revision: null,
    entries: () => Promise.resolve(entries),
    read: (paths) =>
      Promise.resolve(
        new Map(paths.flatMap((path) => (files[path] === undefined ? [] : [[path, { bytes: bytesOf(files[path]) }]]))),
      ),
  };
}

export function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content;
}
