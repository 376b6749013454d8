/** Where each finding is told: on a line of the diff, on a file of it, or in the summary only. */
import { suggestibleEdit } from '../../report/markdown.js';
import { compareFindings } from '../../report/selection.js';
import type { Finding } from '../../report/report.js';
import { together } from '../../report/together.js';
import type { Change, Hunk } from '../../tree/change.js';
import { mostComments } from './limits.js';

export interface LineAnchor {
  readonly kind: 'lines';
  readonly path: string;
  /** 1-based lines of the head, both in one hunk. */
  readonly startLine: number;
  readonly endLine: number;
  /** Whether the finding's fix replaces exactly these lines. */
  readonly suggestion: boolean;
}

export interface FileAnchor {
  readonly kind: 'file';
  readonly path: string;
}

export type Anchor = LineAnchor | FileAnchor;

export interface Placement {
  readonly finding: Finding;
  /** Undefined: only in the summary. */
  readonly anchor: Anchor | undefined;
}

/** More lines than these make a comment unreadable: then it stands on the first one. */
const longestAnchor = 20;

/** A fix within as many lines of the finding takes the comment along: it can be applied by a click there. */
const nearby = 10;

interface Lines {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
}

/**
 * What the pull request introduced, the most severe first, each at the best place that GitHub accepts; what one line decides for several subjects is told once.
 */
export function placements(findings: readonly Finding[], changes: readonly Change[]): readonly Placement[] {
  const byPath = new Map(changes.filter(({ status }) => status !== 'removed').map((change) => [change.path, change]));
  const introduced = findings.filter(({ status }) => status === 'introduced').sort(compareFindings);
  return together(introduced).map(({ finding }) => ({ finding, anchor: anchorOf(finding, byPath) }));
}

/** The placements that get a comment, within the limits of a pull request. */
export function withinLimits(all: readonly Placement[]): readonly Placement[] {
  const room = { ...mostComments };
  return all.filter(({ anchor }) => {
    if (!anchor || room.all === 0 || (anchor.kind === 'file' && room.files === 0)) return false;
    room.all--;
    if (anchor.kind === 'file') room.files--;
    return true;
  });
}

/**
 * Changed lines before lines that only stand near a change, and within both the finding's own place before the places that
 * its value comes from. A file of the pull request whose lines are unknown or elsewhere gets a comment of its own.
 */
export function anchorOf(finding: Finding, changes: ReadonlyMap<string, Change>): Anchor | undefined {
  const places: readonly Lines[] = [
    finding,
    ...finding.way.map(({ path, line }) => ({ path, startLine: line, endLine: line })),
  ];
  for (const accepts of [changesLine, () => true]) {
    for (const place of places) {
      const hunk = changes.get(place.path)?.hunks?.find((one) => meets(one, place) && accepts(one, place));
      if (hunk) return lineAnchor(finding, place, hunk);
    }
  }
  const file = places.find(({ path }) => changes.has(path));
  return file && { kind: 'file', path: file.path };
}

function lineAnchor(finding: Finding, place: Lines, hunk: Hunk): LineAnchor {
  const fixed = fixedLines(finding, place, hunk);
  if (fixed) return { kind: 'lines', ...fixed, suggestion: true };
  const startLine = Math.max(place.startLine, hunk.newStart);
  const endLine = Math.min(place.endLine, lastLine(hunk));
  const tooLong = endLine - startLine >= longestAnchor;
  return { kind: 'lines', path: place.path, startLine, endLine: tooLong ? startLine : endLine, suggestion: false };
}

/** The lines that a fix replaces, when one suggestion can say it: near the place, inside the hunk. */
function fixedLines(finding: Finding, place: Lines, hunk: Hunk): Lines | undefined {
  const edit = suggestibleEdit(finding);
  if (edit?.path !== place.path) return undefined;
  const { path, startLine, endLine } = edit;
  const isNear = startLine - place.endLine <= nearby && place.startLine - endLine <= nearby;
  const inside = startLine >= hunk.newStart && endLine <= lastLine(hunk) && startLine <= endLine;
  return isNear && inside && endLine - startLine < longestAnchor ? { path, startLine, endLine } : undefined;
}

function meets(hunk: Hunk, { startLine, endLine }: Lines): boolean {
  return startLine <= lastLine(hunk) && endLine >= hunk.newStart;
}

function changesLine(hunk: Hunk, { startLine, endLine }: Lines): boolean {
  return hunk.added.some((line) => line >= startLine && line <= endLine);
}

/** Below the first line of a hunk that only removes, so that no line is in it. */
function lastLine({ newStart, newLines }: Hunk): number {
  return newStart + newLines - 1;
}
