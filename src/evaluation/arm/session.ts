import type { Files } from '../../tree/files.js';
import type { Parsed, Problem } from '../../syntax/problem.js';
import { locate } from '../../syntax/source.js';
import type { SourceFile, Span } from '../../syntax/source.js';
import { literal, undetermined } from '../../syntax/value.js';
import type { Undetermined } from '../../syntax/value.js';

/** What one evaluation of one root may cost. */
export interface Limits {
  /** Expressions, list items and map entries that are computed. */
  readonly steps: number;
  /** Evaluations inside each other: expressions, references and modules. */
  readonly depth: number;
  /** UTF-16 units of one computed text. */
  readonly text: number;
  readonly problems: number;
}

export const defaultLimits: Limits = { steps: 1_000_000, depth: 300, text: 1_000_000, problems: 50 };

/** The state of one evaluation of one root: its bounds, the files that it asked for, and what it could not do. */
export interface Session {
  readonly limits: Limits;
  readonly asked: ReadonlySet<string>;
  readonly problems: readonly Problem[];
  /** The file at a path; where there is none, the one whose path differs in case only, as on Windows and macOS. */
  find(path: string): string | undefined;
  has(path: string): boolean;
  /** The paths directly inside a folder, which from then on belongs to what was asked for. */
  inFolder(folder: string): readonly string[];
  read(path: string): SourceFile | undefined;
  parse<T>(path: string, parser: (file: SourceFile) => Parsed<T>): T | undefined;
  /** Takes steps from the budget; false once it is used up, which has then been reported. */
  spend(steps: number, span: Span): boolean;
  /** Runs `body` one level deeper; beyond the limit, or without steps left, the place stays undetermined. */
  descend<T>(span: Span, body: () => T): T | Undetermined;
  problem(span: Span, message: string): void;
}

/** Opens the state for one evaluation. Nothing of it outlives the evaluation. */
export function openSession(files: Files, limits: Limits = defaultLimits): Session {
  const asked = new Set<string>();
  const problems: Problem[] = [];
  const seen = new Set<string>();
  let left = limits.steps;
  let depth = 0;
  const problem = (span: Span, message: string): void => {
    const { path, startLine } = locate(span);
    const key = `${path}:${startLine}:${message}`;
    if (seen.has(key) || problems.length >= limits.problems) return;
    seen.add(key);
    problems.push({ path, line: startLine, message });
  };
  const session: Session = {
    limits,
    asked,
    problems,
    find(path) {
      asked.add(path);
      if (files.has(path)) return path;
      const wanted = path.toLowerCase();
      return files.paths.find((each) => each.length === path.length && each.toLowerCase() === wanted);
    },
    has(path) {
      asked.add(path);
      return files.has(path);
    },
    inFolder(folder) {
      const paths = files.inFolder(folder);
      for (const path of paths) asked.add(path);
      return paths;
    },
    read(path) {
      asked.add(path);
      return files.read(path);
    },
    parse(path, parser) {
      asked.add(path);
      return files.parse(path, parser);
    },
    spend(steps, span) {
      if (left >= 0 && left < steps) {
        problem(span, `evaluation stopped here: more than ${limits.steps} steps`);
        left = -1;
      } else if (left >= 0) {
        left -= steps;
      }
      return left >= 0;
    },
    descend(span, body) {
      if (!session.spend(1, span)) return stopped(span);
      if (depth >= limits.depth) {
        problem(span, `evaluation stopped here: nested deeper than ${limits.depth} levels`);
        return stopped(span);
      }
      depth += 1;
      try {
        return body();
      } finally {
        depth -= 1;
      }
    },
    problem,
  };
  return session;
}

/** The value of a place that a limit kept from being computed. */
export function stopped(span: Span): Undetermined {
  return undetermined(excerpt(span), ['the evaluation limit'], literal(span));
}

/** The source text of a span on one line, shortened for people. */
export function excerpt(span: Span, length = 120): string {
  const text = span.file.text.slice(span.start, Math.min(span.end, span.start + 4 * length));
  const line = text.replace(/\s+/g, ' ');
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}
