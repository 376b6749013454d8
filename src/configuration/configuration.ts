/** What a team decides about its reviews. Read from the base revision, so that a pull request can't lower its own bar. */
import type { Required } from '../comparison/regression.js';
import type { Severity } from '../report/report.js';

export interface Configuration {
  /** The level that a new subject must reach, by dimension. */
  readonly required: Required;
  /** Globs over paths from the repository root. Nothing in `include`: everything. */
  readonly paths: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  /** By rule id. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** Whether a drop to `unknown` blocks like any other drop. */
  readonly unknownBlocks: boolean;
}

export type RuleSetting =
  { readonly kind: 'severity'; readonly severity: Severity } | { readonly kind: 'disabled'; readonly reason: string };

export const defaultConfiguration: Configuration = {
  required: { api: 'private', ingress: 'private', egress: 'private' },
  paths: { include: [], exclude: ['**/testdata/**', '**/fixtures/**', '**/__fixtures__/**'] },
  rules: new Map(),
  unknownBlocks: false,
};
