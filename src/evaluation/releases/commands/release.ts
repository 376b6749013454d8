/** The release that one command makes. */
import { literal } from '../../../syntax/value.js';
import type { Span } from '../../../syntax/source.js';
import type { Value } from '../../../syntax/value.js';
import type { Files } from '../../../tree/files.js';
import type { ChartReference, Release } from '../../helm/release.js';
import type { Root, Writer } from '../../resource.js';
import { inside, parentOf } from '../../gitops/folders.js';
import { chartNamed } from '../chart-name.js';
import type { HelmArguments } from './arguments.js';
import { flagValues } from './values.js';

/** URLs of repositories by the names that a script gives them. */
export type Repositories = ReadonlyMap<string, string>;

const noWriter: Writer = { set: () => undefined };

export interface CommandRelease {
  readonly name: Value | undefined;
  readonly chart: Value | undefined;
  readonly given: HelmArguments;
  readonly span: Span;
  readonly root: Root;
}

export function commandRelease(
  { name, chart, given, span, root }: CommandRelease,
  files: Files,
  repositories: Repositories,
): Release {
  const folders = [parentOf(root.path), ''];
  const namespace = lastFlag(given, 'namespace');
  const called = wordsOf(name) ?? 'release';
  return {
    root,
    format: 'azcli',
    address: `Release/${wordsOf(namespace) ?? 'default'}/${called}`,
    name: called,
    namespace: namespace ? textOf(namespace) : undefined,
    chart: chartOf(chart, given, repositories, folders, files),
    chartOrigin: chart?.origin ?? literal(span),
    values: flagValues(given, span, folders, files),
    span,
    heading: firstLine(span),
    writer: noWriter,
  };
}

function chartOf(
  chart: Value | undefined,
  given: HelmArguments,
  repositories: Repositories,
  folders: readonly string[],
  files: Files,
): ChartReference {
  const written = chart && textOf(chart);
  if (written === undefined) return { kind: 'undetermined', expression: wordsOf(chart) ?? 'the chart' };
  const repository = lastFlag(given, 'repo');
  const url = repository && textOf(repository);
  const [alias] = written.split('/');
  const known = written.split('/').length === 2 && alias !== undefined ? repositories.get(alias) : undefined;
  const name = known === undefined ? written : (written.split('/')[1] ?? written);
  const isChart = (folder: string): boolean => files.has(inside(folder, 'Chart.yaml'));
  return chartNamed(name, url ?? known, lastFlag(given, 'version'), folders, isChart);
}

export function lastFlag({ flags }: HelmArguments, name: string): Value | undefined {
  return flags.filter((flag) => flag.name === name).at(-1)?.value;
}

export function textOf(value: Value): string | undefined {
  return value.kind === 'scalar' && value.value !== null && value.value !== '' ? String(value.value) : undefined;
}

function wordsOf(value: Value | undefined): string | undefined {
  return value?.kind === 'undetermined' ? value.expression : value && textOf(value);
}

function firstLine({ file, start, end }: Span): Span {
  const line = file.text.indexOf('\n', start);
  const stop = line < 0 ? end : Math.min(end, line);
  return { file, start, end: start + file.text.slice(start, stop).replace(/\s*[\\`]?\s*$/, '').length };
}
