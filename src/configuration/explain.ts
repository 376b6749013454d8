/** What a configuration comes to in a tree: what is wanted of which subject, what ends when, and what means nothing. */
import { announcement, isOver } from '../comparison/expiry.js';
import { titleOf } from '../comparison/acceptance.js';
import type { Matches } from '../posture/known/known.js';
import type { Place } from '../report/report.js';
import type { Dimension, Level } from '../scoring/ladder.js';
import { dimensions } from '../scoring/ladder.js';
import type { Acceptance, Configuration } from './configuration.js';
import type { Named } from './patterns.js';
import { isIn, matcher, means } from './patterns.js';
import type { Reason } from './wanted.js';
import { wantingOf } from './wanted.js';

/** A subject of the tree, with the levels that it has; null where it has no such dimension. */
export interface Shown extends Named {
  readonly levels: Readonly<Record<Dimension, Level | null>>;
}

export interface Explanation {
  readonly wanted: readonly { readonly subject: Shown; readonly levels: Readonly<Record<Dimension, Reason>> }[];
  readonly ends: readonly Told[];
  /** Entries without any effect in this tree. */
  readonly idle: readonly Told[];
}

export interface Told {
  readonly place: Place | null;
  readonly text: string;
}

export interface Surveyed {
  readonly subjects: readonly Shown[];
  /** Every path of the tree. */
  readonly paths: readonly string[];
  /** Whether a known gateway or appliance decided anything. */
  readonly isUsed: (entry: object) => boolean;
  /** ISO date. */
  readonly today: string;
}

export function explain(configuration: Configuration, surveyed: Surveyed): Explanation {
  const { subjects, today } = surveyed;
  const wanting = wantingOf(configuration);
  return {
    wanted: subjects
      .map((subject) => ({ subject, levels: wanting(subject) }))
      .toSorted((a, b) => (a.subject.id < b.subject.id ? -1 : 1)),
    ends: configuration.acceptances
      .filter(({ until }) => until !== null)
      .toSorted((a, b) => ((a.until ?? '') < (b.until ?? '') ? -1 : 1))
      .map((acceptance) => ({ place: acceptance.place, text: `${titleOf(acceptance)} ${ending(acceptance, today)}` })),
    idle: [
      ...idleLevels(configuration, subjects),
      ...idleAcceptances(configuration, subjects),
      ...idleKnown(configuration, surveyed),
      ...idlePaths(configuration, surveyed),
    ],
  };
}

function ending({ until }: Acceptance, today: string): string {
  if (isOver(until, today)) return `ended on ${until ?? ''} and does not count any more`;
  return announcement(until, today) ?? `ends on ${until ?? ''}`;
}

function meantBy(pattern: string, subjects: readonly Shown[]): readonly Shown[] {
  const matches = matcher(pattern);
  return subjects.filter((subject) => means(matches, subject));
}

function isOutside(matches: Matches): (subject: Shown) => boolean {
  return (subject) => !isIn(matches, subject);
}

function idleLevels({ environments, subjects: wanted }: Configuration, subjects: readonly Shown[]): readonly Told[] {
  return [
    ...environments.flatMap(({ name, patterns, place }) =>
      patterns
        .filter((pattern) => subjects.every(isOutside(matcher(pattern))))
        .map((pattern) => ({ place, text: `environment ${name}: ${pattern} matches no subject` })),
    ),
    ...wanted
      .filter(({ pattern }) => meantBy(pattern, subjects).length === 0)
      .map(({ pattern, place }) => ({ place, text: `subjects: ${pattern} matches no subject` })),
  ];
}

function idleAcceptances({ acceptances }: Configuration, subjects: readonly Shown[]): readonly Told[] {
  return acceptances.flatMap((acceptance) => {
    const { kind, subject: pattern, place } = acceptance;
    const meant = meantBy(pattern, subjects);
    if (meant.length === 0) return [{ place, text: `${titleOf(acceptance)} matches no subject` }];
    const isPublic = ({ levels: { ingress } }: Shown): boolean =>
      ingress === 'open' || ingress === 'restricted' || ingress === 'unknown';
    if (kind === 'suppression' || meant.some(isPublic)) return [];
    return [{ place, text: `${titleOf(acceptance)} matches subjects that are not public: it is not needed` }];
  });
}

function idleKnown({ known: { gateways, appliances } }: Configuration, { isUsed }: Surveyed): readonly Told[] {
  return [...gateways, ...appliances]
    .filter((entry) => !isUsed(entry))
    .map(({ name, by, origin: { span } }) => ({
      place: { path: span.file.path, line: span.file.position(span.start).line },
      text: `${name} (by ${by}) decides nothing that the text leaves open`,
    }));
}

function idlePaths({ paths }: Configuration, { paths: all }: Surveyed): readonly Told[] {
  return paths.include
    .filter((glob) => !all.some(matcher(glob)))
    .map((glob) => ({ place: null, text: `paths.include: ${glob} matches no file` }));
}

/** The dimensions that a subject has. */
export function dimensionsOf({ levels }: Shown): readonly Dimension[] {
  return dimensions.filter((dimension) => levels[dimension] !== null);
}
