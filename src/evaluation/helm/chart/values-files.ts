/** Which files are values of which chart, besides its own values.yaml: by where they lie and what they are called. */
import type { Value } from '../../../syntax/value.js';
import { parseYaml } from '../../../syntax/yaml/parser.js';
import type { Files } from '../../../tree/files.js';
import { typeText } from '../../kubernetes/objects.js';
import { pathIn } from './chart.js';
import { pathsBelow } from '../../../tree/below.js';
import { folderOf } from './paths.js';

const NAMED = /(?:^values[-_.].+|.+[-_.]values)\.ya?ml$/i;
const YAML = /\.ya?ml$/i;
/** Folders of values, one file or folder an environment. */
const FOLDERS = ['values', 'environments', 'environment', 'envs', 'env', 'config', 'overrides'];

/** A file that may be values of a chart; `certain`: it lies in the chart. */
export interface Candidate {
  readonly path: string;
  readonly certain: boolean;
}

/**
 * Candidates by name alone, so that nothing is read for it. Files of chart-testing (`ci/`) are tests, not deployments.
 * @param isOnly whether no other chart lies beside this one: else a file beside them has to name the chart
 */
export function candidatesOf(folder: string, name: string, isOnly: boolean, files: Files): readonly Candidate[] {
  const inside = [
    ...files.inFolder(folder).filter((path) => NAMED.test(fileName(path))),
    ...valuesBelow(folder, files),
  ];
  const certain = inside.map((path) => ({ path, certain: true }));
  if (folder === '') return certain;
  const outer = folderOf(folder);
  const beside = [
    ...files.inFolder(outer).filter((path) => NAMED.test(fileName(path)) || /^values\.ya?ml$/.test(fileName(path))),
    ...valuesBelow(outer, files),
  ].filter((path) => !path.startsWith(`${folder}/`) && (isOnly || names(path.slice(outer.length), name, folder)));
  return [...certain, ...beside.map((path) => ({ path, certain: false }))];
}

/** YAML in the folders of values beside it, without what belongs to a chart that lies there. */
function valuesBelow(folder: string, files: Files): readonly string[] {
  const charts = new Map<string, boolean>();
  const isInChart = (inner: string, top: string): boolean => {
    const known = charts.get(inner);
    if (known !== undefined) return known;
    const found = files.has(pathIn(inner, 'Chart.yaml')) || (inner !== top && isInChart(folderOf(inner), top));
    charts.set(inner, found);
    return found;
  };
  return FOLDERS.map((each) => pathIn(folder, each)).flatMap((top) =>
    pathsBelow(files, top).filter((path) => YAML.test(path) && !isInChart(folderOf(path), top)),
  );
}

/**
 * Whether what a file holds can be values of the chart: a mapping that is no Kubernetes object, and of which, where the place
 * alone does not tell, a key is one of the chart's.
 */
export function holdsValues({ path, certain }: Candidate, defaults: Value | undefined, files: Files): boolean {
  const documents = files.parse(path, parseYaml) ?? [];
  const maps = documents.flatMap((each) => (each.kind === 'map' ? [each] : []));
  if (maps.length === 0 || maps.some((map) => typeText(map, 'apiVersion') ?? typeText(map, 'kind'))) return false;
  if (certain) return true;
  const known = defaults?.kind === 'map' ? defaults.entries : new Map<string, unknown>();
  return maps.some((map) => [...map.entries.keys()].some((key) => key !== 'global' && known.has(key)));
}

function names(path: string, chart: string, folder: string): boolean {
  const parts = path.toLowerCase().split(/[/._]|(?<=\w)-(?=values)|(?<=values)-/);
  return [chart, fileName(folder)].some((each) => each !== '' && parts.includes(each.toLowerCase()));
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
