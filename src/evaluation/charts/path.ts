/** Paths of values and properties as the data files write them. */

/** `controller.service.type`, or the keys themselves where one has dots of its own. */
export function pathOf(path: string | readonly string[]): readonly string[] {
  return typeof path === 'string' ? path.split('.').filter((key) => key !== '') : path;
}

/** A path of values: one that begins with a dot starts at `at`. */
export function valuesPath(path: string, at: readonly string[]): readonly string[] {
  return path.startsWith('.') ? [...at, ...pathOf(path)] : pathOf(path);
}
