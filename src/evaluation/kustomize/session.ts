/** What one build has asked for, found wrong and spent. */
import type { Problem } from '../../syntax/problem.js';
import type { Span } from '../../syntax/source.js';
import { parseJson } from '../../syntax/json/parser.js';
import type { Mapping, Value } from '../../syntax/value.js';
import { parseYaml } from '../../syntax/yaml/parser.js';
import type { Files } from '../../tree/files.js';
import type { InlineRelease } from './charts.js';
import { Refusal } from './refusal.js';

/** A patch whose selector fits nothing: kustomize leaves it out without a word. */
export interface UnmatchedPatch {
  /** The entry of the kustomization that names the target and the patch. */
  readonly entry: Mapping;
  readonly target: Value;
  /** What it would have changed; the documents of the patch. */
  readonly patch: readonly Value[];
  readonly file: string;
}

export interface Session {
  readonly files: Files;
  /** Every path that was asked for, also those that do not exist. */
  readonly asked: Set<string>;
  readonly problems: Problem[];
  readonly unmatched: UnmatchedPatch[];
  readonly releases: InlineRelease[];
  /** Whether the whole needs what is not in the tree, or programs: remote bases, charts, functions. */
  beyond: boolean;
  /** The names of `vars`. */
  readonly variables: Set<string>;
  /** How much may still be done: a step is a kustomization, an object read, or a patch tried on an object. */
  steps: number;
}

/** No real overlay comes near a tenth of it. */
const STEPS = 300_000;
const PROBLEMS = 200;
const EXHAUSTED = 'it takes too many steps to build, and the rest was left out';

export function openSession(files: Files): Session {
  return {
    files,
    asked: new Set(),
    problems: [],
    unmatched: [],
    releases: [],
    variables: new Set(),
    beyond: false,
    steps: STEPS,
  };
}

/** @throws Refusal when the build has become endless in practice */
export function spend(session: Session, steps = 1): void {
  session.steps -= steps;
  if (session.steps < 0) throw new Refusal(EXHAUSTED);
}

export function tell(session: Session, message: string, { file, start }: Span): void {
  if (session.problems.length < PROBLEMS) {
    session.problems.push({ path: file.path, line: file.position(start).line, message });
  }
}

/** Does what may be refused, and tells the refusal where the directive stands. */
export function attempt<T>(session: Session, span: Span, action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Once there are no steps left, every directive fails, and all for the one reason.
    if (error.message === EXHAUSTED && session.problems.some(({ message }) => message === EXHAUSTED)) return undefined;
    tell(session, error.message, error.span ?? span);
    return undefined;
  }
}

/** The documents of a file; none while it is not there (yet) or can't be read, which its parser tells. */
export function documents(session: Session, path: string): readonly Value[] {
  session.asked.add(path);
  if (!path.toLowerCase().endsWith('.json')) return session.files.parse(path, parseYaml) ?? [];
  const value = session.files.parse(path, parseJson);
  return value ? [value] : [];
}
