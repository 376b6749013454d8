/** What of a report is worth showing, and in which order. Every outlet asks here, so that their numbers agree. */
import type { Dimension } from '../scoring/ladder.js';
import { compareLevels, dimensions } from '../scoring/ladder.js';
import type { Assessment, Finding, Report, ReportedSubject, Severity, Status } from './report.js';

/** Whether two revisions were compared; otherwise everything there is was audited. */
export function isComparison(report: Report): boolean {
  return (
    report.comparison.base !== null ||
    report.subjects.some((subject) => subject.touched || subject.base !== null) ||
    report.findings.some((finding) => finding.status === 'introduced' || finding.status === 'fixed')
  );
}

const severityOrder: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

/** Findings of a status: what blocks first, then by severity, then as they stand in the files. */
export function findingsOf(report: Report, status: Status): readonly Finding[] {
  return report.findings.filter((finding) => finding.status === status).sort(compareFindings);
}

export function compareFindings(a: Finding, b: Finding): number {
  return (
    Number(b.regression) - Number(a.regression) ||
    severityOrder[a.severity] - severityOrder[b.severity] ||
    compareText(a.path, b.path) ||
    a.startLine - b.startLine ||
    a.startColumn - b.startColumn ||
    compareText(a.rule, b.rule) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}

/** By code units: the same on every machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The subjects that the levels of a dimension are about: touched ones in a comparison, all in an audit. */
export function scoredSubjects(report: Report): readonly ReportedSubject[] {
  return isComparison(report) ? report.subjects.filter((subject) => subject.touched) : report.subjects;
}

export interface Point {
  readonly subject: ReportedSubject;
  readonly dimension: Dimension;
  readonly assessment: Assessment;
}

/** Every answer about the given subjects. */
export function points(subjects: readonly ReportedSubject[], only: readonly Dimension[] = dimensions): Point[] {
  return only.flatMap((dimension) =>
    subjects.flatMap((subject) => {
      const assessment = subject[dimension];
      return assessment ? [{ subject, dimension, assessment }] : [];
    }),
  );
}

/** The weakest answer in a dimension; among equals one that got worse, then the first by id. */
export function weakestPoint(report: Report, dimension: Dimension): Point | undefined {
  const sorted = points(scoredSubjects(report), [dimension]).sort(
    (a, b) =>
      compareLevels(a.assessment.level, b.assessment.level) ||
      (a.assessment.score ?? 0) - (b.assessment.score ?? 0) ||
      Number(dropped(b)) - Number(dropped(a)) ||
      compareText(a.subject.id, b.subject.id),
  );
  return sorted[0];
}

function dropped({ subject, dimension, assessment }: Point): boolean {
  const base = subject.base?.[dimension];
  return !base || compareLevels(assessment.level, base.level) < 0;
}

/** What the text does not decide and no finding says that is shown: what was introduced, in an audit what was found. */
export function untoldUnknowns(report: Report): readonly Point[] {
  const told = findingsOf(report, isComparison(report) ? 'introduced' : 'existing').filter(
    ({ level }) => level === 'unknown',
  );
  return points(scoredSubjects(report)).filter(
    ({ subject, dimension, assessment }) =>
      assessment.level === 'unknown' &&
      !told.some((finding) => finding.subject === subject.id && finding.dimension === dimension),
  );
}

export function subjectOf(report: Report, finding: Finding): ReportedSubject | undefined {
  return report.subjects.find((subject) => subject.id === finding.subject);
}
