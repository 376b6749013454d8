/** Whose fault it is: wrong use is told to the person who set the action up, anything else is a failure. */

/** Wrong input, configuration or event: the message says what to change. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** A request that is not sent any more. The client tries nothing of this name again. */
export class GivenUp extends Error {
  override readonly name = 'AbortError';
}

/** What went wrong with a request, without headers, URLs or anything else that could carry a secret. */
export interface Refusal {
  /** Whether it was a request at all; otherwise something in the action itself failed. */
  readonly sent: boolean;
  /** HTTP status; undefined when no answer came. */
  readonly status: number | undefined;
  readonly message: string;
}

export function refusal(error: unknown): Refusal {
  if (!(error instanceof Error)) return { sent: false, status: undefined, message: 'unknown error' };
  // The client gives requests that were never answered a status of their own, but no response.
  const { status, response } = error as { status?: unknown; response?: unknown };
  const sent = typeof status === 'number' && !(error instanceof GivenUp);
  const answered = sent && typeof response === 'object' && response !== null;
  const [first = ''] = error.message.split('\n');
  const message = first.replace(/ - https?:\/\/\S+$/, '').replace(/\.$/, '');
  return { sent, status: answered ? status : undefined, message: message.slice(0, 300) };
}

/**
 * Whether the token may not do this. GitHub answers 403 ("Resource not accessible by integration"), and 404 where it does not
 * even admit that the thing exists; both are also what a read-only token of a fork gets.
 */
export function isForbidden({ status, message }: Refusal): boolean {
  return status === 401 || (status === 403 && !/rate limit/i.test(message)) || status === 404;
}

/** Whether the request may have had its effect although no good answer came. */
export function isUncertain({ sent, status }: Refusal): boolean {
  return sent && (status === undefined || status >= 500);
}

/** The refusal in a few words. */
export function inWords({ sent, status, message }: Refusal): string {
  if (status !== undefined) return `${String(status)} ${message}`;
  return sent ? `no answer (${message})` : message;
}
