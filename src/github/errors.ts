/** Whose fault it is: wrong use is told to the person who set the action up, anything else is a failure. */

/** Wrong input, configuration or event: the message says what to change. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** What GitHub answered, without headers, URLs or anything else that could carry a secret. */
export interface Refusal {
  /** HTTP status; undefined when no answer came. */
  readonly status: number | undefined;
  readonly message: string;
}

export function refusal(error: unknown): Refusal {
  if (!(error instanceof Error)) return { status: undefined, message: 'unknown error' };
  const { status, response } = error as { status?: unknown; response?: unknown };
  const answered = typeof status === 'number' && typeof response === 'object' && response !== null;
  const first = error.message.split('\n')[0] ?? '';
  return {
    status: answered ? status : undefined,
    message: first
      .replace(/ - https?:\/\/\S+$/, '')
      .replace(/\.$/, '')
      .slice(0, 300),
  };
}

/**
 * Whether the token may not do this. GitHub answers 403 ("Resource not accessible by integration"), and 404 where it does not
 * even admit that the thing exists; both are also what a read-only token of a fork gets.
 */
export function isForbidden({ status, message }: Refusal): boolean {
  return status === 401 || (status === 403 && !/rate limit/i.test(message)) || status === 404;
}

/** Whether the request may have had its effect although no good answer came. */
export function isUncertain({ status }: Refusal): boolean {
  return status === undefined || status >= 500;
}

/** The refusal in a few words. */
export function inWords({ status, message }: Refusal): string {
  return status === undefined ? `no answer (${message})` : `${String(status)} ${message}`;
}
