/** How close two files stand: how many folders they share. */
export function numberOfSharedFolders(one: string, other: string): number {
  const a = one.split('/').slice(0, -1);
  const b = other.split('/').slice(0, -1);
  const end = a.findIndex((folder, index) => folder !== b[index]);
  return end < 0 ? a.length : end;
}
