/** What Helm itself is asked: to render a chart of the tree, put together so that it needs nothing from elsewhere. */
import type { Plain } from '../../syntax/edit.js';
import type { Files } from '../../tree/files.js';
import type { RenderRequest } from '../../tree/render/request.js';
import type { Chart, Dependency } from './chart/chart.js';
import { chartsIn, pathIn, templatesOf } from './chart/chart.js';
import { textOf } from './chart/metadata.js';
import { plainOf } from './plain.js';

export interface Asked {
  readonly chart: Chart;
  readonly name: string;
  /** Undefined: Helm's own, which is then no part of the answer. */
  readonly namespace: string | undefined;
  /** Values files in their order: a name for people, and the text. */
  readonly values: readonly { readonly path: string; readonly text: string }[];
}

/** Files that templates read are handed over up to these sizes. */
const MOST_FILES = 300;
const MOST_TEXT = 4 * 1024 * 1024;
/** helm `pkg/chart/common/util/validate_name.go` */
const RELEASE_NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** @returns undefined while not all of it has been read, or when its files are too many to hand over */
export function requestFor({ chart, name, namespace, values }: Asked, files: Files): RenderRequest | undefined {
  if (!chartsIn(chart).every(({ isWhole }) => isWhole)) return undefined;
  const inputs = new Map<string, string>();
  const withFiles = templatesOf(chart).some(({ text }) => text.includes('.Files'));
  if (!addChart(chart, 'chart', inputs, files, withFiles)) return undefined;
  const named = values.map(({ path, text }, index) => {
    const input = `values/${String(index)}/${path.slice(path.lastIndexOf('/') + 1)}`;
    inputs.set(input, text);
    return ['--values', input];
  });
  const release = RELEASE_NAME.test(name) && name.length <= 53 ? name : 'release-name';
  const scope = ['--namespace', namespace ?? 'default', '--skip-tests'];
  return {
    tool: 'helm',
    inputs,
    arguments: [...scope, ...named.flat(), '--', release, './chart'],
    asker: pathIn(chart.folder, 'Chart.yaml'),
  };
}

/** @returns false when a file has not been read (yet) or the files are too many */
function addChart(chart: Chart, at: string, inputs: Map<string, string>, files: Files, withFiles: boolean): boolean {
  const metadata = metadataFor(chart);
  if (!metadata) return false;
  inputs.set(`${at}/Chart.yaml`, JSON.stringify(metadata));
  for (const { name, source } of chart.templates) inputs.set(`${at}/${name}`, source.text);
  const further = withFiles ? chart.files : chart.files.filter((path) => path === 'values.schema.json');
  if (further.length > MOST_FILES) return false;
  let size = 0;
  for (const path of ['values.yaml', ...further.filter(isHandedOver)]) {
    const file = files.has(pathIn(chart.folder, path)) ? files.read(pathIn(chart.folder, path)) : undefined;
    if (!file) {
      if (path === 'values.yaml') continue;
      return false;
    }
    // A schema may name others by URL, which Helm would fetch.
    if (
      path === 'values.schema.json' &&
      /"\$(?:ref|dynamicRef|schema|id)"\s*:\s*"(?!#|https?:\/\/json-schema\.org\/)/.test(file.text)
    ) {
      continue;
    }
    size += file.text.length;
    inputs.set(`${at}/${path}`, file.text);
  }
  if (size > MOST_TEXT) return false;
  return partsOf(chart).every((part, index) =>
    addChart(part, `${at}/charts/${String(index)}-${part.name.replace(/[^\w.-]/g, '_')}`, inputs, files, withFiles),
  );
}

/** Binary files are none that templates put into objects, and a text is all that the tree gives. */
function isHandedOver(path: string): boolean {
  return !/\.(?:tgz|gz|zip|png|jpe?g|gif|svg|ico|prov|jks|p12|pfx|md)$|^requirements\.(?:yaml|lock)$|^\.helmignore$/i.test(
    path,
  );
}

/** A chart that several dependencies use under different names lies there once. */
function partsOf(chart: Chart): readonly Chart[] {
  const byFolder = new Map(
    [...chart.undeclared, ...chart.dependencies.flatMap((each) => each.chart ?? [])].map((each) => [each.folder, each]),
  );
  return [...byFolder.values()];
}

/**
 * Chart.yaml without the dependencies that are not there, which Helm would refuse, and without the versions of Kubernetes that it
 * wants, since there is no cluster.
 */
function metadataFor(chart: Chart): Plain | undefined {
  const plain = plainOf(chart.metadata);
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) return undefined;
  const kept = without(plain as Readonly<Record<string, Plain>>, 'kubeVersion', 'dependencies');
  const there = chart.dependencies.flatMap((each) => dependencyFor(each));
  return { ...kept, ...(there.length > 0 ? { dependencies: there } : {}) };
}

function dependencyFor({ declared, chart }: Dependency): readonly Plain[] {
  const plain = plainOf(declared);
  if (!chart || typeof plain !== 'object' || plain === null || Array.isArray(plain)) return [];
  const kept = without(plain as Readonly<Record<string, Plain>>, 'repository', 'version');
  return [{ ...kept, repository: '', version: textOf(chart.metadata.entries.get('version')?.value) ?? '' }];
}

function without(data: Readonly<Record<string, Plain>>, ...keys: readonly string[]): Readonly<Record<string, Plain>> {
  return Object.fromEntries(Object.entries(data).filter(([key]) => !keys.includes(key)));
}
