/** Base against head: which subjects are the same, what got better or worse, and whether the gate lets it pass. */
import type {
  Assessment,
  DimensionResult,
  Finding,
  ReportedSubject,
  ScoreAtBase,
  Severity,
  Status,
  Verdict,
} from '../report/report.js';
import type { Acceptance, RuleSetting } from '../configuration/configuration.js';
import type { Subject } from '../posture/model.js';
import type { Judgement } from '../scoring/judgement.js';
import type { Dimension } from '../scoring/ladder.js';
import { dimensions, score, weakest } from '../scoring/ladder.js';
import type { Problem } from '../syntax/problem.js';
import { locate } from '../syntax/source.js';
import type { Span } from '../syntax/source.js';
import { literal, way } from '../syntax/value.js';
import type { Change } from '../tree/change.js';
import type { Move } from '../evaluation/resource.js';
import { acceptancesOf } from './acceptance.js';
import type { FindingContext } from './findings.js';
import { findingsOf, fixedFindings } from './findings.js';
import type { GateOptions } from './gate.js';
import { gate } from './gate.js';
import { stated } from './implied.js';
import { matchSubjects } from './match.js';
import { judgementOf } from './observation.js';
import type { Observation } from './observation.js';
import type { Required } from './regression.js';
import type { Lines } from './suppression.js';
import { misspelledAmong } from './suppression.js';
import { takenBy } from './taken.js';

export interface CompareOptions {
  readonly gate: GateOptions;
  readonly required: Required;
  /** What one subject must reach, where the configuration says more than `required`. */
  readonly requiredOf?: (subject: Subject) => Required;
  /** What the configuration accepts. */
  readonly acceptances?: readonly Acceptance[];
  /** Whether all that the configuration is about is looked at, so that what matches nothing can be told. */
  readonly complete?: boolean;
  /** Severities and disabled rules, by rule id. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** Whether a drop to `unknown` is a regression. */
  readonly unknownBlocks: boolean;
  /** ISO date, for suppressions. */
  readonly today: string;
  /** Every rule there is, so that a suppression of none can be told. */
  readonly ruleIds?: readonly string[];
}

