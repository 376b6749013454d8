/**
 * Findings that one line decides for several subjects: a module that is deployed twice, a parameter of two clusters. People read
 * them once, with the other subjects named; the numbers count each.
 */
import type { Finding, Report, ReportedSubject } from './report.js';
import { compareText } from './selection.js';

export interface Told {
  /** Stands for all of them: the one whose fingerprint comes first, so that the choice stays the same between runs. */
  readonly finding: Finding;
  /** Those that are not told by themselves. */
  readonly others: readonly Finding[];
}

/** In the order in which the first of each group comes. */
export function together(findings: readonly Finding[]): readonly Told[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const group = groups.get(key);
    if (!group) groups.set(key, [finding]);
    else if (group.every(({ subject }) => subject !== finding.subject)) group.push(finding);
    // Two findings about one subject say two things.
    else groups.set(`${key}${finding.fingerprint}`, [finding]);
  }
  return [...groups.values()].flatMap((group) => {
    const [finding, ...others] = group.sort((a, b) => compareText(a.fingerprint, b.fingerprint));
    return finding ? [{ finding, others }] : [];
  });
}

function keyOf(finding: Finding): string {
  const { rule, status, severity, level, regression, path, startLine, startColumn, endLine, endColumn, title } =
    finding;
  const { fix, remedy, suppression } = finding;
  const place = [path, startLine, startColumn, endLine, endColumn];
  return JSON.stringify([rule, status, severity, level, regression, ...place, title, fix, remedy, suppression]);
}

/** What else a finding holds for: names of subjects, with their roots where the name alone would not tell them apart. */
export function alsoFor({ finding, others }: Told, report: Report): readonly string[] {
  if (others.length === 0) return [];
  const subjects = new Map(report.subjects.map((subject) => [subject.id, subject]));
  const first = subjects.get(finding.subject);
  return [...new Set(others.map((other) => label(subjects.get(other.subject), other.subject, first)))].sort(
    compareText,
  );
}

function label(subject: ReportedSubject | undefined, id: string, first: ReportedSubject | undefined): string {
  if (!subject) return id;
  return subject.root === first?.root ? subject.name : `${subject.name} of ${subject.root}`;
}
