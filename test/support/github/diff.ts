/** Differences between two commits as GitHub describes them. */
import { structuredPatch } from 'diff';
import type { Stored } from './world.js';

export interface DiffFile {
  readonly filename: string;
  readonly previous_filename?: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
  readonly changes: number;
  readonly patch?: string;
}

/** @param renames head path -> base path, for files that changed while they moved */
export function diffFiles(
  before: ReadonlyMap<string, Stored>,
  after: ReadonlyMap<string, Stored>,
  renames: ReadonlyMap<string, string>,
  hasPatch: (path: string) => boolean,
): readonly DiffFile[] {
  const gone = [...before.keys()].filter((path) => !after.has(path));
  const moved = new Map(renames);
  for (const [path, { id }] of after) {
    if (before.has(path) || moved.has(path)) continue;
    const same = gone.find((old) => before.get(old)?.id === id && ![...moved.values()].includes(old));
    if (same !== undefined) moved.set(path, same);
  }
  const taken = new Set(moved.values());
  const files: DiffFile[] = [];
  for (const [path, file] of after) {
    const old = moved.get(path);
    if (old !== undefined) files.push(entry(path, 'renamed', before.get(old), file, hasPatch(path), old));
    else if (!before.has(path)) files.push(entry(path, 'added', undefined, file, hasPatch(path)));
    else if (before.get(path)?.id !== file.id)
      files.push(entry(path, 'modified', before.get(path), file, hasPatch(path)));
  }
  for (const path of gone) {
    if (!taken.has(path)) files.push(entry(path, 'removed', before.get(path), undefined, hasPatch(path)));
  }
  return files.sort((a, b) => (a.filename < b.filename ? -1 : 1));
}

function entry(
  filename: string,
  status: DiffFile['status'],
  before: Stored | undefined,
  after: Stored | undefined,
  withPatch: boolean,
  previous?: string,
): DiffFile {
  const [old, now] = [textOf(before), textOf(after)];
  const hunks = structuredPatch('', '', old ?? '', now ?? '', '', '', { context: 3 }).hunks;
  const lines = hunks.flatMap((hunk) => hunk.lines);
  const additions = lines.filter((line) => line.startsWith('+')).length;
  const deletions = lines.filter((line) => line.startsWith('-')).length;
  const patch = hunks
    .map(({ oldStart, oldLines, newStart, newLines, lines: body }) =>
      [`@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`, ...body].join('\n'),
    )
    .join('\n');
  const isText = old !== undefined && now !== undefined;
  return {
    filename,
    ...(previous === undefined ? {} : { previous_filename: previous }),
    status,
    sha: (after ?? before)?.id ?? '',
    additions,
    deletions,
    changes: additions + deletions,
    ...(withPatch && isText && patch !== '' ? { patch } : {}),
  };
}

function range(start: number, count: number): string {
  return count === 1 ? String(start) : `${start},${count}`;
}

/** Undefined for what git takes for binary. */
function textOf(file: Stored | undefined): string | undefined {
  if (!file) return '';
  return file.bytes.subarray(0, 8000).includes(0) ? undefined : file.bytes.toString('utf8');
}

/** The lines of the head that a comment may stand on, hunk by hunk. */
export function commentable(patch: string | undefined): readonly { first: number; last: number }[] {
  return [...(patch ?? '').matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)].map(([, start = '0', count = '1']) => ({
    first: Number(start),
    last: Number(start) + Number(count) - 1,
  }));
}

/** Where a line of one text is in another; null when it is not there any more. */
export function moved(before: string, after: string, line: number): number | null {
  let shift = 0;
  for (const hunk of structuredPatch('', '', before, after, '', '', { context: 0 }).hunks) {
    if (hunk.oldStart > line || (hunk.oldLines === 0 && hunk.oldStart >= line)) break;
    if (hunk.oldLines > 0 && line < hunk.oldStart + hunk.oldLines) return null;
    shift += hunk.newLines - hunk.oldLines;
  }
  return line + shift;
}
