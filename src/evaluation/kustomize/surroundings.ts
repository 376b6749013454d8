/**
 * The overlays that a changed Ingress or Gateway is joined to: a controller's Service is as its overlay makes it. An audit has
 * evaluated them anyway; a review of a pull request reads them only where something that changed needs them.
 */
import type { Files } from '../../tree/files.js';
import type { Evaluator } from '../evaluator.js';
import { byNearness, foldersOf, needsSurroundings } from '../kubernetes/surroundings.js';
import type { Parses } from '../kubernetes/quietly.js';
import { quietly } from '../kubernetes/quietly.js';
import { concernedBy } from './roots.js';

/** Building more overlays than this costs more than what they could tell; the nearest come first. */
const mostOverlays = 200;

/** @param overlays the evaluator of kustomizations */
export function surroundingOverlays(overlays: Evaluator): Evaluator {
  const parsed: Parses = new WeakMap();
  return {
    formats: overlays.formats,
    evaluate: (root, files) => ({ ...overlays.evaluate(root, quietly(files, parsed)), problems: [] }),
    roots(files, changed) {
      if (!changed) return [];
      const quiet: Files = quietly(files, parsed);
      if (!needsSurroundings(concernedBy(quiet, changed), quiet)) return [];
      const reviewed = new Set(overlays.roots(quiet, changed).map(({ path }) => path));
      const others = new Map(overlays.roots(quiet).map((root) => [root.path, root]));
      const near = new Set([...changed].flatMap(foldersOf));
      const paths = byNearness(
        [...others.keys()].filter((path) => !reviewed.has(path)),
        near,
      );
      return paths.slice(0, mostOverlays).flatMap((path) => others.get(path) ?? []);
    },
  };
}
