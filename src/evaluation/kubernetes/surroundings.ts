/**
 * The manifests that a changed Ingress or Gateway is joined to: classes, controllers with their Services, and their settings,
 * wherever in the repository they stand. An audit has evaluated them anyway; a review of a pull request reads them only where
 * something that changed needs them.
 */
import type { Files } from '../../tree/files.js';
import type { Evaluator } from '../evaluator.js';
import type { Claims } from './evaluator.js';
import { manifestEvaluator } from './evaluator.js';
import { isManifest, mentionsObjects } from './scan.js';
import type { Parses } from './quietly.js';
import { quietly } from './quietly.js';

/** Kinds that are published through others. */
const published: ReadonlySet<string> = new Set(['Ingress', 'Gateway', 'NginxIngressController']);

/** What they are published through, and what that is set by. */
const publishing: ReadonlySet<string> = new Set([
  'IngressClass',
  'GatewayClass',
  'NginxIngressController',
  'Service',
  'Deployment',
  'DaemonSet',
  'ConfigMap',
  'EnvoyProxy',
  'NginxProxy',
]);

/** Settings that decide about others and open nothing themselves. */
const settings: ReadonlySet<string> = new Set(['IngressClass', 'GatewayClass', 'EnvoyProxy', 'NginxProxy']);
/** What ConfigMaps with settings of Gateways have and hardly any other has: a text called `service`. */
const gatewaySettings = /^\s+service:\s*[|>]/m;

/** Reading more files than this costs more than what they could tell; the nearest come first. */
const mostFiles = 1_000;

/** The files that a change of some concerns. */
export type Concerned = (files: Files, changed: ReadonlySet<string>) => ReadonlySet<string>;

/**
 * @param claimed the files that are parts of something else
 * @param concerned by default the changed files alone
 */
export function surroundingManifests(
  claimed: Claims = () => new Set(),
  concerned: Concerned = (_, changed) => changed,
): Evaluator {
  const manifests = manifestEvaluator(publishing, claimed);
  const withPublished = manifestEvaluator(new Set([...publishing, ...published]), claimed);
  const parsed: Parses = new WeakMap();
  return {
    formats: manifests.formats,
    evaluate: (root, files) => ({ ...manifests.evaluate(root, quietly(files, parsed)), problems: [] }),
    roots(files, changed) {
      if (!changed) return [];
      const anew = concerned(quietly(files, parsed), changed);
      const sets = setsOthers(anew, files);
      if (!sets && !needsSurroundings(anew, files)) return [];
      const near = new Set([...changed].flatMap(foldersOf));
      const others = files.paths.filter((path) => isManifest(path) && !changed.has(path));
      const ranked = others.length > mostFiles ? byNearness(others, near) : others;
      const evaluator = sets ? withPublished : manifests;
      return evaluator.roots(quietly(files, parsed), new Set(ranked.slice(0, mostFiles)));
    },
  };
}

/** Whether something in these files is published through others, or decides how others are. */
export function needsSurroundings(paths: ReadonlySet<string>, files: Files): boolean {
  return setsOthers(paths, files) || [...paths].some((path) => publishes(path, files));
}

function setsOthers(paths: ReadonlySet<string>, files: Files): boolean {
  return [...paths].some((path) => holds(path, files, settings, gatewaySettings));
}

function publishes(path: string, files: Files): boolean {
  if (path.endsWith('.tf')) return /kubernetes_(ingress|manifest)/.test(files.read(path)?.text ?? '');
  return holds(path, files, published);
}

/** Whether a manifest names one of the kinds, or has a text that says as much. */
export function holds(path: string, files: Files, kinds: ReadonlySet<string>, pattern?: RegExp): boolean {
  if (!isManifest(path)) return false;
  const text = files.read(path)?.text;
  return text !== undefined && (mentionsObjects(text, kinds) || pattern?.test(text) === true);
}

/** The deeper the folder that a file shares with a changed one, the earlier it comes. */
export function byNearness(paths: readonly string[], near: ReadonlySet<string>): readonly string[] {
  const depth = (path: string): number => foldersOf(path).filter((folder) => near.has(folder)).length;
  return paths
    .map((path) => ({ path, depth: depth(path) }))
    .sort((a, b) => b.depth - a.depth)
    .map(({ path }) => path);
}

/** `a/b/c.yaml` -> `a`, `a/b`. */
export function foldersOf(path: string): readonly string[] {
  const folders = path.split('/').slice(0, -1);
  return folders.map((_, index) => folders.slice(0, index + 1).join('/'));
}
