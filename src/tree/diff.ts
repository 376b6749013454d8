import { structuredPatch } from 'diff';
import type { Change, Hunk } from './change.js';

/** Lines of context around a change, as GitHub shows them. */
const context = 3;

/** Lines that differ before a diff is given up: its time grows with their square, and so long a change is read as a whole. */
const maxEditLength = 2000;

/** The changes in the output of `git diff` (unified, `-a`). */
export function parseDiff(diff: string): readonly Change[] {
  if (diff === '') return [];
  return diff
    .split(/^(?=diff --git )/m)
    .filter((part) => part.startsWith('diff --git '))
    .flatMap((part) => parseFile(part));
}

/** The hunks of one file in unified form, from `@@` on: GitHub's `patch` field, or a part of `git diff`. */
export function parseHunks(patch: string): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let added: number[] = [];
  let removed: number[] = [];
  let oldLine = 0;
  let newLine = 0;
  for (const line of patch.split('\n')) {
    const header = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (header) {
      added = [];
      removed = [];
      oldLine = Number(header[1]);
      newLine = Number(header[3]);
      hunks.push({
        oldStart: oldLine,
        oldLines: Number(header[2] ?? 1),
        newStart: newLine,
        newLines: Number(header[4] ?? 1),
        added,
        removed,
      });
    } else if (hunks.length > 0) {
      if (line.startsWith('+')) added.push(newLine++);
      else if (line.startsWith('-')) removed.push(oldLine++);
      else if (line.startsWith(' ')) {
        oldLine++;
        newLine++;
      }
    }
  }
  return hunks;
}

/** The hunks between two texts that no version control compared. */
export function hunksBetween(before: string, after: string): readonly Hunk[] {
  const patch = structuredPatch('', '', before, after, undefined, undefined, { context, maxEditLength });
  if (!patch) return [oneHunk(before, after)];
  return parseHunks(
    patch.hunks
      .flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
        `@@ -${String(oldStart)},${String(oldLines)} +${String(newStart)},${String(newLines)} @@`,
        ...lines,
      ])
      .join('\n'),
  );
}

/** Everything between the lines that both texts begin and end with, as one change. */
function oneHunk(before: string, after: string): Hunk {
  const [old, now] = [linesOf(before), linesOf(after)];
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start++;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const [oldLines, newLines] = [old.length - start - end, now.length - start - end];
  const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => start + 1 + index);
  return {
    ...{ oldStart: start + 1, oldLines, newStart: start + 1, newLines },
    ...{ added: numbers(newLines), removed: numbers(oldLines) },
  };
}

function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function parseFile(part: string): Change[] {
  const body = part.indexOf('\n@@ ');
  const header = (body < 0 ? part : part.slice(0, body)).split('\n');
  const field = (name: string): string | undefined => {
    const line = header.find((candidate) => candidate.startsWith(name));
    return line === undefined ? undefined : unquote(line.slice(name.length));
  };
  const both = bothNames(header[0] ?? '');
  const before = field('rename from ') ?? strip(field('--- '), 'a/') ?? both;
  const after = field('rename to ') ?? strip(field('+++ '), 'b/') ?? both;
  const binary = header.some((line) => /^(Binary files .* differ|GIT binary patch)/.test(line));
  const hunks = binary ? undefined : body < 0 ? [] : parseHunks(part.slice(body + 1));
  const path = after ?? before;
  if (path === undefined) return [];
  if (header.some((line) => line.startsWith('new file mode'))) return [{ path, status: 'added', hunks }];
  if (header.some((line) => line.startsWith('deleted file mode'))) {
    return [{ path: before ?? path, status: 'removed', hunks }];
  }
  if (before !== undefined && before !== path) return [{ path, previousPath: before, status: 'renamed', hunks }];
  return [{ path, status: 'modified', hunks }];
}

function strip(name: string | undefined, prefix: string): string | undefined {
  return name?.startsWith(prefix) ? name.slice(prefix.length) : undefined;
}

/** `diff --git a/x b/x`, the only name that a file without hunks has: both halves are the same. */
function bothNames(line: string): string | undefined {
  const names = line.slice('diff --git '.length);
  const quoted = /^"a\/((?:[^"\\]|\\.)*)" "b\//.exec(names)?.[1];
  if (quoted !== undefined) return unquote(`"${quoted}"`);
  const middle = (names.length - 1) / 2;
  return names[middle] === ' ' ? strip(names.slice(0, middle), 'a/') : undefined;
}

/** Git quotes names with control characters as C strings; a trailing tab ends names with spaces. */
function unquote(name: string): string {
  const bare = name.replace(/[\t\r]+$/, '');
  if (!bare.startsWith('"')) return bare;
  const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v' };
  return bare
    .slice(1, -1)
    .replace(/\\([0-7]{3}|.)/g, (_, code: string) =>
      code.length === 3 ? String.fromCharCode(parseInt(code, 8)) : (escapes[code] ?? code),
    );
}
