/** Something that could not be read or decided by a limit: shown under `problems`, never fatal for the rest. */
export interface Problem {
  readonly path: string;
  /** 1-based; absent when the whole file is meant. */
  readonly line?: number;
  readonly message: string;
}

/** What a parser returns: always a result as far as it got, and what it had to leave out. */
export interface Parsed<T> {
  readonly result: T;
  readonly problems: readonly Problem[];
}
