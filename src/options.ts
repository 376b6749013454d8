/** From a team's configuration and the switches of one run to the options of a review. Shared by both entry points. */
import picomatch from 'picomatch';
import type { FailOn } from './comparison/gate.js';
import type { Configuration } from './configuration/configuration.js';
import { named } from './configuration/patterns.js';
import { requiredIn } from './configuration/wanted.js';
import { decided } from './posture/known/decided.js';
import type { ReviewOptions } from './review.js';
import type { Dimension } from './scoring/ladder.js';

export interface RunSettings {
  readonly configuration: Configuration;
  readonly failOn: FailOn;
  readonly minimumScores: Readonly<Partial<Record<Dimension, number>>>;
  /** Globs of this run alone (`--only`, the input `paths`); none: everything that the configuration includes. */
  readonly only: readonly string[];
  readonly version: string;
  readonly now: Date;
  readonly clock: () => number;
  readonly apiRequests?: () => number;
}

export function reviewOptions(run: RunSettings): ReviewOptions {
  const { configuration } = run;
  const required = requiredIn(configuration);
  return {
    gate: { failOn: run.failOn, minimumScores: { ...configuration.minimumScores, ...run.minimumScores } },
    required: configuration.required,
    requiredOf: (subject) => required(named(subject)),
    acceptances: configuration.acceptances,
    complete: run.only.length === 0,
    known: (subject) => decided(subject, configuration.known),
    rules: configuration.rules,
    unknownBlocks: configuration.unknownBlocks,
    today: run.now.toISOString().slice(0, 10),
    includes: selection(configuration, run.only),
    version: run.version,
    clock: run.clock,
    ...(run.apiRequests ? { apiRequests: run.apiRequests } : {}),
  };
}

function selection({ paths }: Configuration, only: readonly string[]): (path: string) => boolean {
  const any = (globs: readonly string[]): ((path: string) => boolean) =>
    globs.length === 0 ? () => true : picomatch([...globs], { dot: true });
  const [wanted, included] = [any(only), any(paths.include)];
  const excluded = paths.exclude.length === 0 ? () => false : any(paths.exclude);
  return (path) => wanted(path) && included(path) && !excluded(path);
}
