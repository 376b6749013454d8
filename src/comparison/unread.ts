/** Subjects of the base that the head may still have, in files that can't be read there: nobody knows, which is told. */
import type { Rule } from '../rules/rule.js';
import type { Judged } from '../scoring/judge.js';
import type { Judgement } from '../scoring/judgement.js';
import { dimensions } from '../scoring/ladder.js';
import type { Problem } from '../syntax/problem.js';
import { SourceFile } from '../syntax/source.js';
import type { Origin } from '../syntax/value.js';
import { way } from '../syntax/value.js';
import type { Observation } from './observation.js';
import { observeJudged } from './observation.js';

export interface UnreadRequest {
  /** Subjects of the base that the head does not show. */
  readonly gone: readonly Observation[];
  /** What can't be read at the head, and could at the base. */
  readonly problems: readonly Problem[];
  /** A file of the head, as far as it has a text. */
  readonly fileOf: (path: string) => SourceFile | undefined;
  readonly rules: readonly Rule[];
}

/** What the head shows of these subjects: their levels are unknown. */
export function unreadAtHead({ gone, problems, fileOf, rules }: UnreadRequest): readonly Observation[] {
  if (problems.length === 0) return [];
  const byPath = new Map(problems.toReversed().map((problem) => [problem.path, problem]));
  return gone.flatMap(({ judged }) => {
    const problem = pathsOf(judged).flatMap((path) => byPath.get(path) ?? [])[0];
    if (!problem) return [];
    const unread = withLevels(judged, unknownFor(problem, fileOf(problem.path)));
    const { discoveries } = observeJudged(unread, rules);
    // What else was found at the base stands at lines that nobody can vouch for.
    const told = discoveries.filter(({ level }) => level === 'unknown');
    const remedy = `Mend ${problem.path}: what can't be read can't be deployed as it was either.`;
    return [{ judged: unread, discoveries: told.map((discovery) => ({ ...discovery, remedy })), since: () => [] }];
  });
}

/** Where a subject is written, the place of effect first. */
function pathsOf(judged: Judged): readonly string[] {
  const { subject } = judged;
  const evidence = dimensions.flatMap((dimension) => judged[dimension]?.evidence ?? []);
  const written = [...evidence.map(({ span }) => span), subject.span, subject.heading, ...subject.calls];
  const farther = evidence.flatMap((origin) => way(origin).map(({ span }) => span));
  return [...new Set([...written, ...farther].map(({ file }) => file.path)), subject.root.id];
}

function unknownFor({ path, line, message }: Problem, file: SourceFile | undefined): Judgement<'undetermined'> {
  const said = `${path}${line === undefined ? '' : `:${String(line)}`}`;
  return {
    level: 'unknown',
    cause: 'undetermined',
    modifiers: [],
    because: `${said} can't be read any more (${message})`,
    evidence: [originAt(file ?? new SourceFile(path, ''), line ?? 1)],
    dependsOn: [path],
  };
}

function originAt(file: SourceFile, line: number): Origin {
  const start = file.lineStart(line);
  return { span: { file, start, end: start + file.line(line).length }, from: [] };
}

function withLevels(judged: Judged, unknown: Judgement<'undetermined'>): Judged {
  const digest = (): string => `unread ${unknown.because}`;
  switch (judged.kind) {
    case 'cluster':
      return {
        ...judged,
        subject: { ...judged.subject, digest },
        api: unknown,
        ingress: judged.ingress && unknown,
        egress: unknown,
      };
    case 'entry-point':
      return { ...judged, subject: { ...judged.subject, digest }, ingress: judged.ingress && unknown };
    case 'egress-path':
      return { ...judged, subject: { ...judged.subject, digest }, egress: judged.egress && unknown };
  }
}
