import type { Files } from '../tree/files.js';
import type { Evaluation, Format, Root } from './resource.js';

/** Everything that turns the files of one family into resources implements this. */
export interface Evaluator {
  readonly formats: readonly Format[];
  /**
   * The roots of a revision. With `changed` only those that a change of these paths can affect, so that a review of a
   * large repository reads little: a path may be one that exists in the other revision only.
   */
  roots(files: Files, changed?: ReadonlySet<string>): readonly Root[];
  /** Evaluates one root. Synchronous and bounded; a file that is not there (yet) leaves its values undetermined. */
  evaluate(root: Root, files: Files): Evaluation;
}
