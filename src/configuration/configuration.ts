/** What a team decides about its reviews. Read from the base revision, so that a pull request can't lower its own bar. */
import type { Required } from '../comparison/regression.js';
import type { Known } from '../posture/known/known.js';
import type { Severity } from '../report/report.js';
import type { Dimension } from '../scoring/ladder.js';
import type { Place } from '../report/report.js';

export interface Configuration {
  /** The level that a new subject must reach, by dimension, where nothing narrower is said. */
  readonly required: Required;
  /** Levels for the subjects of an environment, by the paths that it is told by. */
  readonly environments: readonly Environment[];
  /** Levels for single subjects and groups of them. */
  readonly subjects: readonly Wanted[];
  /** Globs over paths from the repository root. Nothing in `include`: everything. */
  readonly paths: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  /** By rule id. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** Whether a drop to `unknown` blocks like any other drop. */
  readonly unknownBlocks: boolean;
  /** Lowest scores that pass, 0 to 100. An input of the run comes before them. */
  readonly minimumScores: Readonly<Partial<Record<Dimension, number>>>;
  readonly known: Known;
  /** Public entry points that are wanted, and findings that are accepted. */
  readonly acceptances: readonly Acceptance[];
}

/** Required levels for what a pattern means; of a dimension that is absent nothing is said. */
export interface Wanted {
  /** A glob, as written. */
  readonly pattern: string;
  readonly levels: Partial<Required>;
  readonly place: Place;
}

export interface Environment {
  readonly name: string;
  /** Globs over the paths of parameter files, roots and files. */
  readonly patterns: readonly string[];
  readonly levels: Partial<Required>;
  readonly place: Place;
}

export interface Acceptance {
  readonly kind: 'public-entry-point' | 'suppression';
  /** Null: a public entry point, whatever rule finds it. */
  readonly rule: string | null;
  /** A glob over id, path and name of subjects, as written. */
  readonly subject: string;
  /** `''` where none is named. */
  readonly owner: string;
  readonly reason: string;
  /** ISO date up to and including which it counts; null without an end. */
  readonly until: string | null;
  readonly place: Place;
}

export type RuleSetting =
  { readonly kind: 'severity'; readonly severity: Severity } | { readonly kind: 'disabled'; readonly reason: string };

export const defaultConfiguration: Configuration = {
  required: { api: 'private', ingress: 'private', egress: 'private' },
  environments: [],
  subjects: [],
  paths: { include: [], exclude: ['**/testdata/**', '**/fixtures/**', '**/__fixtures__/**'] },
  rules: new Map(),
  unknownBlocks: false,
  minimumScores: {},
  known: { gateways: [], appliances: [] },
  acceptances: [],
};
