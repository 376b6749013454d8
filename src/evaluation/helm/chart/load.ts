/** Reads a chart with the charts in it: those in `charts/`, and those that it names as `file://…`. */
import { posix } from 'node:path';
import type { Problem } from '../../../syntax/problem.js';
import { locate } from '../../../syntax/source.js';
import { literal, mapping } from '../../../syntax/value.js';
import type { Mapping, Value } from '../../../syntax/value.js';
import { parseYaml } from '../../../syntax/yaml/parser.js';
import type { Files } from '../../../tree/files.js';
import { mergeAll } from '../../releases/merge.js';
import type { TemplateFile } from '../template/render.js';
import type { Chart, Dependency } from './chart.js';
import { pathIn } from './chart.js';
import { ignoredBy } from './ignore.js';
import type { Ignored } from './ignore.js';
import type { Declared } from './metadata.js';
import { declaredIn, isLibrary, metadataOf, nameOf, textOf } from './metadata.js';
import { pathsBelow } from '../../../tree/below.js';

/** Charts in charts in charts …, all of them together, and files of one chart. */
const DEEPEST = 8;
const MOST_CHARTS = 300;
const MOST_FILES = 2_000;

/** @returns undefined when there is no chart in the folder, or its Chart.yaml can't be read (yet) */
export function loadChart(folder: string, files: Files): Chart | undefined {
  const ignore = pathIn(folder, '.helmignore');
  const ignored = ignoredBy(files.has(ignore) ? files.read(ignore)?.text : undefined);
  return load(folder, files, { ignored, from: folder, stack: [], budget: { left: MOST_CHARTS } });
}

interface Within {
  /** The rules of the outermost chart hold for all that lies in its folder (helm `loader/directory.go`). */
  readonly ignored: Ignored;
  readonly from: string;
  /** Folders of the charts around it. */
  readonly stack: readonly string[];
  readonly budget: { left: number };
}

function load(folder: string, files: Files, within: Within): Chart | undefined {
  const metadata = metadataOf(folder, files);
  if (!metadata || within.budget.left <= 0) return undefined;
  within.budget.left--;
  const paths = inside(folder, files, within).slice(0, MOST_FILES);
  const inner: Within = { ...within, stack: [...within.stack, folder] };
  const problems: Problem[] = [];
  const unpacked = new Map<string, Chart>();
  for (const sub of subfolders(paths)) {
    const chart = inner.stack.length < DEEPEST ? load(pathIn(folder, sub), files, inner) : undefined;
    if (chart) unpacked.set(sub, chart);
  }
  const declared = declaredIn(metadata, folder, files);
  const dependencies = declared.map((each) => find(each, { folder, paths, files, inner, unpacked, problems }));
  const used = new Set(dependencies.flatMap(({ chart }) => chart ?? []));
  return {
    folder,
    name: nameOf(metadata, folder),
    metadata,
    isLibrary: isLibrary(metadata),
    defaults: defaultsOf(folder, paths, files, metadata, problems),
    templates: paths.filter((path) => path.startsWith('templates/')).flatMap((path) => templateAt(folder, path, files)),
    files: paths.filter((path) => !/^(?:templates|charts)\/|^(?:Chart|values)\.yaml$|^Chart\.lock$/.test(path)),
    dependencies,
    undeclared: [...unpacked.values()].filter((chart) => !used.has(chart)),
    problems,
    isWhole: paths.filter(isRead).every((path) => files.read(pathIn(folder, path)) !== undefined),
  };
}

function isRead(path: string): boolean {
  return path.startsWith('templates/') || path === 'values.yaml' || path === 'values.schema.json';
}

/** Paths inside the chart that are not ignored. */
function inside(folder: string, files: Files, { ignored, from }: Within): readonly string[] {
  const prefix = folder === from ? '' : `${posix.relative(from, folder)}/`;
  return pathsBelow(files, folder)
    .map((path) => (folder === '' ? path : path.slice(folder.length + 1)))
    .filter((path) => !ignored(prefix + path));
}

