/** What the command line touches of the machine, passed in so that tests can look at it. */

export interface Output {
  write(text: string): Promise<void>;
  readonly isTerminal: boolean;
  /** Width in columns, where it is known. */
  readonly columns?: number;
}

export interface Io {
  readonly out: Output;
  readonly err: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  readonly now: () => Date;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
}

export const exit = { passed: 0, failed: 1, wrongUse: 2, unfinished: 3 } as const;

/** Colours on a terminal only, unless the environment says otherwise (https://no-color.org, FORCE_COLOR as Node reads it). */
export function wantsColour(env: Io['env'], isTerminal: boolean): boolean {
  const { NO_COLOR: none, FORCE_COLOR: forced, TERM: terminal } = env;
  if ((none ?? '') !== '') return false;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && terminal !== 'dumb';
}
