/** Runs a template for every way in which the conditions that are not decided may turn out, as far as that is bounded. */
import type { Undetermined } from '../../../../syntax/value.js';
import type { Decisions } from '../execute/session.js';

export type Met = ReadonlyMap<string, { readonly value: boolean; readonly condition: Undetermined }>;

export interface Variant<T> {
  readonly result: T;
  readonly met: Met;
}

/** Up to so many runs every combination is tried; with more conditions, every pair of them in all four ways. */
const MAX_EXACT = 16;
const MAX_RUNS = 40;

export function runVariants<T>(run: (decisions: Decisions) => T): readonly Variant<T>[] {
  const variants: Variant<T>[] = [];
  const tryWith = (chosen: ReadonlyMap<string, boolean>): Met => {
    const met: Decisions['met'] = new Map();
    variants.push({ result: run({ chosen, met }), met });
    return met;
  };
  const pending: ReadonlyMap<string, boolean>[] = [new Map()];
  while (pending.length > 0 && variants.length + pending.length <= MAX_EXACT) {
    const chosen = pending.pop() ?? new Map<string, boolean>();
    const met = tryWith(chosen);
    const earlier = new Map<string, boolean>();
    for (const [key, { value }] of met) {
      if (!chosen.has(key)) pending.push(new Map([...earlier, [key, !value]]));
      earlier.set(key, value);
    }
  }
  if (pending.length > 0) cover(variants, tryWith);
  return variants;
}

/** All false, and by the bits of each condition's number, so that any two conditions are seen to differ. */
function cover<T>(variants: readonly Variant<T>[], tryWith: (chosen: ReadonlyMap<string, boolean>) => Met): void {
  const keys = [...new Set(variants.flatMap(({ met }) => [...met.keys()]))];
  const choose = (pick: (index: number) => boolean): void => {
    tryWith(new Map(keys.map((key, index) => [key, pick(index)] as const)));
  };
  choose(() => true);
  choose(() => false);
  for (let bit = 0; 1 << bit < keys.length; bit++) {
    choose((index) => ((index >> bit) & 1) === 1);
    choose((index) => ((index >> bit) & 1) === 0);
  }
  // Conditions that came up on the way and were seen one way only.
  for (;;) {
    const seen = new Map<string, Set<boolean>>();
    for (const { met } of variants) {
      for (const [key, { value }] of met) seen.set(key, (seen.get(key) ?? new Set()).add(value));
    }
    const [lone] = [...seen].filter(([key, values]) => values.size === 1 && !keys.includes(key));
    if (!lone || variants.length >= MAX_RUNS) return;
    const [key, values] = lone;
    keys.push(key);
    const host = variants.find(({ met }) => met.has(key));
    const base = [...(host?.met ?? [])].map(([name, { value }]) => [name, value] as const);
    tryWith(new Map([...base, [key, !values.has(true)]]));
  }
}

/** The condition that tells the variants in which something holds from the others. */
export function conditionOf(holds: readonly boolean[], mets: readonly Met[]): Undetermined | undefined {
  const all = new Map<string, Undetermined>();
  for (const met of mets) for (const [key, { condition }] of met) all.set(key, condition);
  const agreeing = [...all].filter(([key]) => {
    const agrees = (wanted: boolean): boolean =>
      mets.every((met, index) => {
        const decision = met.get(key);
        return decision ? (decision.value === wanted) === holds[index] : true;
      });
    return agrees(true) || agrees(false);
  });
  const candidates = (agreeing.length > 0 ? agreeing.slice(0, 1) : [...all]).map(([, condition]) => condition);
  const [first] = candidates;
  if (!first || candidates.length === 1) return first;
  return {
    ...first,
    expression: candidates.map(({ expression }) => expression).join(', '),
    waitsFor: [...new Set(candidates.flatMap(({ waitsFor }) => waitsFor))],
    origin: { ...first.origin, from: candidates.map(({ origin }) => origin) },
  };
}
