/**
 * The report: what every renderer and GitHub get. Its JSON form is a contract (docs/report.md), schema version 1: fields are
 * added, never changed.
 */
import type { Format } from '../evaluation/resource.js';
import type { Edit } from '../syntax/edit.js';
import type { Problem } from '../syntax/problem.js';
import type { Dimension, Level } from '../scoring/ladder.js';

export type { Dimension, Level } from '../scoring/ladder.js';

export type Verdict = 'pass' | 'fail' | 'neutral';
export type Severity = 'error' | 'warning' | 'notice';
export type Status = 'introduced' | 'existing' | 'fixed' | 'suppressed';
export type SubjectKind = 'cluster' | 'entry-point' | 'egress-path';

export interface Place {
  readonly path: string;
  readonly line: number;
}

/** One place on the way of a value, from where it is set to where it has its effect. */
export interface Step extends Place {
  /** What stands there in the words of its language: `local.private`, `private_cluster_enabled`. May be empty. */
  readonly name: string;
}

export interface Assessment {
  readonly level: Level;
  /** 0 to 100; null when unknown. */
  readonly score: number | null;
  /** One sentence, no markup. */
  readonly because: string;
  /** Where the level was read; at least one place. */
  readonly evidence: readonly Place[];
  /** What would decide an unknown level: `var.outbound_type`. */
  readonly dependsOn: readonly string[];
}

export interface ScoreAtBase {
  readonly level: Level;
  readonly score: number | null;
}

export interface ReportedSubject {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly name: string;
  readonly format: Format;
  readonly path: string;
  readonly line: number;
  readonly root: string;
  readonly api: Assessment | null;
  readonly ingress: Assessment | null;
  readonly egress: Assessment | null;
  /** The same subject at the base; null when it is new or nothing was compared. */
  readonly base: Readonly<Record<Dimension, ScoreAtBase | null>> | null;
  /** Whether its text, or a value that it is evaluated from, differs from the base. False in an audit. */
  readonly touched: boolean;
}

export interface Fix {
  /** An imperative sentence. */
  readonly description: string;
  readonly edits: readonly Edit[];
}

export interface Finding {
  readonly rule: string;
  readonly dimension: Dimension;
  readonly severity: Severity;
  readonly status: Status;
  /** One or more plain sentences, no markup; names from the reviewed text stand in “…” quotes or backticks-free. */
  readonly message: string;
  /** Id of the subject. */
  readonly subject: string;
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly startColumn: number;
  readonly endColumn: number;
  readonly fix: Fix | null;
  readonly fingerprint: string;
  /** Path of the rule's page in the project: `docs/rules/api/public-endpoint.md`. */
  readonly docs: string;
  /** One short line for a heading. */
  readonly title: string;
  /** How to mend it, in a sentence or two; shown also where no fix can be written. */
  readonly remedy: string;
  /** From the place that an author changes to the place of effect; empty when they are the same. */
  readonly way: readonly Step[];
  /** The level that this finding causes in its dimension, when it decides one. */
  readonly level: Level | null;
  /** Whether it makes its subject a regression (level drops, or new and below the required level). */
  readonly regression: boolean;
  /** Why it is suppressed, with the date when given; null otherwise. */
  readonly suppression: { readonly reason: string; readonly until: string | null } | null;
}

export interface DimensionResult {
  readonly level: Level;
  readonly score: number | null;
  readonly baseLevel: Level | null;
  readonly baseScore: number | null;
}

export interface Statistics {
  readonly files: number;
  readonly parsed: number;
  readonly bytes: number;
  readonly milliseconds: number;
  readonly apiRequests: number;
}

export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'aks-privacy'; readonly version: string };
  readonly comparison: { readonly base: string | null; readonly head: string | null };
  readonly verdict: Verdict;
  /** Why the gate failed, one sentence each; empty when it passed. */
  readonly failures: readonly string[];
  readonly dimensions: Readonly<Record<Dimension, DimensionResult | null>>;
  readonly subjects: readonly ReportedSubject[];
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly statistics: Statistics;
}
