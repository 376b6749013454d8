/** What is deployed of the charts of a tree: each chart by itself, and with each of its values files. */
import type { Mapping } from '../../../syntax/value.js';
import type { Files } from '../../../tree/files.js';
import type { Root } from '../../resource.js';
import { pathIn } from './chart.js';
import { canCallHelm, layersIn } from './commands.js';
import type { Layers } from './commands.js';
import { canMatter } from './relevant.js';
import { loadChart, localFolder, valuesIn } from './load.js';
import { declaredIn, isLibrary, metadataOf, nameOf } from './metadata.js';
import { folderOf } from './paths.js';
import { candidatesOf, holdsValues } from './values-files.js';

/** Scripts that are read for commands of helm in the review of a pull request. */
const MOST_SCRIPTS = 300;

export function chartRoots(files: Files, changed: ReadonlySet<string> | undefined): readonly Root[] {
  const folders = chartFolders(files);
  if (folders.length === 0 || (changed && !mayConcern(changed, folders))) return [];
  const charts = new Map(folders.flatMap((folder) => describe(folder, files)));
  const used = new Set([...charts.values()].flatMap(({ uses }) => uses));
  const layers = layersOf(new Set(folders), files, changed ? MOST_SCRIPTS : Infinity);
  return [...charts].flatMap(([folder, { metadata }]) => {
    if (isLibrary(metadata)) return [];
    const roots = rootsOf(folder, metadata, { files, folders, layers });
    // A part of other charts is deployed by itself only where values of its own say so.
    if (used.has(folder) && roots.length === 1) return [];
    const reviewed = changed ? touched(roots, closureOf(folder, charts), changed) : roots;
    if (reviewed.length === 0) return [];
    const chart = loadChart(folder, files);
    return chart && canMatter(chart) ? reviewed : [];
  });
}

/** A values file concerns the roots that it is a part of; every other file of the chart concerns all. */
function touched(roots: readonly Root[], closure: readonly string[], changed: ReadonlySet<string>): readonly Root[] {
  const further = new Set(roots.slice(1).flatMap(({ parameters }) => parameters));
  const concernsAll = [...changed].some((path) => !further.has(path) && closure.some((each) => isIn(path, each)));
  return concernsAll ? roots : roots.filter(({ parameters }) => parameters.some((path) => changed.has(path)));
}

/** Folders with a Chart.yaml that are no subcharts of the chart around them. */
function chartFolders(files: Files): readonly string[] {
  const all = files.paths.filter((path) => path === 'Chart.yaml' || path.endsWith('/Chart.yaml')).map(folderOf);
  const known = new Set(all);
  return all.filter((folder) => {
    const outer = /^(?:(.*)\/)?charts\/[^/]+$/.exec(folder);
    return !outer || !known.has(outer[1] ?? '');
  });
}

/** Whether it is worth looking at the charts at all; paths beside a chart may be its values. */
function mayConcern(changed: ReadonlySet<string>, folders: readonly string[]): boolean {
  const around = folders.map(folderOf);
  return [...changed].some(
    (path) =>
      folders.some((folder) => isIn(path, folder)) ||
      (/\.ya?ml$/i.test(path) && around.some((folder) => isIn(path, folder))) ||
      canCallHelm(path),
  );
}

function isIn(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

interface Described {
  readonly metadata: Mapping;
  /** Folders of the charts that it uses, or wants to use, from outside its own. */
  readonly uses: readonly string[];
}

function describe(folder: string, files: Files): readonly (readonly [string, Described])[] {
  const metadata = metadataOf(folder, files);
  if (!metadata) return [];
  const uses = declaredIn(metadata, folder, files).flatMap((each) => localFolder(each, folder) ?? []);
  return [[folder, { metadata, uses: uses.filter((each) => each !== folder) }]];
}

function closureOf(folder: string, charts: ReadonlyMap<string, Described>): readonly string[] {
  const found = new Set([folder]);
  for (const each of found) for (const used of charts.get(each)?.uses ?? []) found.add(used);
  return [...found];
}

interface Tree {
  readonly files: Files;
  readonly folders: readonly string[];
  readonly layers: readonly Layers[];
}

function rootsOf(folder: string, metadata: Mapping, { files, folders, layers }: Tree): readonly Root[] {
  const values = pathIn(folder, 'values.yaml');
  const hasValues = files.has(values);
  const defaults = hasValues ? valuesIn(values, files, []) : undefined;
  const isOnly = folders.filter((each) => folderOf(each) === folderOf(folder)).length === 1;
  const named = layers.filter(({ chart }) => chart === folder);
  const layered = new Set(named.flatMap((each) => each.files.slice(0, -1)));
  const last = new Map(named.map((each) => [each.files.at(-1) ?? '', each.files]));
  const candidates = candidatesOf(folder, nameOf(metadata, folder), isOnly, files)
    .filter(({ path }) => path !== values && !last.has(path) && !layered.has(path))
    .filter((each) => holdsValues(each, defaults, files))
    .map(({ path }) => [path]);
  const roots = new Map<string, readonly string[]>();
  for (const parameters of [...last.values(), ...candidates]) {
    const own = parameters.filter((path) => path !== values);
    const id = own.at(-1);
    if (id !== undefined && !roots.has(id)) roots.set(id, own);
  }
  const rootOf = (id: string, parameters: readonly string[]): Root => ({
    id,
    format: 'helm',
    path: pathIn(folder, 'Chart.yaml'),
    parameters,
  });
  return [
    hasValues ? rootOf(values, [values]) : rootOf(pathIn(folder, 'Chart.yaml'), []),
    ...[...roots].map(([id, parameters]) => rootOf(id, parameters)),
  ];
}

function layersOf(folders: ReadonlySet<string>, files: Files, most: number): readonly Layers[] {
  return files.paths
    .filter(canCallHelm)
    .slice(0, most)
    .flatMap((path) => {
      const script = files.read(path);
      return script ? layersIn(script, folders, files) : [];
    });
}
