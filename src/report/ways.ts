/** The ways in and out before and after, as edges of a small graph. Drawn by Mermaid, HTML, or told in words. */
import type { Dimension, Level } from '../scoring/ladder.js';
import type { Report, ReportedSubject } from './report.js';
import type { Point } from './selection.js';
import { isComparison, points, scoredSubjects } from './selection.js';

export type Place = 'internet' | 'listed' | 'network' | 'inside' | 'undecided' | 'proxy' | 'filter' | 'nowhere';

export const placeName: Readonly<Record<Place, string>> = {
  internet: 'Internet',
  listed: 'Listed addresses',
  network: 'Virtual network',
  inside: 'Inside the cluster',
  undecided: 'Not decided by the text',
  proxy: 'Proxy that can be stepped around',
  filter: 'Firewall or appliance',
  nowhere: 'No way out',
};

export type WayState = 'now' | 'before' | 'unchanged';

/** One way: from a place to a subject (API, ingress) or from a subject to a place (egress). */
export interface Way {
  readonly dimension: Dimension;
  readonly subject: ReportedSubject;
  readonly place: Place;
  readonly state: WayState;
}

export interface Ways {
  readonly ways: readonly Way[];
  /** Subjects with a way that found no room. */
  readonly left: number;
}

/**
 * The ways that changed, in a comparison; all that lead further than the virtual network, in an audit.
 * @param most how many answers are drawn; a picture of more says nothing
 */
export function waysOf(report: Report, most = 12): Ways {
  const compared = isComparison(report);
  const worth = points(scoredSubjects(report)).filter((point) => (compared ? changed(point) : outward(point)));
  const drawn = worth.slice(0, most);
  return { ways: drawn.flatMap((point) => waysOfPoint(point, compared)), left: worth.length - drawn.length };
}

function changed({ subject, dimension, assessment }: Point): boolean {
  const old = subject.base?.[dimension]?.level;
  return (old && placeOf(dimension, old)) !== placeOf(dimension, assessment.level);
}

function outward({ assessment: { level } }: Point): boolean {
  return level === 'open' || level === 'restricted' || level === 'unknown';
}

function waysOfPoint({ subject, dimension, assessment }: Point, compared: boolean): readonly Way[] {
  const now: Way = {
    dimension,
    subject,
    place: placeOf(dimension, assessment.level),
    state: compared ? 'now' : 'unchanged',
  };
  const old = subject.base?.[dimension]?.level;
  return compared && old ? [{ dimension, subject, place: placeOf(dimension, old), state: 'before' }, now] : [now];
}

function placeOf(dimension: Dimension, level: Level): Place {
  return dimension === 'egress' ? target(level) : source(dimension, level);
}

function source(dimension: Dimension, level: Level): Place {
  switch (level) {
    case 'open':
      return 'internet';
    case 'restricted':
      return 'listed';
    case 'private':
      return 'network';
    case 'isolated':
      return dimension === 'api' ? 'network' : 'inside';
    case 'unknown':
      return 'undecided';
  }
}

function target(level: Level): Place {
  switch (level) {
    case 'open':
      return 'internet';
    case 'restricted':
      return 'proxy';
    case 'private':
      return 'filter';
    case 'isolated':
      return 'nowhere';
    case 'unknown':
      return 'undecided';
  }
}
