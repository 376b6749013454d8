/** What publishing itself has to say; everything about findings is worded by the report. */
import type { Refusal } from '../errors.js';
import { inWords, isForbidden } from '../errors.js';

/** The first text of a review, above its comments. */
export function reviewBody(count: number): string {
  return count === 1
    ? 'One finding on a line of this pull request. The summary comment has the whole picture.'
    : `${String(count)} findings on lines of this pull request. The summary comment has the whole picture.`;
}

/** Why the comment of a finding is folded away. */
export type Retirement = 'resolved' | 'accepted' | 'in the base';

/** Replaces a comment whose finding is gone: what happened, and what it said. */
export function retiredBody(earlier: string, head: string, how: Retirement): string {
  const happened = happening(how, head);
  // Nobody should apply a suggestion that is not needed any more.
  const said = earlier.replace(/^( {0,3}(?:`{3,}|~{3,}))suggestion[ \t]*$/gm, '$1');
  return `${happened}\n\n<details><summary>What it was</summary>\n\n${said.trim()}\n\n</details>`;
}

function happening(how: Retirement, head: string): string {
  switch (how) {
    case 'resolved':
      return `**Resolved** in ${head}.`;
    case 'accepted':
      return `**Accepted** by a suppression in ${head}.`;
    case 'in the base':
      return `**In the base**: as of ${head}, this pull request no longer introduces it.`;
  }
}

export const nothingLeftTitle = '### AKS privacy: nothing to report';

/** The state of the summary comment when a pull request that had something to tell no longer has. */
export function nothingLeft(head: string): string {
  return `${nothingLeftTitle}\n\nWhat was reported here before is gone as of ${head}.`;
}

/** Why something was not posted, with the permission that would allow it; a sentence. */
export function refused(what: string, permission: string, answer: Refusal, fork: boolean): string {
  if (!isForbidden(answer)) return `${what} could not be written: ${inWords(answer)}.`;
  if (fork) return `${what} could not be written: GitHub gives pull requests from forks a token that only reads.`;
  return `${what} could not be written: ${inWords(answer)}. The permission \`${permission}\` would allow it.`;
}

export function movedOn(head: string, current: string): string {
  return `The pull request moved on from ${head.slice(0, 7)} to ${current.slice(0, 7)} during this run: comments are left to the run of the newer commit.`;
}
