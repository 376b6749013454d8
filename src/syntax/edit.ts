/** Replaces whole lines `startLine`..`endLine` (1-based, inclusive) of a file by `text` (no final line break). */
export interface Edit {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly text: string;
}

/** Plain data that a fix writes: rendered by the writer of the file's own language. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };
