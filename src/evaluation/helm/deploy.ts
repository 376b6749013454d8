/** A chart of the tree with the values of a release -> the objects that it makes. */
import type { Plain } from '../../syntax/edit.js';
import type { Problem } from '../../syntax/problem.js';
import type { SourceFile } from '../../syntax/source.js';
import type { Undetermined, Value } from '../../syntax/value.js';
import type { Files } from '../../tree/files.js';
import type { Rendering } from '../../tree/render/request.js';
import type { Expansion } from '../releases/parts.js';
import type { Chart } from './chart/chart.js';
import { chartsIn, pathIn, templatesOf } from './chart/chart.js';
import { loadChart } from './chart/load.js';
import type { Installed } from './chart/values.js';
import { installed } from './chart/values.js';
import { failureOf, shortened } from './failure.js';
import type { PublishedParts } from './missing.js';
import { missingIn } from './missing.js';
import { resourcesOf } from './objects.js';
import { documentsIn } from './output.js';
import { plainOf } from './plain.js';
import { reconcile } from './reconcile.js';
import type { Release } from './release.js';
import { requestFor } from './request.js';
import type { Rendered, RenderedDocument, renderTemplates, TemplateChart } from './template/render.js';

/** What charts are read with; other rooms, passed in. */
export interface HelmParts extends PublishedParts {
  readonly templates: typeof renderTemplates;
}

/** Values as Helm is given them: files, or one text of all. */
export type Given = readonly { readonly path: string; readonly text: string }[];

/**
 * The objects of a release of a chart that is in the tree.
 * @returns undefined when the release names no chart of the tree
 */
export function chartResources(release: Release, files: Files, parts: HelmParts): Expansion | undefined {
  if (release.chart.kind !== 'local') return undefined;
  const chart = loadChart(release.chart.path, files);
  if (!chart) return undefined;
  const plain = plainOf(release.values);
  const given = plain === undefined ? undefined : [{ path: 'values.json', text: textOf(plain) }];
  return deploy(chart, release, given, true, files, parts);
}

function textOf(plain: Plain): string {
  return JSON.stringify(plain ?? {});
}

/**
 * @param given undefined when not all values are decided: then Helm has nothing to say
 * @param isNamed whether something names the release, or a values file stands for it
 */
export function deploy(
  chart: Chart,
  release: Release,
  given: Given | undefined,
  isNamed: boolean,
  files: Files,
  parts: HelmParts,
): Expansion {
  const top = installed(chart, release.values);
  const { documents, problems } = renditionOf(top, release, given, files, parts);
  const charts = chartsIn(chart);
  const resources = resourcesOf(documents.map(onCondition(top)), {
    release,
    isNamed,
    templates: new Set(templatesOf(chart)),
    folders: charts.map(({ folder }) => folder),
  });
  const missing = missingIn(top, release, parts);
  return {
    resources: [...resources, ...missing.resources],
    problems: [...charts.flatMap((each) => each.problems), ...missing.problems, ...shortened(problems, chart.name)],
  };
}

/** The static reading, made right by Helm's own where that is to be had. */
function renditionOf(
  top: Installed,
  release: Release,
  given: Given | undefined,
  files: Files,
  parts: HelmParts,
): Rendered {
  const { name, namespace, chartOrigin: origin } = release;
  const read = parts.templates({
    chart: templateChart(top, files),
    values: top.values,
    release: { name, namespace, origin },
    capabilities: {},
  });
  const rendering = given && asked(top.chart, release, given, files);
  if (!rendering) return read;
  if (rendering.kind === 'failed') {
    const failure = failureOf(rendering, top, release);
    return { ...read, problems: [failure, ...read.problems.filter((problem) => !isAt(problem, failure))] };
  }
  const { documents, unread } = documentsIn(rendering.text, top);
  return unread ? read : { documents: reconcile(read.documents, documents), problems: [] };
}

function asked(chart: Chart, { name, namespace }: Release, values: Given, files: Files): Rendering | undefined {
  if (!files.render || templatesOf(chart).length === 0) return undefined;
  const request = requestFor({ chart, name, namespace, values }, files);
  return request && files.render(request);
}

function isAt(a: Problem, b: Problem): boolean {
  return a.path === b.path && a.line === b.line;
}

function templateChart({ chart, as, subcharts }: Installed, files: Files): TemplateChart {
  return {
    name: as,
    metadata: chart.metadata,
    templates: chart.templates,
    ...(chart.isLibrary ? { library: true } : {}),
    file: (path) => (chart.files.includes(path) ? files.read(pathIn(chart.folder, path)) : undefined),
    files: chart.files,
    subcharts: subcharts.map((each) => templateChart(each, files)),
  };
}

/** Documents of a subchart are there when the subchart is. */
function onCondition(top: Installed): (document: RenderedDocument) => RenderedDocument {
  const conditions = new Map<SourceFile, Undetermined>();
  const always = new Set<SourceFile>();
  const pending = [top];
  for (const { chart, condition, subcharts } of pending) {
    for (const { source } of chart.templates) {
      if (condition) conditions.set(source, condition);
      else always.add(source);
    }
    pending.push(...subcharts);
  }
  return (document) => {
    const condition: Value | undefined = always.has(document.template) ? undefined : conditions.get(document.template);
    return condition && !document.condition ? { ...document, condition } : document;
  };
}