export interface Comparison {
  readonly verdict: Verdict;
  readonly failures: readonly string[];
  readonly dimensions: Readonly<Record<Dimension, DimensionResult | null>>;
  readonly subjects: readonly ReportedSubject[];
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

/** How the base became the head. */
export interface History {
  readonly changes: readonly Change[];
  /** What roots of the head say about where their resources were, by the id of the root. */
  readonly moves: ReadonlyMap<string, readonly Move[]>;
}

/**
 * @param base null in an audit
 * @param given what the head shows
 * @param lines text of the head, for suppression comments
 */
export function compare(
  base: readonly Observation[] | null,
  given: readonly Observation[],
  history: History,
  lines: Lines,
  options: CompareOptions,
): Comparison {
  const problems: Problem[] = [];
  const audit = base === null;
  const report = (problem: Problem): void => void problems.push(problem);
  const acceptances = acceptancesOf(options.acceptances ?? [], options.today, report);
  const context: FindingContext = {
    audit,
    required: options.requiredOf ?? (() => options.required),
    acceptances,
    rules: options.rules,
    unknownBlocks: options.unknownBlocks,
    isChanged: changedLines(history.changes),
    taken: takenBy(history.changes, lines),
    lines,
    today: options.today,
    misspelled: misspelledAmong(options.ruleIds ?? []),
    report,
  };
  const { head, matches } = paired(base ?? [], given, history);
  const isTouched = (observation: Observation): boolean =>
    !audit && observation.judged.subject.digest() !== matches.get(observation)?.judged.subject.digest();
  const compared = head.map((observation) => ({
    observation,
    before: matches.get(observation),
    touched: isTouched(observation),
  }));
  const headOf = new Map([...matches].map(([now, before]) => [before, now]));
  const findings = [
    ...compared.flatMap(({ observation, before, touched }) => findingsOf(observation, before, touched, context)),
    ...(base ?? []).flatMap((before) => fixedFindings(before, headOf.get(before), context)),
  ].sort(byWeight);
  const weighed = compared.filter(({ touched }) => audit || touched);
  const results = resultsOf(weighed);
  // What is public on purpose does not fail a minimum either.
  const judged = resultsOf(weighed, (subject, dimension) => dimension === 'ingress' && acceptances.isPublic(subject));
  if (audit && options.complete === true) {
    problems.push(...acceptances.unmatched(head.map((observation) => observation.judged.subject)));
  }
  return {
    ...gate(findings, judged, options.gate, audit),
    dimensions: results,
    subjects: compared.map(({ observation, before, touched }) => reported(observation, before, touched)),
    findings,
    problems,
  };
}

/** The head as it counts, with what each subject was at the base. */
function paired(
  base: readonly Observation[],
  given: readonly Observation[],
  history: History,
): { readonly head: readonly Observation[]; readonly matches: ReadonlyMap<Observation, Observation> } {
  const counterparts = matchSubjects(base, given, history);
  const pairs = given.map((observation) => {
    const before = counterparts.get(observation);
    return { now: stated(observation, before), before };
  });
  return {
    head: pairs.map(({ now }) => now),
    matches: new Map(pairs.flatMap(({ now, before }) => (before ? [[now, before] as const] : []))),
  };
}

function changedLines(changes: readonly Change[]): (path: string, line: number) => boolean {
  const added = new Map<string, ReadonlySet<number> | 'all'>();
  for (const { path, status, hunks } of changes) {
    if (hunks) added.set(path, new Set(hunks.flatMap((hunk) => hunk.added)));
    else if (status === 'added') added.set(path, 'all');
  }
  return (path, line) => {
    const lines = added.get(path);
    return lines === 'all' || lines?.has(line) === true;
  };
}

interface Compared {
  readonly observation: Observation;
  readonly before: Observation | undefined;
}

function resultsOf(
  weighed: readonly Compared[],
  isLeftOut: (subject: Subject, dimension: Dimension) => boolean = () => false,
): Comparison['dimensions'] {
  return perDimension((dimension) => {
    const counting = weighed.filter(({ observation }) => !isLeftOut(observation.judged.subject, dimension));
    return dimensionResult(
      counting.flatMap(({ observation }) => judgementOf(observation.judged, dimension) ?? []),
      counting.flatMap(({ before }) => (before && judgementOf(before.judged, dimension)) ?? []),
    );
  });
}

function dimensionResult(now: readonly Judgement[], before: readonly Judgement[]): DimensionResult | null {
  const low = lowest(now);
  if (!low) return null;
  const lowBefore = lowest(before);
  return { ...low, baseLevel: lowBefore?.level ?? null, baseScore: lowBefore?.score ?? null };
}

function lowest(judgements: readonly Judgement[]): ScoreAtBase | undefined {
  const scored = judgements.map(scoreOf).sort((a, b) => (a.score ?? 0) - (b.score ?? 0));
  return weakest(scored, ({ level }) => level);
}

function scoreOf(judgement: Judgement): ScoreAtBase {
  return { level: judgement.level, score: score(judgement.level, judgement.modifiers) };
}

function reported(observation: Observation, before: Observation | undefined, touched: boolean): ReportedSubject {
  const { judged } = observation;
  const { subject } = judged;
  const { path, startLine } = locate(subject.heading);
  return {
    id: subject.id,
    kind: subject.kind,
    name: subject.name,
    format: subject.format,
    path,
    line: startLine,
    root: subject.root.id,
    ...perDimension((dimension) => assessment(judgementOf(judged, dimension), subject.calls)),
    base: before
      ? perDimension((dimension) => {
          const judgement = judgementOf(before.judged, dimension);
          return judgement && scoreOf(judgement);
        })
      : null,
    touched,
  };
}

/** @param calls the module calls around the subject: an author acts there as well */
function assessment(judgement: Judgement | null, calls: readonly Span[]): Assessment | null {
  if (!judgement) return null;
  const places = [...judgement.evidence, ...calls.map(literal)].flatMap((origin) => {
    const steps = way(origin).map((step) => locate(step.span));
    return [steps.at(0), steps.at(-1)].flatMap((at) => (at ? [{ path: at.path, line: at.startLine }] : []));
  });
  const distinct = new Map(places.map((place) => [`${place.path}:${String(place.line)}`, place]));
  return {
    ...scoreOf(judgement),
    because: judgement.because,
    evidence: [...distinct.values()],
    dependsOn: judgement.dependsOn,
  };
}

function perDimension<T>(get: (dimension: Dimension) => T): Record<Dimension, T> {
  const [api, ingress, egress] = dimensions.map(get) as [T, T, T];
  return { api, ingress, egress };
}

const statusOrder: readonly Status[] = ['introduced', 'existing', 'suppressed', 'fixed'];
const severityOrder: readonly Severity[] = ['error', 'warning', 'notice'];

/** What blocks first, then what is new, then the worst; places last, so that equal reviews read the same. */
function byWeight(a: Finding, b: Finding): number {
  return (
    Number(b.regression) - Number(a.regression) ||
    statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status) ||
    severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
    dimensions.indexOf(a.dimension) - dimensions.indexOf(b.dimension) ||
    (a.path < b.path ? -1 : a.path > b.path ? 1 : a.startLine - b.startLine) ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
