/** GitHub's limits on what is posted, in bytes: it counts them, not characters, where both are documented. */

/** Comments, reviews, and the summary of a check run. */
export const bodyLimit = 65_535;

/** The runner throws a larger job summary away as a whole (1 MiB). */
export const jobSummaryLimit = 1024 * 1024 - 1024;

/** Of all outputs of a job; a larger one fails the job. */
export const outputLimit = 1024 * 1024 - 64 * 1024;

/** Of an annotation. */
export const annotationLimits = { title: 255, message: 64_000 };

/** Annotations in one request. */
export const annotationsPerRequest = 50;

/** Annotations by workflow command that the runner keeps, for each level. */
export const commandsPerLevel = 10;

/** New comments on lines and on files in one run. What is beyond stays in the summary. */
export const mostComments = { lines: 30, files: 10 };

export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** The longest beginning of a text that fits, cut between characters. */
export function clip(text: string, limit: number): string {
  if (byteLength(text) <= limit) return text;
  const bytes = Buffer.from(text, 'utf8').subarray(0, Math.max(0, limit));
  // An incomplete character at the end decodes to U+FFFD.
  return bytes.toString('utf8').replace(/\u{fffd}+$/u, '');
}

/**
 * Markdown that fits, with what must come last (a marker) whole. Too much is cut between lines, and what is open there (code,
 * details) is closed, so that the rest of the page stays readable.
 * @param note what the reader is told when something was cut
 */
export function fitted(markdown: string, limit: number, note: string, last = ''): string {
  const end = last === '' ? '' : `\n${last}`;
  if (byteLength(markdown + end) <= limit) return markdown + end;
  const closing = (fence: string, details: number): string =>
    `${fence === '' ? '' : `\n${fence}`}${'\n</details>'.repeat(details)}\n\n${note}${end}`;
  let kept = '';
  let size = 0;
  let fence = '';
  let details = 0;
  for (const line of markdown.split('\n')) {
    const nextFence = fenceAfter(fence, line);
    const nextDetails =
      fence === '' ? Math.max(0, details + occurrences(line, '<details') - occurrences(line, '</details>')) : details;
    const nextSize = size + byteLength(line) + (kept === '' ? 0 : 1);
    if (nextSize + byteLength(closing(nextFence, nextDetails)) > limit) break;
    kept += kept === '' ? line : `\n${line}`;
    [size, fence, details] = [nextSize, nextFence, nextDetails];
  }
  return kept + closing(fence, details);
}

/** The fence of the code block that is open after a line; empty outside of code. */
function fenceAfter(open: string, line: string): string {
  const found = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
  if (!found) return open;
  const [, run = '', info = ''] = found;
  if (open === '') return info.includes('`') ? '' : run;
  const closes = run.startsWith(open) && info.trim() === '';
  return closes ? '' : open;
}

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}
