/** Where GitHub lets a comment stand: the rules of the pull request's diff. */
import { commentable } from './diff.js';
import type { World } from './world.js';

export interface Anchor {
  readonly path?: unknown;
  readonly line?: unknown;
  readonly start_line?: unknown;
  readonly side?: unknown;
  readonly start_side?: unknown;
  readonly position?: unknown;
}

/** What is wrong with an anchor, in GitHub's words. */
export function anchorProblems(world: World, number: number, anchor: Anchor): readonly string[] {
  const pull = world.pulls.get(number);
  const file = pull && world.diff(pull.base, pull.head).find(({ filename }) => filename === anchor.path);
  const blank = "Pull request review thread diff hunk can't be blank";
  if (!file) return ['Pull request review thread path is invalid', blank];
  const { line, start_line: start, side = 'RIGHT', start_side: startSide = side } = anchor;
  if (typeof line !== 'number') return ['Pull request review thread line is required'];
  if (side !== 'RIGHT' || startSide !== 'RIGHT') return ['this stand-in knows the right side only'];
  const hunks = commentable(file.patch);
  const hunk = hunks.find(({ first, last }) => line >= first && line <= last);
  if (!hunk) return ['Pull request review thread line must be part of the diff', blank];
  if (start === undefined || start === null) return [];
  if (typeof start !== 'number' || start >= line) {
    return ['Pull request review thread start line must precede the end line.'];
  }
  return start >= hunk.first && start <= hunk.last
    ? []
    : ['Pull request review thread start line must be part of the same hunk as the line.'];
}
