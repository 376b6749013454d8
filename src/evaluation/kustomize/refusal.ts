/** What kustomize would refuse, so that the directive has no effect here. Caught where directives are applied. */
import type { Span } from '../../syntax/source.js';

export class Refusal extends Error {
  /** @param span the place to name, when it is not that of the directive */
  constructor(
    message: string,
    readonly span?: Span,
  ) {
    super(message);
  }
}
