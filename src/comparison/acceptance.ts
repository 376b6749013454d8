/** What the configuration accepts: public entry points that are wanted, and findings of a rule in some subjects. */
import type { Acceptance } from '../configuration/configuration.js';
import { matcher, means, named } from '../configuration/patterns.js';
import type { Subject } from '../posture/model.js';
import type { Dimension, Level } from '../scoring/ladder.js';
import type { Problem } from '../syntax/problem.js';
import { announcement, isOver } from './expiry.js';
import type { Suppression } from './suppression.js';

export interface Acceptances {
  /** Why a finding is accepted; undefined when it is not. */
  readonly of: (subject: Subject, found: Found) => Suppression | undefined;
  /** Whether the ingress of a subject is public on purpose. */
  readonly isPublic: (subject: Subject) => boolean;
  /** Those that mean none of the subjects, and what must be known about the others. */
  readonly unmatched: (subjects: readonly Subject[]) => readonly Problem[];
}

export const nothingAccepted: Acceptances = { of: () => undefined, isPublic: () => false, unmatched: () => [] };

export interface Found {
  readonly rule: string;
  readonly dimension: Dimension;
  /** The level that the finding causes, when it decides one. */
  readonly level: Level | undefined;
}

/**
 * @param today ISO date
 * @param report takes what must be said about an acceptance that is used, or would be
 */
export function acceptancesOf(
  entries: readonly Acceptance[],
  today: string,
  report: (problem: Problem) => void,
): Acceptances {
  const all = entries.map((entry) => ({ ...entry, matches: matcher(entry.subject) }));
  const counting = all.filter(({ until }) => !isOver(until, today));
  return {
    of(subject, found) {
      const meant = all.filter((acceptance) => covers(acceptance, found) && means(acceptance.matches, named(subject)));
      const [first] = meant.filter((acceptance) => counting.includes(acceptance));
      if (!first) {
        for (const acceptance of meant) report(ended(acceptance));
        return undefined;
      }
      const soon = announcement(first.until, today);
      if (soon !== undefined)
        report({ ...first.place, message: `${titleOf(first)} ${soon}; after that it blocks again` });
      return { reason: reasonOf(first), until: first.until };
    },
    isPublic: (subject) =>
      counting.some(({ kind, matches }) => kind === 'public-entry-point' && means(matches, named(subject))),
    unmatched: (subjects) => {
      const names = subjects.map(named);
      return all
        .filter((acceptance) => !names.some((one) => means(acceptance.matches, one)))
        .map((acceptance) => ({ ...acceptance.place, message: `${titleOf(acceptance)} matches no subject` }));
    },
  };
}

/** A public entry point is accepted as far as it is public, and in nothing else. */
function covers({ rule }: Acceptance, found: Found): boolean {
  if (rule !== null) return rule === found.rule;
  return found.dimension === 'ingress' && (found.level === 'open' || found.level === 'restricted');
}

function ended(acceptance: Acceptance): Problem {
  const message = `${titleOf(acceptance)} does not count any more: it ended on ${acceptance.until ?? ''}`;
  return { ...acceptance.place, message };
}

export function titleOf({ kind, rule, subject, owner }: Acceptance): string {
  const whose = owner === '' ? '' : ` (owner: ${owner})`;
  return kind === 'public-entry-point'
    ? `the public entry point ${subject}${whose}`
    : `the suppression of ${rule ?? ''} in ${subject}${whose}`;
}

function reasonOf({ kind, owner, reason, place }: Acceptance): string {
  const what = kind === 'public-entry-point' ? 'public on purpose' : 'accepted';
  const whose = owner === '' ? '' : `, owner: ${owner}`;
  return `${reason} (${what} by ${place.path}:${String(place.line)}${whose})`;
}
