/** Plain manifests: every file with Kubernetes objects is a root of its own. Files that only look so give no resources. */
import type { Value } from '../../syntax/value.js';
import type { Files } from '../../tree/files.js';
import type { Evaluator } from '../evaluator.js';
import { isJson, manifestsOf, writerOf } from './documents.js';
import { hasKeysOfObject } from './json-scan.js';
import { objectsIn } from './objects.js';
import { repeatedKeys } from './repeated.js';
import { numbered, resourceOf } from './resource.js';
import { isChartTemplate, isManifest, mentionsObjects } from './scan.js';

/** The files of a revision that are judged through others. */
export type Claims = (files: Files) => ReadonlySet<string>;

export const kubernetesEvaluator: Evaluator = manifestEvaluator();

/**
 * An evaluator of YAML and JSON manifests. Roots are the files that look like manifests, so that each is parsed once, when it is
 * evaluated; one that can't be read then gives the parser's problem.
 *
 * @param kinds when given, files that name none of these kinds are skipped before they are parsed
 * @param claimed the files that are parts of something else, and judged through that only
 */
export function manifestEvaluator(kinds?: ReadonlySet<string>, claimed: Claims = () => new Set()): Evaluator {
  const isRoot = (path: string, files: Files): boolean => {
    if (!isManifest(path) || isChartTemplate(path, files)) return false;
    const text = files.read(path)?.text;
    return text !== undefined && mentionsObjects(text, kinds) && (!isJson(path) || hasKeysOfObject(text));
  };
  return {
    formats: ['kubernetes'],
    roots(files, changed) {
      const paths = changed ? [...changed].filter((path) => files.has(path)).sort() : files.paths;
      if (!paths.some(isManifest)) return [];
      const parts = claimed(files);
      return paths
        .filter((path) => !parts.has(path) && isRoot(path, files))
        .map((path) => ({ id: path, format: 'kubernetes', path, parameters: [] }));
    },
    evaluate(root, files) {
      const documents = manifestsOf(root.path, files).filter(holdsObjects);
      const writer = writerOf(root.path);
      const resources = documents.flatMap(objectsIn).map((object) => resourceOf(object, root, 'kubernetes', writer));
      return {
        root,
        resources: numbered(resources),
        problems: documents.flatMap(repeatedKeys),
        files: new Set([root.path]),
      };
    },
  };
}

function holdsObjects(document: Value): boolean {
  return objectsIn(document).length > 0;
}
