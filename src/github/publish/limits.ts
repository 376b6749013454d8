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

/** Comments of a run in all, and those of them on files. What is beyond stays in the summary. */
export const mostComments = { all: 30, files: 10 };

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

/** A text with what must stand whole on its last line (a marker); the text is cut when both don't fit. */
export function withLast(text: string, limit: number, last: string): string {
  const end = `\n${last}`;
  return clip(text, limit - byteLength(end)) + end;
}
