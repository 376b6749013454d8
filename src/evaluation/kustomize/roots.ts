/** Which kustomizations are deployed by themselves, and which files are parts of them. */
import type { Files } from '../../tree/files.js';
import { isKustomizationFile } from './paths.js';
import type { References } from './references.js';
import { referencesOf } from './references.js';

type Graph = ReadonlyMap<string, References>;

/**
 * The kustomization files that no other one of the tree is built on.
 * @param changed when given, only those that a change of these paths can affect
 */
export function kustomizationRoots(files: Files, changed?: ReadonlySet<string>): readonly string[] {
  if (changed && ![...changed].some(mayBePart)) return [];
  const graph = graphOf(files);
  const roots = rootsOf(graph);
  if (!changed) return roots;
  return roots.filter((root) => {
    const closure = closureOf(root, graph);
    return [...changed].some((path) => closure.has(path) || chartAround(path, closure));
  });
}

/** The changed paths, and all that is built together with one of them: what is deployed anew. */
export function concernedBy(files: Files, changed: ReadonlySet<string>): ReadonlySet<string> {
  const roots = kustomizationRoots(files, changed);
  if (roots.length === 0) return changed;
  const graph = graphOf(files);
  return new Set([...changed, ...roots.flatMap((root) => [...closureOf(root, graph)])]);
}

/** Files that are judged through a kustomization only: itself, and what it refers to. */
export function claimedByKustomize(files: Files): ReadonlySet<string> {
  const graph = graphOf(files);
  return new Set([...graph].flatMap(([path, { parts }]) => [path, ...parts]));
}

/** Programs and other infrastructure are no parts of overlays: they need no reading of all kustomizations. */
function mayBePart(path: string): boolean {
  return !/\.(?:bicep|bicepparam|tf|tfvars|md|ps1|psm1|cs|go|py|[jt]sx?|java|png|svg)$/i.test(path);
}

function graphOf(files: Files): Graph {
  const paths = files.paths.filter(isKustomizationFile);
  return new Map(paths.map((path) => [path, referencesOf(path, files)]));
}

function rootsOf(graph: Graph): readonly string[] {
  const used = new Set([...graph.values()].flatMap(({ kustomizations }) => kustomizations));
  const roots = [...graph.keys()].filter((path) => !used.has(path));
  const reached = new Set(roots.flatMap((root) => [...closureOf(root, graph)]));
  // What is left is built on itself: one of each circle has to tell that.
  for (const path of graph.keys()) {
    if (reached.has(path)) continue;
    roots.push(path);
    for (const part of closureOf(path, graph)) reached.add(part);
  }
  return roots.sort();
}

/** Everything that a kustomization is made of, itself included. */
function closureOf(root: string, graph: Graph): ReadonlySet<string> {
  const closure = new Set([root]);
  const pending = [root];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const { parts = [], kustomizations = [] } = graph.get(at) ?? {};
    for (const part of parts) closure.add(part);
    for (const next of kustomizations) {
      if (closure.has(next)) continue;
      closure.add(next);
      pending.push(next);
    }
  }
  return closure;
}

/** A file of a chart in the `charts` folder beside a kustomization. */
function chartAround(path: string, closure: ReadonlySet<string>): boolean {
  const folders = path.split('/');
  return folders.some(
    (folder, at) =>
      folder === 'charts' &&
      ['kustomization.yaml', 'kustomization.yml', 'Kustomization'].some((name) =>
        closure.has([...folders.slice(0, at), name].join('/')),
      ),
  );
}
