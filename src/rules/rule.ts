/** What a rule is. One file a rule; `index.ts` lists them; each has a test and a page in docs/rules. */
import type { Fix, Severity } from '../report/report.js';
import type { Dimension, Level } from '../scoring/ladder.js';
import type { Judged } from '../scoring/judge.js';
import type { Origin } from '../syntax/value.js';

export interface Rule {
  /** `api/public-endpoint`: never reused for something else. */
  readonly id: string;
  readonly dimension: Dimension;
  readonly severity: Severity;
  /** One short line for headings and lists: what is wrong, not what to do. */
  readonly title: string;
  /** One or two sentences: why it matters. The page says the rest. */
  readonly rationale: string;
  /** What to do about it, imperative. */
  readonly remedy: string;
  check(judged: Judged): readonly Discovery[];
  /**
   * What only two revisions of a subject show together: a change that the cloud refuses, or that is answered by making the
   * subject anew. Asked for subjects that a pull request touches; what it finds is always introduced.
   */
  compare?(before: Judged, after: Judged): readonly Discovery[];
}

/** What a rule found in one place. */
export interface Discovery {
  /** One or two plain sentences without markup; names of the subject included. */
  readonly message: string;
  /** Where it stands; its way leads to where an author changes it. */
  readonly origin: Origin;
  /** Other places that would do as well, where a pull request changed one of them and not the first. */
  readonly also?: readonly Origin[];
  /** The level that this discovery causes, when it decides one. */
  readonly level?: Level;
  /** Tells several discoveries of one rule in one subject apart, stable across revisions: a pool's name, a range. */
  readonly key?: string;
  readonly severity?: Severity;
  /** Overrides the rule's remedy where the case asks for another. */
  readonly remedy?: string;
  readonly fix?: Fix;
  /** Told only when it makes a regression: fine in itself, worth a word when it was better before. */
  readonly onlyAsRegression?: boolean;
}

/** Path of a rule's page, from the root of the project. */
export function docsOf(id: string): string {
  return `docs/rules/${id}.md`;
}
