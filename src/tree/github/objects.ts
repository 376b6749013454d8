/** The git objects of one repository as GitHub's API gives them. Implemented by the client, faked in tests. */

export interface ListedObject {
  /** Name relative to the listed tree; with `recursive` the whole path below it. */
  readonly path: string;
  /** `100644`, `120000` (symlink), `160000` (submodule), `040000` (folder). */
  readonly mode: string;
  readonly id: string;
  readonly size?: number;
}

export interface Listing {
  readonly objects: readonly ListedObject[];
  /** GitHub left objects out: it lists at most 100,000 of them, or 7 MB. */
  readonly truncated: boolean;
}

export interface GitObjects {
  /** @param id of a tree or commit */
  tree(id: string, recursive: boolean): Promise<Listing>;
  /** The bytes of a blob, up to 100 MB. */
  blob(id: string): Promise<Uint8Array>;
  /** The field `repository` of a GraphQL answer, as far as it was answered. */
  repositoryFields(selection: string): Promise<Readonly<Record<string, unknown>>>;
}
