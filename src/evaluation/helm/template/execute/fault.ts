/** Why a template can't go on: what Helm would stop with, too. */
import type { Span } from '../../../../syntax/source.js';

export class TemplateFault extends Error {
  /** Where; set by the innermost action. */
  place: Span | undefined;
}

/** A limit of our own: what is left of the template is not decided. */
export class LimitFault extends TemplateFault {}

export function fault(message: string): never {
  throw new TemplateFault(message);
}
