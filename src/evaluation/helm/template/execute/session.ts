/** What one run of a template shares: limits, decisions, definitions. */
import type { Origin, Undetermined } from '../../../../syntax/value.js';
import type { Data } from '../data/data.js';
import { originsOf } from '../data/data.js';
import type { Holes } from '../data/holes.js';
import { waitingOf } from '../data/holes.js';
import { truth } from '../data/truth.js';
import type { Fn } from '../functions/function.js';
import { LimitFault, fault } from './fault.js';
import type { Definition } from './source.js';

/** Work that is left, counted over all templates of a release. */
export interface Budget {
  steps: number;
  characters: number;
}

/** Conditions that the text does not decide, and how this run takes them. */
export interface Decisions {
  readonly chosen: ReadonlyMap<string, boolean>;
  /** Those met, in order. */
  readonly met: Map<string, { readonly value: boolean; readonly condition: Undetermined }>;
}

export interface Session {
  readonly holes: Holes;
  readonly budget: Budget;
  readonly functions: ReadonlyMap<string, Fn>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly decisions: Decisions;
  /** The origins of all conditions that were decided. */
  readonly influences: Set<Origin>;
  readonly depth: number;
}

/** Helm allows 1000; real charts stay below 30. */
const MAX_DEPTH = 150;

export function spend({ budget }: Session, steps = 1): void {
  budget.steps -= steps;
  if (budget.steps < 0) throw new LimitFault('the templates take too many steps');
}

export function produce({ budget }: Session, characters: number): void {
  budget.characters -= characters;
  if (budget.characters < 0) throw new LimitFault('the templates make too much text');
}

export function deeper(session: Session, definitions = session.definitions): Session {
  if (session.depth >= MAX_DEPTH) fault('templates include each other too deep');
  return { ...session, depth: session.depth + 1, definitions };
}

/** Whether a condition holds: as it is, or as this run takes it when the text does not decide. */
export function holds(session: Session, condition: Data): boolean {
  const known = truth(condition);
  if (known !== undefined) {
    if (session.influences.size < 500) for (const origin of originsOf(condition)) session.influences.add(origin);
    return known;
  }
  const [waiting] = [...waitingOf(condition, session.holes), ...restOf(condition)];
  return waiting ? decide(session, waiting) : false;
}

export function decide({ decisions }: Session, condition: Undetermined): boolean {
  const key = `${condition.expression}\n${condition.waitsFor.join('\n')}`;
  const value = decisions.chosen.get(key) ?? true;
  decisions.met.set(key, { value, condition });
  return value;
}

function restOf(data: Data): readonly Undetermined[] {
  return (data.kind === 'list' || data.kind === 'dict') && data.rest ? [data.rest] : [];
}
