/** Folders of paths. */

/** `a/b/c.yaml` -> `a/b`; `''` for what lies at the top. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}
