/** Where a finding is told: on the line that an author changed or can change, with the way to the place of effect. */
import type { Step } from '../report/report.js';
import type { Location } from '../syntax/source.js';
import { locate } from '../syntax/source.js';
import type { Origin } from '../syntax/value.js';
import { origins, way } from '../syntax/value.js';

/** Whether the pull request changed (at the head: added) a line. */
export type IsChanged = (path: string, line: number) => boolean;

export interface Placed {
  readonly location: Location;
  /** From the place that an author changes to the place of effect; empty when they are the same. */
  readonly way: readonly Step[];
}

/**
 * @param candidates places in order of preference; the first is where the finding stands when no line was changed
 */
export function place(candidates: readonly Origin[], isChanged: IsChanged): Placed {
  const [first] = candidates;
  if (!first) throw new Error('a finding needs a place');
  for (const candidate of candidates) {
    const chain = chainTo(candidate, isChanged);
    if (chain) return placed(chain);
  }
  return placed(way(first));
}

/**
 * The shortest chain from a changed line to the place of effect. Of several changed origins a literal is what an author
 * set, so it comes before the expressions that merely pass it on.
 */
function chainTo(effect: Origin, isChanged: IsChanged): readonly Origin[] | undefined {
  const chains = new Map<Origin, readonly Origin[]>([[effect, [effect]]]);
  let changed: readonly Origin[] | undefined;
  for (const [origin, chain] of chains) {
    if (isChangedAt(origin, isChanged)) {
      if (origin.from.length === 0) return chain;
      changed = chain;
    }
    for (const from of origin.from) if (!chains.has(from)) chains.set(from, [from, ...chain]);
  }
  return changed;
}

function isChangedAt(origin: Origin, isChanged: IsChanged): boolean {
  const { path, startLine, endLine } = locate(origin.span);
  for (let line = startLine; line <= endLine; line++) if (isChanged(path, line)) return true;
  return false;
}

function placed(chain: readonly Origin[]): Placed {
  const [start] = chain;
  if (!start) throw new Error('a chain has at least one place');
  const steps: Step[] = [];
  for (const step of chain.map(stepOf)) {
    const last = steps.at(-1);
    if (last?.path !== step.path || last.line !== step.line) steps.push(step);
    else if (last.name === '') steps[steps.length - 1] = step;
  }
  return { location: locate(start.span), way: steps.length > 1 ? steps : [] };
}

function stepOf(origin: Origin): Step {
  const { path, startLine } = locate(origin.span);
  return { path, line: startLine, name: origin.name ?? '' };
}

/** Every place that bears on an origin: where it takes effect and all that it is computed from. */
export function placesOf(origin: Origin): readonly { readonly path: string; readonly line: number }[] {
  return origins(origin).map((one) => {
    const { path, startLine } = locate(one.span);
    return { path, line: startLine };
  });
}
