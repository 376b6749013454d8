/** A chart as it lies in the tree. */
import type { SourceFile } from '../../../syntax/source.js';
import type { Problem } from '../../../syntax/problem.js';
import type { Entry, Mapping, Value } from '../../../syntax/value.js';
import type { TemplateFile } from '../template/render.js';

export interface Chart {
  /** Where it lies in the tree; `''` for the top. */
  readonly folder: string;
  readonly name: string;
  /** Chart.yaml. */
  readonly metadata: Mapping;
  readonly isLibrary: boolean;
  /** Of values.yaml; empty without one. */
  readonly defaults: Value;
  /** All below `templates/` that is not ignored. */
  readonly templates: readonly TemplateFile[];
  /** Paths inside the chart that `.Files` sees. */
  readonly files: readonly string[];
  /** What Chart.yaml or requirements.yaml declares, in order. */
  readonly dependencies: readonly Dependency[];
  /** Charts in `charts/` that nobody declares: always part of it. */
  readonly undeclared: readonly Chart[];
  readonly problems: readonly Problem[];
  /** Whether every file of it has been read: else what Helm would make of it can't be asked. */
  readonly isWhole: boolean;
}

export interface Dependency {
  readonly name: string;
  /** The name under which it is used: its alias if it has one. */
  readonly as: string;
  readonly version: Value | undefined;
  readonly repository: Value | undefined;
  /** Paths of values, of which the first that is there decides. */
  readonly conditions: readonly string[];
  readonly tags: readonly string[];
  readonly imports: readonly Import[];
  /** The item of the list. */
  readonly declared: Mapping;
  /** `name: …` in it. */
  readonly heading: Entry;
  /** The chart, when it is in the tree. */
  readonly chart?: Chart;
  /** The packed chart in `charts/`, which is not read, and the version that its name says. */
  readonly packed?: { readonly path: string; readonly version: string };
}

/** `import-values`: a table of the child's values that becomes one of the parent's. */
export interface Import {
  readonly child: readonly string[];
  /** Empty: the top of the parent's values. */
  readonly parent: readonly string[];
}

/** Where a file of a chart lies in the tree. */
export function pathIn(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}

/** A chart with all charts in it that are in the tree. */
export function chartsIn(chart: Chart): readonly Chart[] {
  const found: Chart[] = [chart];
  for (const each of found) found.push(...each.undeclared, ...each.dependencies.flatMap((one) => one.chart ?? []));
  return found;
}

/** Every template of a chart and of the charts in it. */
export function templatesOf(chart: Chart): readonly SourceFile[] {
  return chartsIn(chart).flatMap(({ templates }) => templates.map(({ source }) => source));
}
