/** The difference between base and head, file by file, as a pull request shows it. */

export interface Change {
  /** Path at the head; for a removed file its path at the base. */
  readonly path: string;
  /** Path at the base, when it was renamed or copied. */
  readonly previousPath?: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  /** `undefined`: the hunks are not known (too large, binary), so no line of it can be anchored. */
  readonly hunks: readonly Hunk[] | undefined;
}

/** A hunk of a unified diff. Lines are 1-based. */
export interface Hunk {
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
  /** Head lines that the change added, in order. */
  readonly added: readonly number[];
  /** Base lines that the change removed, in order. */
  readonly removed: readonly number[];
}
