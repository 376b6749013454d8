/** What several network policies for the same pods together let out. */
import type { Destination, EgressPolicy, EgressRule } from '../../posture/egress-path.js';
import type { Fact } from '../../posture/fact.js';
import { valueOf } from '../../posture/fact.js';
import type { Origin } from '../../syntax/value.js';
import type { AddressReach } from './addresses.js';
import { reachOfBlocks } from './addresses.js';
import { wildcardOf } from './shared-domains.js';

export interface Allowance {
  readonly policy: EgressPolicy;
  readonly place: Origin;
  /** What it admits, for people: `0.0.0.0/0`, `every destination`. */
  readonly what: string;
  /** Everything but some addresses: a filter after all. Without the private ranges it is none, but the Internet alone. */
  readonly takesAway: boolean;
}

export interface Admitted {
  /** Allowances that let pods reach the Internet. */
  readonly everything: readonly Allowance[];
  /** Likewise, but for the port of DNS. */
  readonly dns: readonly Allowance[];
  /** Named destinations outside of the cluster. */
  readonly finite: readonly Allowance[];
  /** Names that strangers share. */
  readonly shared: readonly Allowance[];
  /** What the text does not decide. */
  readonly open: readonly Fact<unknown>[];
}

interface Weighed extends Allowance {
  readonly rule: EgressRule;
  readonly destination: Destination;
  /** Blocks that were denied before it. */
  readonly denied: readonly string[];
}

/** Calico takes its policies by their order; of the others the order does not matter. */
export function admittedBy(policies: readonly EgressPolicy[]): Admitted {
  const ordered = policies.toSorted((a, b) => a.order - b.order);
  const weighed = weigh(ordered);
  const wide = wideAmong(weighed.filter(({ rule }) => rule.ports !== 'dns'));
  const dns = wideAmong(weighed.filter(({ rule }) => rule.ports === 'dns'));
  const rest = weighed.filter((each) => !wide.includes(each) && !dns.includes(each));
  return {
    everything: wide,
    dns,
    finite: rest.filter(({ destination }) => destination.kind === 'addresses' || destination.kind === 'name'),
    shared: rest.filter(({ destination }) => isShared(destination)),
    open: rest.flatMap(({ destination }) => undecided(destination)),
  };
}

/** Blocks that are denied beyond these are taken for allowed: what is left of the Internet is then too much, never too little. */
const mostDenied = 50;

/** Every destination that is allowed, with what was denied by then: a rule for the world denies all that comes after it. */
function weigh(policies: readonly EgressPolicy[]): readonly Weighed[] {
  const found: Weighed[] = [];
  const denied: string[] = [];
  const denials = (policy: EgressPolicy): readonly EgressRule[] =>
    policy.rules.filter(({ action }) => action === 'deny');
  const deny = (rule: EgressRule): void => {
    if (rule.ports === 'all' && denied.length < mostDenied)
      denied.push(...rule.to.flatMap(deniedBlocks).slice(0, mostDenied));
  };
  let before: readonly string[] = [];
  // Cilium denies before it allows, whichever policy says so.
  for (const policy of policies) if (policy.family === 'cilium') denials(policy).forEach(deny);
  for (const policy of policies) {
    for (const rule of policy.rules) {
      if (rule.action === 'deny') {
        deny(rule);
        continue;
      }
      if (before.length !== denied.length) before = [...denied];
      for (const destination of rule.to) {
        const what = toldOf(destination);
        found.push({
          policy,
          place: destination.origin,
          what,
          takesAway: takesAway(destination),
          rule,
          destination,
          denied: before,
        });
      }
    }
  }
  return found.filter((each) => !isDenied(each));
}

const world = ['0.0.0.0/0', '::/0'];
const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];

function takesAway(destination: Destination): boolean {
  if (destination.kind !== 'addresses' || destination.except.length === 0) return false;
  const except = destination.except.flatMap((fact) => valueOf(fact) ?? []);
  return privateRanges.some((range) => reachOfBlocks([range], except) !== 'nothing');
}

