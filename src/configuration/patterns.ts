/** Which subjects a pattern of the configuration means, and which of several patterns says most about one. */
import picomatch from 'picomatch';
import type { Matches } from '../posture/known/known.js';
import type { Identity } from '../posture/model.js';

/** What of a subject patterns are held against. */
export type Named = Pick<Identity, 'id' | 'name' | 'root'> & { readonly path: string };

export function named({ id, name, root, span }: Identity): Named {
  return { id, name, root, path: span.file.path };
}

/** A text means itself, and as a glob what it matches: names may hold characters that globs read otherwise. */
export function matcher(pattern: string): Matches {
  const glob = picomatch(pattern, { dot: true });
  return (text) => text === pattern || glob(text);
}

/** Over the id, the path and the name. */
export function means(matches: Matches, { id, path, name }: Named): boolean {
  return [id, path, name].some((text) => matches(text));
}

/** Over the parameter files, the root and the file of a subject. */
export function isIn(matches: Matches, { root, path }: Named): boolean {
  return [root.id, root.path, ...root.parameters, path].some((text) => matches(text));
}

/** The more of a pattern is no wildcard, the more it says. */
export function specificity(pattern: string): number {
  return pattern.replace(/[*?!]|\[[^\]]*\]/g, '').length;
}

/** The most specific first; of equals the later, so that a line further down refines what stands above. */
export function bySpecificity<T>(items: readonly T[], patternOf: (item: T) => string): readonly T[] {
  return items
    .map((item, index) => ({ item, index, weight: specificity(patternOf(item)) }))
    .sort((a, b) => b.weight - a.weight || b.index - a.index)
    .map(({ item }) => item);
}
