/** What the action asks of its runner, so that nothing else touches the process. */
import type { Severity } from '../../report/report.js';
import type { Annotation } from './annotations.js';
import { visible } from '../../report/visible.js';

export interface Runner {
  readonly output: (name: string, value: string) => void;
  /** Appends markdown to the job summary. */
  readonly summary: (markdown: string) => Promise<void>;
  /** One line of the log; `logLine` makes it. */
  readonly info: (line: string) => void;
  readonly debug: (message: string) => void;
  readonly annotate: (annotation: Annotation) => void;
  /** A notice without a place. */
  readonly notice: (message: string) => void;
}

/**
 * A line that the runner takes for text. It looks for commands behind leading blanks (`::error::`), and anywhere in the line in
 * their old form (`##[error]`), so a bar goes before every line and the old form is broken up.
 */
export function logLine(text: string): string {
  return `│ ${visible(text)}`.trimEnd().replaceAll('##[', '## [');
}

/** Workflow command annotations count against 10 slots for each level. */
export function commandSlots(limit: number): (severity: Severity) => boolean {
  const used: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  return (severity) => used[severity]++ < limit;
}
