/**
 * The one ladder of all three dimensions: levels, their scores, and the modifiers that order cases within a level.
 * docs/scoring.md explains it; a test holds the two together.
 */

export type Dimension = 'api' | 'ingress' | 'egress';
export const dimensions: readonly Dimension[] = ['api', 'ingress', 'egress'];

export type KnownLevel = 'open' | 'restricted' | 'private' | 'isolated';
export type Level = KnownLevel | 'unknown';

/** From the weakest to the strongest. */
export const ladder: readonly KnownLevel[] = ['open', 'restricted', 'private', 'isolated'];

const base: Readonly<Record<KnownLevel, number>> = { open: 0, restricted: 40, private: 80, isolated: 100 };

/**
 * Small facts that order two cases of one level: each is better than the same level without it. The score of a level
 * alone is its weakest case, so that no modifier carries a score into another level.
 */
export const modifiers = {
  /** A NAT gateway has a fixed address that partners can allow; it filters nothing. */
  natGateway: 2,
  /** A finite set of firewall rules that the repository shows, over a filter that it does not show. */
  visibleRules: 2,
  /** `az aks command invoke` is off: no door through Azure Resource Manager around the private network. */
  runCommandOff: 2,
  /** Only the cluster's own outbound address is admitted: the best of the public forms. */
  ownAddressOnly: 10,
} as const;

export type Modifier = keyof typeof modifiers;

/**
 * The score of a level with modifiers: 0 to 100, within the bounds of the level; null for `unknown`.
 */
export function score(level: Level, applied: readonly Modifier[] = []): number | null {
  if (level === 'unknown') return null;
  const next = ladder[ladder.indexOf(level) + 1];
  const highest = next === undefined ? 100 : base[next] - 1;
  return Math.min(
    highest,
    applied.reduce((total, modifier) => total + modifiers[modifier], base[level]),
  );
}

/** The order in which levels are weak: `unknown` counts as lower than everything but `open`. */
const weakness: Readonly<Record<Level, number>> = { open: 0, unknown: 1, restricted: 2, private: 3, isolated: 4 };

/** Negative when `a` is weaker than `b`. */
export function compareLevels(a: Level, b: Level): number {
  return weakness[a] - weakness[b];
}

export function weakest<T>(items: readonly T[], level: (item: T) => Level): T | undefined {
  return items.reduce<T | undefined>(
    (found, item) => (found === undefined || compareLevels(level(item), level(found)) < 0 ? item : found),
    undefined,
  );
}
