/** Roots that others deploy are judged as these deploy them. */
import type { Evaluation } from './resource.js';

/**
 * Without the roots that another one deploys. Of roots that deploy each other in a circle the first one stays.
 */
export function withoutDeployed(evaluations: readonly Evaluation[]): readonly Evaluation[] {
  const deploying = evaluations.filter(({ deploys }) => deploys && deploys.size > 0);
  if (deploying.length === 0) return evaluations;
  const deployersOf = (evaluation: Evaluation): readonly Evaluation[] =>
    deploying.filter((other) => other !== evaluation && covers(other, evaluation));
  const deployers = new Map(evaluations.map((each) => [each, deployersOf(each)]));
  const kept = new Set(evaluations.filter((each) => deployers.get(each)?.length === 0));
  const reached = new Set(kept);
  const reach = (): void => {
    for (let grown = true; grown;) {
      grown = false;
      for (const [each, by] of deployers) {
        if (reached.has(each) || !by.some((other) => reached.has(other))) continue;
        reached.add(each);
        grown = true;
      }
    }
  };
  reach();
  for (const each of evaluations) {
    if (reached.has(each)) continue;
    kept.add(each);
    reached.add(each);
    reach();
  }
  return evaluations.filter((each) => kept.has(each));
}

/** A root with parameters is deployed with these: the file of its id. */
function covers({ deploys }: Evaluation, { root }: Evaluation): boolean {
  if (!deploys || root.format === 'terraform' || root.format === 'bicep') return false;
  return deploys.has(root.id) || (root.parameters.length === 0 && deploys.has(root.path));
}
