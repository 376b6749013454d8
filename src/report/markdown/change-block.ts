/** What to change, as a block: GitHub's suggestion where it can be applied by a click, else a small diff. */
import type { Edit } from '../../syntax/edit.js';
import { editDiff } from '../fix-diff.js';
import type { Lines } from '../lines.js';
import type { Finding, Fix } from '../report.js';
import { hasHidden, name, visible } from '../visible.js';
import { fence, serialize, uncommented } from './nodes.js';

/** More lines than this are read in the file, not in a comment. */
const mostDiffLines = 40;
const mostSuggestionLines = 60;
const longestLine = 300;

/**
 * The edit that a suggestion block can carry: the only one, in the file of the finding, and safe to be shown as it is. The comment
 * must be anchored to exactly the lines of this edit, because a suggestion replaces the lines of its anchor.
 */
export function suggestibleEdit(finding: Finding): Edit | undefined {
  const [edit, ...others] = finding.fix?.edits ?? [];
  if (!edit || others.length > 0 || edit.path !== finding.path) return undefined;
  if (edit.text.split('\n').length > mostSuggestionLines || edit.text.length > mostSuggestionLines * longestLine) {
    return undefined;
  }
  // What a person applies by a click must be what the person sees, and must not hold a hidden mark of a comment.
  return hasHidden(edit.text, '\n\t') || uncommented(edit.text) !== edit.text ? undefined : edit;
}

export function suggestionBlock(edit: Edit): string {
  return serialize(fence('suggestion', edit.text));
}

/** Empty when no line of the fix can be shown. */
export function diffBlock(fix: Fix, lines: Lines): string {
  const several = new Set(fix.edits.map(({ path }) => path)).size > 1;
  const shown = fix.edits.flatMap((edit) => [
    ...(several ? [`@@ ${name(edit.path)}:${edit.startLine} @@`] : []),
    ...editDiff(edit, lines).map(({ kind, text }) => {
      switch (kind) {
        case 'kept':
          return ` ${codeLine(text)}`;
        case 'removed':
          return `-${codeLine(text)}`;
        case 'added':
          return `+${codeLine(text)}`;
      }
    }),
  ]);
  if (shown.length === 0) return '';
  const left = shown.length - mostDiffLines;
  const block = left > 0 ? [...shown.slice(0, mostDiffLines), `# … and ${left} more lines`] : shown;
  return serialize(fence('diff', block.join('\n')));
}

function codeLine(text: string): string {
  return uncommented(visible(text.slice(0, 4 * longestLine).replaceAll('\t', '  '), longestLine));
}
