import { visible } from '../report/visible.js';

/** The command can't be carried out as it was given. The hint says what to do instead. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

/** Everything was in order, and yet the review could not be finished. */
export class UnfinishedError extends UsageError {}

/** One line for people. */
export function errorLine(message: string, hint?: string): string {
  const sentence = visible(message.trim(), 500).replace(/[.\s]+$/, '');
  const end = sentence.endsWith('?') ? '' : '.';
  return `aks-privacy: ${sentence}${hint === undefined ? '' : `${end} ${hint}`}\n`;
}
