/** Runs one template in all the ways that are open. */
import type { Problem } from '../../../../syntax/problem.js';
import type { Origin } from '../../../../syntax/value.js';
import type { Dict } from '../data/data.js';
import type { Merged, Read } from '../output/documents.js';
import { mergeDocuments, readDocuments } from '../output/documents.js';
import { runVariants } from '../output/variants.js';
import { execute } from './executor.js';
import { TemplateFault } from './fault.js';
import { withoutNoValue } from './include.js';
import type { Unit } from './scopes.js';
import type { Session } from './session.js';

interface Result extends Read {
  readonly failed?: boolean;
}

export interface Outcome {
  readonly documents: readonly Merged[];
  readonly problems: readonly Problem[];
  readonly influences: readonly Origin[];
  /** Whether all was decided, so that it ran once. */
  readonly once: boolean;
}

/** @param dot made anew for every run, as templates change their values */
export function runTemplate(
  base: Omit<Session, 'decisions' | 'influences' | 'depth'>,
  unit: Unit,
  dot: () => Dict,
): Outcome {
  const { source } = unit.file;
  const influences = new Set<Origin>();
  const definition = base.definitions.get(unit.name);
  if (!definition) return { documents: [], problems: [], influences: [], once: true };
  const variants = runVariants((decisions): Result => {
    const session: Session = { ...base, decisions, influences, depth: 0 };
    try {
      return readDocuments(withoutNoValue(execute(session, definition, dot())), source, base.holes);
    } catch (error) {
      return { values: [], problems: [problemOf(error, unit)], failed: true };
    }
  });
  // A way in which the template fails deploys nothing: what is deployed is one of the others.
  const good = variants.filter(({ result }) => !result.failed);
  const shown = good.length > 0 ? good : variants.slice(0, 1);
  const problems = new Map(
    shown
      .flatMap(({ result }) => result.problems)
      .map((problem) => [`${problem.line ?? 0} ${problem.message}`, problem]),
  );
  return {
    documents: mergeDocuments(good.map(({ result, met }) => ({ result: result.values, met }))),
    problems: [...problems.values()],
    influences: [...influences],
    once: variants.length === 1,
  };
}

function problemOf(error: unknown, { file }: Unit): Problem {
  const reason = reasonOf(error);
  const place = error instanceof TemplateFault ? error.place : undefined;
  const line = place?.file.position(place.start).line;
  return {
    path: place?.file.path ?? file.source.path,
    ...(line ? { line } : {}),
    message: `the template fails: ${reason}`,
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof TemplateFault) return error.message;
  // Deep recursion of hostile templates ends here at the latest.
  if (error instanceof RangeError) return 'it nests too deep';
  throw error;
}