/** Folders in `charts/`; Helm passes over those that start with `_` or `.`. */
function subfolders(paths: readonly string[]): readonly string[] {
  const found = new Set(paths.flatMap((path) => /^charts\/[^_./][^/]*(?=\/)/.exec(path)?.[0] ?? []));
  return [...found];
}

function templateAt(folder: string, name: string, files: Files): readonly TemplateFile[] {
  const source = files.read(pathIn(folder, name));
  return source ? [{ name, source }] : [];
}

/** Several documents are merged. */
function defaultsOf(
  folder: string,
  paths: readonly string[],
  files: Files,
  metadata: Mapping,
  problems: Problem[],
): Value {
  const nothing = mapping([], literal({ ...metadata.origin.span, end: metadata.origin.span.start }));
  if (!paths.includes('values.yaml')) return nothing;
  const path = pathIn(folder, 'values.yaml');
  return valuesIn(path, files, problems) ?? nothing;
}

/**
 * The values of a file: its documents, merged.
 * @returns undefined when it is not there (yet), or holds no mapping: then `problems` says so
 */
export function valuesIn(path: string, files: Files, problems: Problem[]): Value | undefined {
  const documents = (files.parse(path, parseYaml) ?? []).filter(
    (each) => !(each.kind === 'scalar' && each.value === null),
  );
  const wrong = documents.find(({ kind }) => kind !== 'map');
  if (wrong) {
    const line = locate(wrong.origin.span).startLine;
    problems.push({ path, line, message: 'holds no values: Helm wants a mapping here' });
  }
  const maps = documents.filter(({ kind }) => kind === 'map');
  const [first, ...others] = maps;
  if (!first) return undefined;
  return others.length === 0 ? first : mergeAll(maps, first.origin);
}

interface Looking {
  readonly folder: string;
  readonly paths: readonly string[];
  readonly files: Files;
  readonly inner: Within;
  readonly unpacked: ReadonlyMap<string, Chart>;
  readonly problems: Problem[];
}

function find(declared: Declared, { folder, paths, files, inner, unpacked, problems }: Looking): Dependency {
  const lying = [...unpacked.values()].find(({ name }) => name === declared.name);
  if (lying) return { ...declared, chart: lying };
  const place = localFolder(declared, folder);
  if (place !== undefined && !inner.stack.includes(place) && inner.stack.length < DEEPEST) {
    const ignore = pathIn(place, '.helmignore');
    const ignored = ignoredBy(files.has(ignore) ? files.read(ignore)?.text : undefined);
    const chart = load(place, files, { ...inner, ignored, from: place });
    if (chart) return { ...declared, chart };
  }
  if (place !== undefined && inner.stack.includes(place)) {
    const { path, startLine } = locate(declared.heading.keySpan);
    problems.push({ path, line: startLine, message: `the chart ${declared.name} is a part of itself` });
  }
  const packed = paths.flatMap((path) => packedAs(declared.name, path))[0];
  return packed ? { ...declared, packed: { ...packed, path: pathIn(folder, packed.path) } } : declared;
}

/** The folder that `file://../x` leads to; undefined for other repositories, and where it leads out of the tree. */
export function localFolder({ repository }: Pick<Declared, 'repository'>, folder: string): string | undefined {
  const url = textOf(repository);
  if (!url?.startsWith('file://')) return undefined;
  const path = posix.join(folder, url.slice('file://'.length)).replace(/\/+$/, '');
  if (url.startsWith('file:///') || path === '..' || path.startsWith('../')) return undefined;
  return path === '.' ? '' : path;
}

/** `charts/redis-17.3.1.tgz` is redis, and no other chart whose name only starts so. */
function packedAs(name: string, path: string): readonly { readonly path: string; readonly version: string }[] {
  if (!path.startsWith(`charts/${name}-`) || !path.endsWith('.tgz')) return [];
  const version = path.slice(`charts/${name}-`.length, -'.tgz'.length);
  return /^v?\d+\.\d+/.test(version) ? [{ path, version }] : [];
}
