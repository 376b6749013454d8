/** One line each: findings, what is unknown, problems. */
import type { Problem } from '../../syntax/problem.js';
import type { Finding, ReportedSubject } from '../report.js';
import type { Point } from '../selection.js';
import { aspect, firstSentence } from '../words.js';
import type { Links } from './links.js';
import { docsLink, fileLink } from './links.js';
import { code, item, names, strong, text } from './nodes.js';
import { prose } from './prose.js';

/** @param also names of what the finding holds for besides its subject */
export function findingItem(
  finding: Finding,
  subject: ReportedSubject | undefined,
  links: Links,
  also: readonly string[] = [],
): string {
  const { first } = firstSentence(finding.message);
  // A fixed finding stands at a line of the base, which a link to the head would miss.
  const place = fileLink(finding.status === 'fixed' ? {} : links, finding.path, finding.startLine);
  return item(
    strong(text(finding.severity)),
    text(' '),
    ...prose(first, subject ? [subject.name] : []),
    ...(also.length > 0 ? [text('; the same for '), ...names(also)] : []),
    text(' — '),
    ...place,
    text(' · '),
    ...docsLink(links, finding.docs, code(finding.rule)),
  );
}

export function suppressedItem(finding: Finding, subject: ReportedSubject | undefined, links: Links): string {
  const reason = prose(finding.suppression?.reason ?? '');
  const until = finding.suppression?.until;
  const line = findingItem(finding, subject, links);
  const why = item(text('accepted'), ...(until ? [text(' until '), code(until, 20)] : []), text(': '), ...reason);
  return `${line} · ${why.slice(2)}`;
}

export function unknownItem({ subject, dimension, assessment }: Point, links: Links): string {
  const place = assessment.evidence[0] ?? subject;
  const deciders = assessment.dependsOn.slice(0, 5);
  return item(
    text(`${aspect(subject, dimension)} `),
    code(subject.name, 80),
    text(': '),
    ...prose(assessment.because, deciders),
    text(' — '),
    ...fileLink(links, place.path, place.line),
  );
}

export function problemItem({ path, line, message }: Problem, links: Links): string {
  const place = path === '' ? [] : line === undefined ? [code(path, 200)] : fileLink(links, path, line);
  return item(...place, ...(place.length > 0 ? [text(': ')] : []), ...prose(message));
}
