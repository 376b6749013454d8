/** Plans beside the configuration that they were made of: one cluster, not two. */
import { dimensions } from '../scoring/ladder.js';
import { judgementOf } from './observation.js';
import type { Observation } from './observation.js';

/**
 * A plan that the pull request brings, or that an audit finds, says what will be deployed: it stands in for the declaration, as
 * the same subject. One that is older than the change is left out.
 * @param changed undefined in an audit
 */
export function withoutDoubles(
  observations: readonly Observation[],
  changed: ReadonlySet<string> | undefined,
): readonly Observation[] {
  const plans = observations.filter(isPlanned);
  if (plans.length === 0) return observations;
  const twins = new Map<Observation, readonly Observation[]>(
    plans.map((plan) => [plan, observations.filter((other) => !isPlanned(other) && placeOf(other) === placeOf(plan))]),
  );
  const replaced = new Map<Observation, Observation>();
  const dropped = new Set<Observation>();
  for (const [plan, declared] of twins) {
    const [only, another] = declared;
    if (!only) continue;
    const isCurrent = changed?.has(plan.judged.subject.root.id) ?? true;
    // Of several deployments the plan is one, which only its values tell.
    const same = another ? declared.find((one) => isAlike(one, plan)) : only;
    if (!isCurrent || (another && same)) dropped.add(plan);
    else if (!another) {
      replaced.set(only, standingFor(only, plan));
      dropped.add(plan);
    }
  }
  return observations.filter((one) => !dropped.has(one)).map((one) => replaced.get(one) ?? one);
}

function isPlanned({ judged }: Observation): boolean {
  return judged.subject.format === 'tfplan';
}

/** Where a subject is declared, and as which instance. */
function placeOf({ judged }: Observation): string {
  const { id, root, heading } = judged.subject;
  return [heading.file.path, String(heading.start), id.slice(root.id.length)].join('\n');
}

function isAlike(one: Observation, other: Observation): boolean {
  return dimensions.every(
    (dimension) => judgementOf(one.judged, dimension)?.level === judgementOf(other.judged, dimension)?.level,
  );
}

/** What the plan shows, under the name of the declaration: so it is found again where there is no plan. */
function standingFor({ judged: { subject: declared } }: Observation, plan: Observation): Observation {
  const { judged } = plan;
  const subject = { ...judged.subject, id: declared.id, root: declared.root };
  return { ...plan, judged: { ...judged, subject } as Observation['judged'] };
}
