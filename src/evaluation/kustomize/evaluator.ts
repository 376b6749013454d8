/** Overlays: every kustomization that no other one of the tree is built on is a root. */
import type { Mapping } from '../../syntax/value.js';
import { parseYaml } from '../../syntax/yaml/parser.js';
import type { Files } from '../../tree/files.js';
import type { Evaluator } from '../evaluator.js';
import type { Release } from '../helm/release.js';
import { objectsIn } from '../kubernetes/objects.js';
import { numbered, resourceOf } from '../kubernetes/resource.js';
import type { Expansion } from '../releases/parts.js';
import { nothing } from '../releases/parts.js';
import type { Resource, Root } from '../resource.js';
import type { InlineRelease } from './charts.js';
import { folderOf } from './paths.js';
import { textAt } from './read.js';
import { renderKustomization } from './rendered.js';
import { kustomizationRoots } from './roots.js';
import { unmatchedResource } from './unmatched.js';
import { kustomizeWriter, overlayWriter } from './writer.js';

/** What a release makes, with whatever is not known of it among the resources. */
export type Deploy = (release: Release, files: Files) => Expansion;

/** @param deploy for `helmCharts`; without it, what they make is left out */
export function kustomizeEvaluator(deploy: Deploy = () => nothing): Evaluator {
  return {
    formats: ['kustomize'],
    roots: (files, changed) =>
      kustomizationRoots(files, changed).map((path) => ({ id: path, format: 'kustomize', path, parameters: [] })),
    evaluate(root, files) {
      const charts = chartsOf(root, files, deploy);
      const build = renderKustomization(folderOf(root.path), files, charts.inflate);
      const resources = build.objects.map(({ value, source, uses }) => {
        const rendered = charts.rendered.get(source);
        const plain = resourceOf(value, root, 'kustomize', overlayWriter(source));
        // What is named by a patch or a prefix is still the object where it is declared.
        const { heading } = resourceOf(source, root, 'kustomize', kustomizeWriter);
        return { ...plain, heading, ...(rendered ? { ...rendered, body: value, name: plain.name } : {}), calls: uses };
      });
      const meant = build.unmatched.filter(({ file }) => !isComponent(file, files));
      const unmatched = meant.map((patch) => unmatchedResource(patch, build.objects, root));
      return {
        root,
        resources: [...numbered(resources), ...charts.others, ...numbered(unmatched)],
        problems: [...build.problems, ...charts.problems],
        files: new Set([...build.files, root.path]),
      };
    },
  };
}

/** Components patch what the overlays that take them in may have. */
function isComponent(file: string, files: Files): boolean {
  const [fields] = files.parse(file, parseYaml) ?? [];
  return textAt(fields, 'kind') === 'Component';
}

interface Charts {
  readonly inflate: (release: InlineRelease) => { objects: readonly Mapping[]; open: boolean };
  /** The resources that the objects of charts were, by their bodies. */
  readonly rendered: Map<Mapping, Resource>;
  /** What stands for what is not known of a chart. */
  readonly others: Resource[];
  readonly problems: Expansion['problems'][number][];
}

function chartsOf(root: Root, files: Files, deploy: Deploy): Charts {
  const rendered = new Map<Mapping, Resource>();
  const others: Resource[] = [];
  const problems: Expansion['problems'][number][] = [];
  return {
    rendered,
    others,
    problems,
    inflate(release) {
      const made = deploy({ ...release, root, format: 'kustomize', writer: kustomizeWriter }, files);
      problems.push(...made.problems);
      for (const resource of made.resources) {
        if (objectsIn(resource.body).length > 0) rendered.set(resource.body, resource);
        else others.push(resource);
      }
      const objects = made.resources.map(({ body }) => body).filter((body) => rendered.has(body));
      return { objects, open: objects.length < made.resources.length || objects.length === 0 };
    },
  };
}
