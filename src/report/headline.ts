/** What a change does to network privacy, in one sentence, and the title of a check. Plain text without reviewed text. */
import type { Dimension } from '../scoring/ladder.js';
import { compareLevels, dimensions } from '../scoring/ladder.js';
import type { Report } from './report.js';
import type { Point } from './selection.js';
import { isComparison, points, scoredSubjects } from './selection.js';
import { arrow, before, count, dimensionName, joined, trend } from './words.js';

type Effect = 'opens' | 'weakens' | 'undecided' | 'closes' | 'improves';

/**
 * @param change how the change is called: `this pull request`, `this push`
 */
export function headline(report: Report, change = 'this pull request'): string {
  if (!isComparison(report)) return auditHeadline(report);
  const touched = points(scoredSubjects(report));
  if (touched.length === 0) return `${change} touches no cluster and no way in or out`;
  const effects = new Map<Effect, Point[]>();
  for (const point of touched) {
    const effect = effectOf(point);
    if (effect) effects.set(effect, [...(effects.get(effect) ?? []), point]);
  }
  const clauses = order.flatMap((effect) => {
    const affected = effects.get(effect);
    return affected ? [clause(effect, joined(objects(affected)))] : [];
  });
  return clauses.length === 0 ? unchanged(touched, change) : `${change} ${clauses.join('; ')}`;
}

const order: readonly Effect[] = ['opens', 'weakens', 'undecided', 'closes', 'improves'];

function effectOf({ subject, dimension, assessment: { level } }: Point): Effect | undefined {
  const old = subject.base?.[dimension]?.level;
  if (level === old) return undefined;
  if (level === 'open') return 'opens';
  if (level === 'unknown') return 'undecided';
  // New, or undecided until now: nothing says that it was any better or worse.
  if (old === undefined || old === 'unknown') return level === 'restricted' ? 'weakens' : undefined;
  if (compareLevels(level, old) < 0) return 'weakens';
  return level === 'restricted' ? 'improves' : old === 'private' ? 'improves' : 'closes';
}

function clause(effect: Effect, what: string): string {
  switch (effect) {
    case 'opens':
      return `opens ${what}`;
    case 'weakens':
      return `weakens ${what}`;
    case 'undecided':
      return `leaves ${what} undecided`;
    case 'closes':
      return `closes ${what}`;
    case 'improves':
      return `tightens ${what}`;
  }
}

function objects(affected: readonly Point[]): readonly string[] {
  return dimensions.flatMap((dimension) => {
    const number = affected.filter((point) => point.dimension === dimension).length;
    return number === 0 ? [] : [object(dimension, number)];
  });
}

function object(dimension: Dimension, number: number): string {
  switch (dimension) {
    case 'api':
      return number === 1 ? 'the API server' : `${number} API servers`;
    case 'ingress':
      return number === 1 ? 'one way in' : `${number} ways in`;
    case 'egress':
      return number === 1 ? 'one way out' : `${number} ways out`;
  }
}

function unchanged(touched: readonly Point[], change: string): string {
  const weak = touched.filter(({ assessment: { level } }) => level !== 'private' && level !== 'isolated');
  return weak.length === 0
    ? `${change} keeps everything private`
    : `${change} changes no level; ${count(weak.length, 'answer')} below private ${weak.length === 1 ? 'was' : 'were'} there before`;
}

function auditHeadline(report: Report): string {
  const all = points(report.subjects);
  if (all.length === 0) return 'no cluster and no way in or out was found';
  const open = all.filter(({ assessment }) => assessment.level === 'open');
  const unknown = all.filter(({ assessment }) => assessment.level === 'unknown');
  const parts = [
    ...(open.length > 0 ? [`${joined(objects(open))} ${open.length === 1 ? 'is' : 'are'} open`] : []),
    ...(unknown.length > 0
      ? [`${joined(objects(unknown))} ${unknown.length === 1 ? 'is' : 'are'} not decided by the text`]
      : []),
  ];
  return parts.length > 0 ? parts.join('; ') : 'nothing is open to everyone';
}

/** `API open ▼ · Ingress open ▼ · Egress private ▲`. */
export function checkTitle(report: Report): string {
  const parts = dimensions.flatMap((dimension) => {
    const result = report.dimensions[dimension];
    if (!result) return [];
    return [`${dimensionName[dimension]} ${result.level} ${arrow(trend(before(result), result))}`.trimEnd()];
  });
  return parts.length > 0 ? parts.join(' · ') : 'No cluster and no way in or out is touched';
}
