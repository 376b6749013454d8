/** A fix as the lines that go and the lines that come, for people. */
import { diffArrays } from 'diff';
import type { Edit } from '../syntax/edit.js';
import type { Lines } from './lines.js';

export interface DiffLine {
  readonly kind: 'kept' | 'removed' | 'added';
  /** At the head before the fix, 1-based; an added line has none. */
  readonly line?: number;
  readonly text: string;
}

/** Larger replacements are shown as removed and added as a whole: comparing them costs more than it tells. */
const longestCompared = 200;

/**
 * The changed lines of one edit with at most `context` unchanged lines around them. Lines that the lookup does not know are
 * left out; an edit with an empty text removes its lines.
 */
export function editDiff(edit: Edit, lines: Lines, context = 1): readonly DiffLine[] {
  const old: string[] = [];
  for (let line = edit.startLine; line <= Math.min(edit.endLine, edit.startLine + longestCompared); line++) {
    const text = lines(edit.path, line);
    if (text !== undefined) old.push(text);
  }
  const fresh = edit.text === '' ? [] : edit.text.split(/\r?\n/);
  return around(numbered(old, fresh, edit.startLine), context);
}

function numbered(old: readonly string[], fresh: readonly string[], start: number): readonly DiffLine[] {
  let line = start;
  const compared =
    old.length + fresh.length > longestCompared
      ? [
          { removed: true, added: false, value: old },
          { removed: false, added: true, value: fresh },
        ]
      : diffArrays([...old], [...fresh]);
  return compared.flatMap(({ removed, added, value }) =>
    value.map((text): DiffLine => {
      if (added) return { kind: 'added', text };
      return { kind: removed ? 'removed' : 'kept', line: line++, text };
    }),
  );
}

function around(all: readonly DiffLine[], context: number): readonly DiffLine[] {
  return all.filter((_, index) =>
    all.slice(Math.max(0, index - context), index + context + 1).some(({ kind }) => kind !== 'kept'),
  );
}
