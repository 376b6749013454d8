/** What the evaluation of one root shares: the files, the problems, and the bounds that hostile texts run into. */
import type { Files } from '../../tree/files.js';
import type { Problem } from '../../syntax/problem.js';
import { locate, type SourceFile, type Span } from '../../syntax/source.js';
import type { Parsed } from '../../syntax/problem.js';
import type { Configuration } from './configuration.js';
import { Fault } from './fault.js';

/** Evaluated expressions and made elements of one root. The largest real root known takes a hundredth of it. */
const MAX_STEPS = 2_000_000;

/** Nested expressions, through locals, variables and modules: as deep as the stack of a default Node process allows. */
const MAX_DEPTH = 500;

/** Problems of one root: more of them tell nobody anything. */
const MAX_PROBLEMS = 100;

/** Characters of one string. */
const MAX_TEXT = 1_000_000;

export interface Session {
  readonly files: Files;
  /** The folder that Terraform would run in. */
  readonly folder: string;
  /** Every path that was asked for. */
  readonly asked: Set<string>;
  readonly problems: Problem[];
  /** How many values are in a list (by its items) or mapping (by its entries), counted as often as they are used. */
  readonly sizes: WeakMap<object, number>;
  /** The declarations of each folder that was looked at. */
  readonly configurations: Map<string, Configuration>;
  /** How often something was read that is there under an open condition only: `try` may also take its next argument. */
  conditional: number;
  steps: number;
  depth: number;
  exhausted: boolean;
}

export function sessionOf(files: Files, folder: string): Session {
  return {
    files,
    folder,
    asked: new Set(),
    problems: [],
    sizes: new WeakMap(),
    configurations: new Map(),
    conditional: 0,
    steps: 0,
    depth: 0,
    exhausted: false,
  };
}

export function readText(session: Session, path: string): SourceFile | undefined {
  session.asked.add(path);
  return session.files.read(path);
}

export function parseFile<T>(session: Session, path: string, parser: (file: SourceFile) => Parsed<T>): T | undefined {
  session.asked.add(path);
  return session.files.parse(path, parser);
}

/** Counts work. @throws Fault once a root has taken more than any real one needs */
export function spend(session: Session, span: Span, steps = 1): void {
  session.steps += steps;
  if (session.steps <= MAX_STEPS) return;
  if (!session.exhausted)
    complain(session, span, 'evaluating this root takes too many steps: the rest is left undetermined');
  session.exhausted = true;
  throw new Fault('too many steps');
}

/** Runs one level deeper. @throws Fault when expressions refer to each other too deeply */
export function deeper<T>(session: Session, run: () => T): T {
  if (session.depth >= MAX_DEPTH) throw new Fault('nested too deeply');
  session.depth += 1;
  try {
    return run();
  } finally {
    session.depth -= 1;
  }
}

/** @throws Fault when a text grows beyond any use */
export function boundText(text: string): string {
  boundLength(text.length);
  return text;
}

/** The same for a text that is about to be made. @throws Fault */
export function boundLength(length: number): void {
  if (length > MAX_TEXT) throw new Fault('the text is too long');
}

export function complain(session: Session, span: Span, message: string): void {
  if (session.problems.length >= MAX_PROBLEMS) return;
  const { path, startLine } = locate(span);
  const known = session.problems.some((problem) => problem.path === path && problem.line === startLine);
  if (!known) session.problems.push({ path, line: startLine, message });
}
