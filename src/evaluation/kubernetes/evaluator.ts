/** Plain manifests: every file with Kubernetes objects is a root of its own. */
import { parseJson } from '../../syntax/json/parser.js';
import type { Problem } from '../../syntax/problem.js';
import type { Value } from '../../syntax/value.js';
import { parseYaml } from '../../syntax/yaml/parser.js';
import type { Files } from '../../tree/files.js';
import type { Evaluator } from '../evaluator.js';
import type { Resource, Root, Writer } from '../resource.js';
import { objectsIn, repeatedKeys, resourceOf } from './objects.js';
import { isChartTemplate, isManifest, mentionsObjects } from './scan.js';
import { writerFor } from './writers.js';

export const kubernetesEvaluator: Evaluator = {
  formats: ['kubernetes'],
  roots: (files, changed) =>
    (changed ? [...changed].filter((path) => files.has(path)) : files.paths)
      .filter((path) => isManifest(path) && !isChartTemplate(path, files) && holdsObjects(path, files))
      .map((path) => ({ id: path, format: 'kubernetes', path, parameters: [] })),
  evaluate(root, files) {
    const documents = documentsOf(root.path, files);
    const taken = new Map<string, number>();
    const writer = writerFor(root.path);
    const found = documents.map((document) => evaluateDocument(document, root, writer, taken));
    return {
      root,
      resources: found.flatMap(({ resources }) => resources),
      problems: found.flatMap(({ problems }) => problems),
      files: new Set([root.path]),
    };
  },
};

function holdsObjects(path: string, files: Files): boolean {
  const text = files.read(path)?.text;
  return text !== undefined && mentionsObjects(text);
}

function documentsOf(path: string, files: Files): readonly Value[] {
  if (!path.endsWith('.json')) return files.parse(path, parseYaml) ?? [];
  const value = files.parse(path, parseJson);
  return value ? [value] : [];
}

function evaluateDocument(
  document: Value,
  root: Root,
  writer: Writer,
  taken: Map<string, number>,
): { readonly resources: readonly Resource[]; readonly problems: readonly Problem[] } {
  const objects = objectsIn(document);
  return {
    resources: objects.map((object) => resourceOf(object, root, 'kubernetes', writer, taken)),
    problems: objects.length > 0 ? repeatedKeys(document) : [],
  };
}
