/** The files of one revision, wherever they come from: a folder, a git object store, or the GitHub API. */

export interface TreeEntry {
  /** Relative to the repository root, `/`-separated. */
  readonly path: string;
  readonly kind: 'file' | 'symlink' | 'submodule';
  /** In bytes, where the source tells. */
  readonly size?: number;
  /** Equal for equal content: a blob id. Two revisions share a parsed file when path and identity agree. */
  readonly identity?: string;
}

/** What reading one path gave: its bytes, or why there are none. */
export type Content = { readonly bytes: Uint8Array } | { readonly problem: string };

export interface Tree {
  /** Commit id; null for a working tree or plain folder. */
  readonly revision: string | null;
  /** All entries; symlinks and submodules are listed and never followed. */
  entries(): Promise<readonly TreeEntry[]>;
  /** Reads many paths at once; a path that does not exist is left out of the answer. */
  read(paths: readonly string[]): Promise<ReadonlyMap<string, Content>>;
  /** Reads one path at once, where that costs no more than reading many: a folder. */
  readonly readNow?: (path: string) => Content;
  /** Further problems of the listing itself (a truncated tree). */
  readonly problems?: readonly string[];
}
