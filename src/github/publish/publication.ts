import type { Finding, Report } from '../../report/report.js';
import type { Change } from '../../tree/change.js';
import type { Target } from '../context.js';
import type { CommentMode } from '../inputs.js';

/** The report in words, for each outlet. */
export interface Texts {
  /** One line. */
  readonly title: string;
  /** Markdown. */
  readonly jobSummary: string;
  readonly checkRun: string;
  readonly comment: string;
  readonly inline: (finding: Finding, suggestion: boolean) => string;
  /** Plain text. */
  readonly log: string;
  readonly json: string;
  readonly sarif: () => string;
}

export interface Publication {
  readonly report: Report;
  readonly target: Target;
  readonly changes: readonly Change[];
  /** Commit that was reviewed. */
  readonly head: string;
  readonly comment: CommentMode;
  /** Empty: no check run. */
  readonly checkName: string;
  /** Empty: no commit status. */
  readonly statusContext: string;
  /** Of the workflow run. */
  readonly runUrl: string;
  /** Writes a file that the workflow asked for, and tells where it is. */
  readonly writeFile: (path: string, text: string) => Promise<string>;
  /** Empty: no file. */
  readonly reportFile: string;
  readonly sarifFile: string;
  readonly texts: Texts;
  /** Waits as long as another run may take to finish its comments. */
  readonly settle: () => Promise<void>;
}
