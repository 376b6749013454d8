/** What a kustomization refers to, read from its file alone: which files are parts of it, and which kustomizations it is built on. */
import type { Value } from '../../syntax/value.js';
import { parseYaml } from '../../syntax/yaml/parser.js';
import type { Files } from '../../tree/files.js';
import { folderOf, isRemote, kustomizationIn, kustomizationPaths, resolve } from './paths.js';
import { field, fieldAt, itemsOf, mapsOf, textAt, textIn } from './read.js';

export interface References {
  /** Files that are parts of it, and paths at which one would be. */
  readonly parts: readonly string[];
  /** The kustomization files of its bases and components. */
  readonly kustomizations: readonly string[];
}

const none: References = { parts: [], kustomizations: [] };

/** What the kustomization file at a path refers to; nothing while it is not there (yet). */
export function referencesOf(path: string, files: Files): References {
  const [fields] = files.parse(path, parseYaml) ?? [];
  if (fields?.kind !== 'map') return none;
  const folder = folderOf(path);
  const parts: string[] = [];
  const kustomizations: string[] = [];
  const add = (text: string | undefined): void => {
    if (text === undefined || text.includes('\n') || isRemote(text)) return;
    const found = resolve(folder, text);
    if (found !== undefined) parts.push(found);
  };
  for (const text of nestedIn(fields)) {
    const found = text.includes('\n') || isRemote(text) ? undefined : resolve(folder, text);
    if (found === undefined) continue;
    const nested = files.has(found) ? undefined : kustomizationIn(found, files);
    if (nested === undefined) parts.push(found, ...kustomizationPaths(found));
    else kustomizations.push(nested);
  }
  for (const text of filesIn(fields)) add(text);
  return { parts, kustomizations };
}

function textsIn(value: Value | undefined): readonly string[] {
  return itemsOf(value).flatMap((item) => textIn(item) ?? []);
}

/** Entries that are files or folders. */
function nestedIn(fields: Value): readonly string[] {
  return ['resources', 'bases', 'components', 'generators', 'transformers', 'validators'].flatMap((key) =>
    textsIn(field(fields, key)),
  );
}

function filesIn(fields: Value): readonly (string | undefined)[] {
  const generators = ['configMapGenerator', 'secretGenerator'].flatMap((key) => mapsOf(field(fields, key)));
  const charts = ['helmCharts', 'helmChartInflationGenerator'].flatMap((key) => mapsOf(field(fields, key)));
  return [
    ...['configurations', 'crds', 'patchesStrategicMerge'].flatMap((key) => textsIn(field(fields, key))),
    ...['patches', 'patchesJson6902', 'replacements'].flatMap((key) =>
      mapsOf(field(fields, key)).map((entry) => textAt(entry, 'path')),
    ),
    ...generators.flatMap((generator) => [
      ...textsIn(field(generator, 'files')).map((text) => text.slice(text.indexOf('=') + 1)),
      ...textsIn(field(generator, 'envs')),
      textAt(generator, 'env'),
    ]),
    ...charts.flatMap((chart) => [
      textAt(chart, 'valuesFile'),
      textAt(chart, 'values'),
      ...textsIn(field(chart, 'additionalValuesFiles')),
    ]),
    textIn(fieldAt(fields, 'openapi', 'path')),
  ];
}
