import type { Files } from '../tree/files.js';
import type { Evaluator } from './evaluator.js';
import { withoutDeployed } from './deployed.js';
import type { Evaluation, Resource, Root } from './resource.js';

/**
 * All roots of one revision, evaluated. A root is evaluated anew only when a file that it asked for has been brought.
 */
export class Evaluations {
  private readonly evaluated = new Map<string, Evaluation>();

  constructor(
    private readonly evaluators: readonly Evaluator[],
    private readonly files: Files,
    private readonly changed: ReadonlySet<string> | undefined,
    private readonly keep: (resources: readonly Resource[]) => readonly Resource[],
  ) {}

  /** @param brought paths whose content is new since the last call */
  update(brought: ReadonlySet<string>): void {
    const stale = ({ files }: Evaluation): boolean => [...files].some((path) => brought.has(path));
    const current = new Set<string>();
    for (const [index, evaluator] of this.evaluators.entries()) {
      for (const root of evaluator.roots(this.files, this.changed)) {
        const key = `${index}\0${keyOf(root)}`;
        current.add(key);
        const earlier = this.evaluated.get(key);
        if (!earlier || stale(earlier)) this.evaluated.set(key, this.evaluate(evaluator, root));
      }
    }
    for (const key of this.evaluated.keys()) if (!current.has(key)) this.evaluated.delete(key);
  }

  /** What nobody will look at is let go at once: a repository of templates holds far more than its clusters. */
  private evaluate(evaluator: Evaluator, root: Root): Evaluation {
    const evaluation = evaluator.evaluate(root, this.files);
    return { ...evaluation, resources: this.keep(evaluation.resources) };
  }

  results(): readonly Evaluation[] {
    return withoutDeployed([...this.evaluated.values()]);
  }
}

function keyOf({ format, id, path, parameters }: Root): string {
  return [format, id, path, ...parameters].join('\0');
}