function deniedBlocks(destination: Destination): readonly string[] {
  switch (destination.kind) {
    case 'world':
      return world;
    case 'addresses': {
      const block = valueOf(destination.cidr);
      return block !== undefined && destination.except.length === 0 ? [block] : [];
    }
    case 'cluster':
    case 'name':
    case 'open':
      return [];
  }
}

function isDenied({ destination, denied }: Weighed): boolean {
  switch (destination.kind) {
    case 'world':
      return reachOfBlocks(['0.0.0.0/0'], denied) === 'nothing';
    case 'name':
      return reachOfBlocks(['0.0.0.0/0'], denied) === 'nothing';
    case 'addresses': {
      const block = valueOf(destination.cidr);
      return block !== undefined && isNothing(block, denied);
    }
    case 'cluster':
    case 'open':
      return false;
  }
}

/** A block that can't be read is not denied: it is not known what it is. */
function isNothing(block: string, denied: readonly string[]): boolean {
  if (denied.length === 0) return false;
  return reachOfBlocks([block], []) !== 'nothing' && reachOfBlocks([block], denied) === 'nothing';
}

/** Those that alone, or together, let out so much that nothing is kept back. */
function wideAmong(weighed: readonly Weighed[]): readonly Weighed[] {
  const alone = weighed.filter((each) => reachOf(each) === 'everything');
  if (alone.length > 0) return alone;
  const blocks = weighed.filter(({ destination }) => destination.kind === 'addresses' && isDecided(destination));
  const together = reachOfBlocks(
    blocks.flatMap(({ destination }) => (destination.kind === 'addresses' ? (valueOf(destination.cidr) ?? []) : [])),
    // Only what every one of them leaves out is left out by all.
    blocks.every(({ destination }) => destination.kind === 'addresses' && destination.except.length === 0)
      ? (blocks[0]?.denied ?? [])
      : [],
  );
  if (together !== 'everything') return [];
  const outside = blocks.filter((each) => reachOf(each) !== 'private');
  return outside.length > 1 ? outside : [];
}

function reachOf({ destination, denied }: Weighed): AddressReach | undefined {
  switch (destination.kind) {
    case 'world':
      return reachOfBlocks(world, denied);
    case 'addresses': {
      const block = valueOf(destination.cidr);
      if (block === undefined || !isDecided(destination)) return undefined;
      if (isNarrow(block)) return reachOfBlocks([block], []);
      return reachOfBlocks([block], [...denied, ...destination.except.flatMap((fact) => valueOf(fact) ?? [])]);
    }
    case 'name': {
      const name = valueOf(destination.name);
      return name !== undefined && wildcardOf(name) === 'everything' ? 'everything' : undefined;
    }
    case 'cluster':
    case 'open':
      return undefined;
  }
}

/** A single block that one organisation can have: whatever is taken from it, it is not everything. */
function isNarrow(block: string): boolean {
  const length = Number(/^[\d.]+\/(\d{1,2})$/.exec(block.trim())?.[1] ?? 0);
  return length >= 8;
}

function isShared(destination: Destination): boolean {
  return destination.kind === 'name' && destination.name.known && wildcardOf(destination.name.value) === 'shared';
}

function isDecided(destination: Extract<Destination, { kind: 'addresses' }>): boolean {
  return destination.cidr.known && destination.except.every(({ known }) => known);
}

function undecided(destination: Destination): readonly Fact<unknown>[] {
  switch (destination.kind) {
    case 'open':
      return [destination.fact];
    case 'addresses':
      return [destination.cidr, ...destination.except].filter(({ known }) => !known);
    case 'name':
      return destination.name.known ? [] : [destination.name];
    case 'cluster':
    case 'world':
      return [];
  }
}

function toldOf(destination: Destination): string {
  switch (destination.kind) {
    case 'cluster':
      return 'the cluster';
    case 'world':
      return 'every destination';
    case 'addresses': {
      const block = valueOf(destination.cidr)?.trim() ?? destination.cidr.name;
      const without = destination.except.flatMap((fact) => valueOf(fact) ?? []);
      return without.length > 0 ? `${block} except ${without.slice(0, 3).join(', ')}` : block;
    }
    case 'name':
      return valueOf(destination.name) ?? destination.name.name;
    case 'open':
      return 'what the text does not decide';
  }
}
