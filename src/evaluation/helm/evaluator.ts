/** Charts of the tree: each is a root with its own values.yaml, and one with every further values file that belongs to it. */
import type { Problem } from '../../syntax/problem.js';
import { literal, mapping, undetermined } from '../../syntax/value.js';
import type { Value } from '../../syntax/value.js';
import { yamlWriter } from '../../syntax/yaml/writer.js';
import type { Files } from '../../tree/files.js';
import type { Evaluator } from '../evaluator.js';
import { noting } from '../releases/asked.js';
import { mergeAll } from '../releases/merge.js';
import type { Root } from '../resource.js';
import type { Chart } from './chart/chart.js';
import { pathIn } from './chart/chart.js';
import { loadChart, valuesIn } from './chart/load.js';
import { folderOf } from './chart/paths.js';
import { chartRoots } from './chart/roots.js';
import type { Given, HelmParts } from './deploy.js';
import { deploy } from './deploy.js';
import { plainOf } from './plain.js';
import type { Release } from './release.js';

export function helmEvaluator(parts: HelmParts): Evaluator {
  return {
    formats: ['helm'],
    roots: chartRoots,
    evaluate(root, files) {
      const asked = new Set<string>([root.path, ...root.parameters]);
      const noted = noting(files, asked);
      const chart = loadChart(folderOf(root.path), noted);
      if (!chart) return { root, resources: [], problems: [], files: asked };
      const problems: Problem[] = [];
      // The chart's own values are its defaults already.
      const paths = root.parameters.filter((path) => path !== pathIn(chart.folder, 'values.yaml'));
      const release = releaseOf(root, chart, paths, noted, problems);
      const given = givenBy(release.values, paths, noted);
      const { resources, problems: found } = deploy(chart, release, given, false, noted, parts);
      return { root, resources, problems: [...problems, ...found], files: asked };
    },
  };
}

/** What nothing in the tree names is taken to be named after its chart. */
function releaseOf(root: Root, chart: Chart, paths: readonly string[], files: Files, problems: Problem[]): Release {
  const named = chart.metadata.entries.get('name')?.value.origin.span ?? chart.metadata.origin.span;
  const file = files.read(root.id);
  const whole = file ? { file, start: 0, end: file.text.length } : chart.metadata.origin.span;
  const origin = literal({ ...whole, end: whole.start });
  return {
    root,
    format: 'helm',
    address: '',
    name: chart.name,
    namespace: undefined,
    chart: { kind: 'local', path: chart.folder },
    chartOrigin: literal(named),
    values: mergeAll(
      paths.map((path) => valuesOf(path, files, problems) ?? mapping([], origin)),
      origin,
    ),
    span: whole,
    heading: file && file.path !== root.path ? { file, start: 0, end: file.line(1).length } : named,
    writer: yamlWriter,
  };
}

function valuesOf(path: string, files: Files, problems: Problem[]): Value | undefined {
  const values = valuesIn(path, files, problems);
  // Encrypted by sops: what is in it is known to others.
  if (values?.kind !== 'map' || !values.entries.has('sops')) return values;
  const what = `the encrypted values of ${path}`;
  return undetermined(what, [what], values.origin);
}

function givenBy(values: Value, paths: readonly string[], files: Files): Given | undefined {
  if (plainOf(values) === undefined) return undefined;
  const texts = paths.map((path) => files.read(path));
  return texts.flatMap((file) => (file ? [{ path: file.path, text: file.text }] : []));
}
