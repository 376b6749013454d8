/** The release that one command makes. */
import { literal } from '../../../syntax/value.js';
import type { Span } from '../../../syntax/source.js';
import type { Value } from '../../../syntax/value.js';
import type { Files } from '../../../tree/files.js';
import type { ChartReference, Release } from '../../helm/release.js';
import type { Root, Writer } from '../../resource.js';
import { inside, parentOf, pathFrom } from '../../gitops/folders.js';
import { chartNamed } from '../chart-name.js';
import type { CommandArguments } from './arguments.js';
import { flagValues } from './values.js';

/** URLs of repositories by the names that a script gives them. */
export type Repositories = ReadonlyMap<string, string>;

export const noWriter: Writer = { set: () => undefined };

export interface CommandRelease {
  readonly name: Value | undefined;
  readonly chart: Value | undefined;
  readonly given: CommandArguments;
  readonly span: Span;
  readonly root: Root;
}

export function commandRelease(
  { name, chart, given, span, root }: CommandRelease,
  files: Files,
  repositories: Repositories,
): Release {
  const folders = foldersOf(root.path, span);
  const namespace = lastFlag(given, 'namespace');
  const called = wordsOf(name) ?? 'release';
  const values = flagValues(given, span, folders, files);
  return {
    root,
    format: 'azcli',
    address: `Release/${wordsOf(namespace) ?? 'default'}/${called}`,
    name: called,
    namespace: namespace ? textOf(namespace) : undefined,
    chart: chartOf(chart, { given, values, repositories, folders }, files),
    chartOrigin: chart?.origin ?? literal(span),
    values,
    span,
    heading: firstLine(span),
    writer: noWriter,
  };
}

interface Around {
  readonly given: CommandArguments;
  readonly values: Value;
  readonly repositories: Repositories;
  readonly folders: readonly string[];
}

function chartOf(
  chart: Value | undefined,
  { given, values, repositories, folders }: Around,
  files: Files,
): ChartReference {
  const isChart = (folder: string): boolean => files.has(inside(folder, 'Chart.yaml'));
  const written = chart && textOf(chart);
  if (written === undefined) {
    // Values that may be anything make anything of it: there is nothing to be gained by guessing which chart it is.
    const isOpen = values.kind !== 'map' || values.rest !== undefined;
    const found = chart && !isOpen ? behindVariable(chart, folders, isChart) : undefined;
    return found === undefined
      ? { kind: 'undetermined', expression: wordsOf(chart) ?? 'the chart' }
      : { kind: 'local', path: found };
  }
  const repository = lastFlag(given, 'repo');
  const url = repository && textOf(repository);
  const [alias] = written.split('/');
  const known = written.split('/').length === 2 && alias !== undefined ? repositories.get(alias) : undefined;
  const name = known === undefined ? written : (written.split('/')[1] ?? written);
  return chartNamed(name, url ?? known, lastFlag(given, 'version'), folders, isChart);
}

const CHANGES =
  /(?:^|[;&|({]|\b(?:then|do|else))[ \t]*(?:cd|pushd)[ \t]+["']?([\w./-]+)["']?[ \t]*(?=$|[;&|)\n#])|^[ \t-]*(?:working-directory|workingDirectory):[ \t]*["']?([\w./-]+)/gm;

/** Whether a chart of the tree is named from the folder of the script or the top: so are its values files, wherever they are looked for. */
export function isNamedPlainly(chart: Value | undefined, path: string, files: Files): boolean {
  const written = chart && textOf(chart);
  if (written === undefined) return false;
  return [parentOf(path), ''].some((folder) => {
    const at = pathFrom(folder, written);
    return at !== undefined && files.has(inside(at, 'Chart.yaml'));
  });
}

/** A script is looked through for changes of the folder this far before a command, and so many count, the last first. */
const FAR = 20_000;
const MOST_CHANGES = 10;

/** Folders that paths may be relative to: the script's, the top, and those that the script goes to before. */
function foldersOf(path: string, { file, start }: Span): readonly string[] {
  const base = [parentOf(path), ''];
  const steps = [...file.text.slice(Math.max(0, start - FAR), start).matchAll(CHANGES)].map(
    ([, by, of]) => by ?? of ?? '',
  );
  const gone = steps
    .slice(-MOST_CHANGES)
    .reverse()
    .flatMap((step) => base.flatMap((folder) => pathFrom(folder, step) ?? []));
  return [...new Set([...base, ...gone])];
}

/**
 * `$ROOT/charts/web`: variables in front of a path hold a folder around the script, as a rule, so that a chart which is there by the
 * rest of the path is the one that is meant.
 */
function behindVariable(
  chart: Value,
  folders: readonly string[],
  isChart: (folder: string) => boolean,
): string | undefined {
  const [first, rest, ...others] = chart.kind === 'undetermined' ? (chart.parts ?? []) : [];
  if (first !== null || typeof rest !== 'string' || others.length > 0 || !/^\/[\w.-]/.test(rest)) return undefined;
  const [own = ''] = folders;
  const around = own.split('/').map((_, index, steps) => steps.slice(0, steps.length - index).join('/'));
  return [...around, ...folders].flatMap((folder) => pathFrom(folder, rest.slice(1)) ?? []).find(isChart);
}

export function lastFlag({ flags }: CommandArguments, name: string): Value | undefined {
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
