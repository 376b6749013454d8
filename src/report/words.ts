/** The words that all renderers share, so that they agree everywhere. */
import type { Dimension, Level } from '../scoring/ladder.js';
import { compareLevels } from '../scoring/ladder.js';
import type { DimensionResult, ReportedSubject, ScoreAtBase, SubjectKind } from './report.js';

export const dimensionName: Readonly<Record<Dimension, string>> = { api: 'API', ingress: 'Ingress', egress: 'Egress' };

export type Trend = 'up' | 'down' | 'same' | 'none';

/** Better or worse than before; `none` when nothing is known to compare, or the answer is unknown. */
export function trend(before: ScoreAtBase | null, now: ScoreAtBase): Trend {
  if (!before || before.level === 'unknown' || now.level === 'unknown') return 'none';
  const step = compareLevels(now.level, before.level) || (now.score ?? 0) - (before.score ?? 0);
  if (step === 0) return 'same';
  return step > 0 ? 'up' : 'down';
}

export function arrow(direction: Trend): string {
  switch (direction) {
    case 'up':
      return '▲';
    case 'down':
      return '▼';
    case 'same':
    case 'none':
      return '';
  }
}

/** A dimension as it was at the base; null when it had no subject there. */
export function before(result: DimensionResult): ScoreAtBase | null {
  return result.baseLevel === null ? null : { level: result.baseLevel, score: result.baseScore };
}

/** `open · 0`, `unknown`. */
export function levelAndScore(level: Level, score: number | null): string {
  return score === null ? level : `${level} · ${score}`;
}

/** `1 file`, `2 files`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function joined(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** What a subject is called before its name. */
export function kindName(kind: SubjectKind): string {
  switch (kind) {
    case 'cluster':
      return 'cluster';
    case 'entry-point':
      return 'entry point';
    case 'egress-path':
      return 'egress path';
  }
}

/** `API server of`, `ingress of`, `egress of`: what is scored of a subject in a dimension. */
export function aspect(subject: Pick<ReportedSubject, 'kind'>, dimension: Dimension): string {
  switch (dimension) {
    case 'api':
      return 'API server of';
    case 'ingress':
      return subject.kind === 'cluster' ? 'ingress of' : 'ingress through';
    case 'egress':
      return 'egress of';
  }
}

/** The first sentence of a message, and what follows it. */
export function firstSentence(message: string): { readonly first: string; readonly rest: string } {
  const end = /[.!?] (?=[\p{Lu}“])/u.exec(message);
  if (!end) return { first: message.replace(/\.$/, ''), rest: '' };
  return { first: message.slice(0, end.index), rest: message.slice(end.index + 2) };
}
