/** Which chart a HelmRelease of Flux names, through the source that it refers to. */
import { lookup } from '../../../syntax/value.js';
import type { Value } from '../../../syntax/value.js';
import type { ChartReference } from '../../helm/release.js';
import type { Resource } from '../../resource.js';
import { folderOf, inside } from '../folders.js';
import { objectNamed } from '../objects.js';
import { textAt } from '../read.js';
import { isElsewhere } from './repository.js';
import type { Around } from '../../releases/parts.js';

export interface NamedChart {
  readonly chart: ChartReference;
  /** Where the chart is named. */
  readonly at: Value | undefined;
}

/** `spec.chart.spec` (v2 and its betas), `spec.chartRef`, or the `spec.chart` of Flux 1. */
export function chartOf(release: Resource, around: Around): NamedChart {
  const spec = lookup(release.body, ['spec']);
  const inline = lookup(spec, ['chart', 'spec']);
  if (inline) return inlineChart(inline, release, around, lookup(spec, ['chart']));
  const reference = lookup(spec, ['chartRef']);
  if (reference) return { chart: referredChart(reference, release, around), at: reference };
  const old = lookup(spec, ['chart']);
  return { chart: firstFluxChart(old, around), at: old };
}

function inlineChart(spec: Value, release: Resource, around: Around, template: Value | undefined): NamedChart {
  const at = lookup(spec, ['chart']) ?? spec;
  const name = textAt(spec, 'chart');
  const version = lookup(spec, ['version']);
  if (textAt(template, 'kind') === 'OCIRepository') {
    const url = textAt(spec, 'url');
    return { chart: ofRegistry(url, version, words(at)), at };
  }
  const source = sourceOf(lookup(spec, ['sourceRef']), release, around);
  if (name === undefined) return { chart: { kind: 'undetermined', expression: words(at) }, at };
  switch (source.kind) {
    case 'GitRepository':
    case 'Bucket':
    case 'ExternalArtifact':
      return { chart: ofFolder(name, source, placeOf(release), around), at };
    default:
      return { chart: { kind: 'published', name, repository: source.url, version }, at };
  }
}

interface Source {
  readonly reference: Value | undefined;
  readonly kind: string;
  readonly name: string;
  readonly url: string | undefined;
  readonly object: Value | undefined;
}

function sourceOf(reference: Value | undefined, release: Resource, around: Around): Source {
  const kind = textAt(reference, 'kind') ?? 'HelmRepository';
  const name = textAt(reference, 'name') ?? '';
  const namespace = textAt(reference, 'namespace') ?? textAt(release.body, 'metadata', 'namespace');
  const object = objectNamed({ kind, name, namespace }, around, release.span.file.path);
  return { reference, kind, name, object, url: textAt(object, 'spec', 'url') };
}

interface Place {
  readonly namespace: string | undefined;
  readonly near: string;
}

function placeOf(release: Resource): Place {
  return { namespace: textAt(release.body, 'metadata', 'namespace'), near: release.span.file.path };
}

/** A chart in a folder: of this repository when it has the folder, which then is assumed to be the same. */
function ofFolder(path: string, { reference, name, url }: Source, place: Place, around: Around): ChartReference {
  const folder = folderOf(path);
  const isHere = folder !== undefined && around.files.has(inside(folder, 'Chart.yaml'));
  if (isHere && !isElsewhere(reference, folder, place, around)) return { kind: 'local', path: folder };
  return { kind: 'undetermined', expression: `the chart ${path} of ${url ?? `the source ${name}`}` };
}

function referredChart(reference: Value, release: Resource, around: Around): ChartReference {
  const { kind, name, object, url } = sourceOf(reference, release, around);
  if (kind === 'HelmChart' && object?.kind === 'map') {
    const spec = lookup(object, ['spec']);
    if (spec) return inlineChart(spec, release, around, undefined).chart;
  }
  if (kind !== 'OCIRepository') return { kind: 'undetermined', expression: `the chart of the ${kind} ${name}` };
  const version = lookup(object, ['spec', 'ref', 'tag']) ?? lookup(object, ['spec', 'ref', 'semver']);
  return ofRegistry(url, version, `the chart of the OCIRepository ${name}`);
}

/** `oci://ghcr.io/org/charts/podinfo`: the last step is the chart. */
function ofRegistry(url: string | undefined, version: Value | undefined, expression: string): ChartReference {
  const found = /^(oci:\/\/.+)\/([^/]+)\/?$/.exec(url ?? '');
  const [, repository, name] = found ?? [];
  if (repository === undefined || name === undefined) return { kind: 'undetermined', expression };
  return { kind: 'published', name, repository, version };
}

/** `repository`, `name` and `version`, or `git` and `path` (helm.fluxcd.io/v1). */
function firstFluxChart(chart: Value | undefined, { files }: Around): ChartReference {
  const name = textAt(chart, 'name');
  if (name !== undefined) {
    const version = chart && lookup(chart, ['version']);
    return { kind: 'published', name, repository: textAt(chart, 'repository'), version };
  }
  const path = textAt(chart, 'path');
  const folder = path === undefined ? undefined : folderOf(path);
  if (folder !== undefined && files.has(inside(folder, 'Chart.yaml'))) return { kind: 'local', path: folder };
  return { kind: 'undetermined', expression: `the chart ${path ?? ''} of ${textAt(chart, 'git') ?? 'a repository'}` };
}

function words(value: Value): string {
  return value.kind === 'undetermined' ? value.expression : 'the chart';
}
