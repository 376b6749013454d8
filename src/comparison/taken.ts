/** Where a pull request takes away what a level rested on, as a place of the head. */
import type { Location } from '../syntax/source.js';
import { locate } from '../syntax/source.js';
import type { Origin } from '../syntax/value.js';
import { origins } from '../syntax/value.js';
import type { Change, Hunk } from '../tree/change.js';
import type { Lines } from './suppression.js';

/**
 * @param location where a finding would stand
 * @param evidence what the level rested on at the base, the most telling first
 * @returns the line where the first evidence that the change removes was; undefined when the finding already stands in the
 *   diff, or nothing that the level rested on is removed from a file that is still there
 */
export type Taken = (location: Location, evidence: readonly Origin[]) => Location | undefined;

export function takenBy(changes: readonly Change[], lines: Lines): Taken {
  const remaining = changes.filter(({ status }) => status !== 'removed');
  const byPath = new Map(remaining.map((change) => [change.path, change]));
  const byBasePath = new Map(remaining.map((change) => [change.previousPath ?? change.path, change]));
  return (location, evidence) => {
    if (byPath.get(location.path)?.hunks?.some((hunk) => shows(hunk, location)) === true) return undefined;
    for (const { path, startLine } of evidence.flatMap(origins).map(({ span }) => locate(span))) {
      const change = byBasePath.get(path);
      const hunk = change?.hunks?.find(({ removed }) => removed.includes(startLine));
      if (change && hunk && hunk.newLines > 0) return lineOf(change.path, standsAt(hunk, startLine), lines);
    }
    return undefined;
  };
}

function shows({ newStart, newLines }: Hunk, { startLine, endLine }: Location): boolean {
  return startLine < newStart + newLines && endLine >= newStart;
}

/** The head line that takes the place of a removed one, or the one before it: usually what it was part of. */
function standsAt(hunk: Hunk, target: number): number {
  const removed = new Set(hunk.removed);
  const added = new Set(hunk.added);
  let line = hunk.newStart;
  for (let old = hunk.oldStart; old < target; old++) {
    if (removed.has(old)) continue;
    while (added.has(line)) line++;
    line++;
  }
  return added.has(line) ? line : Math.max(line - 1, hunk.newStart);
}

function lineOf(path: string, line: number, lines: Lines): Location {
  const text = lines(path, line);
  const start = text.length - text.trimStart().length;
  const end = Math.max(text.trimEnd().length, start + 1);
  return { path, startLine: line, startColumn: start + 1, endLine: line, endColumn: end };
}
