/** The task `HelmDeploy` of Azure Pipelines. */
import type { SourceFile } from '../../../syntax/source.js';
import { entry, lookup, scalar, undetermined } from '../../../syntax/value.js';
import type { Mapping, Value } from '../../../syntax/value.js';
import { parseYaml } from '../../../syntax/yaml/parser.js';
import type { Files } from '../../../tree/files.js';
import type { Release } from '../../helm/release.js';
import type { Root } from '../../resource.js';
import { textAt } from '../../gitops/read.js';
import type { Flag } from './arguments.js';
import { argumentsIn } from './arguments.js';
import { commandRelease } from './release.js';
import type { Repositories } from './release.js';

export function taskReleases(
  file: SourceFile,
  root: Root,
  files: Files,
  repositories: Repositories,
): readonly Release[] {
  if (!file.text.includes('HelmDeploy@')) return [];
  return tasksIn(files.parse(file.path, parseYaml) ?? []).flatMap(
    (task) => releaseOf(task, root, files, repositories) ?? [],
  );
}

function tasksIn(values: readonly Value[]): readonly Mapping[] {
  const found: Mapping[] = [];
  const seen = new Set<Value>();
  const pending = [...values];
  for (let at = pending.shift(); at; at = pending.shift()) {
    if (seen.has(at)) continue;
    seen.add(at);
    if (at.kind === 'list') pending.push(...at.items);
    if (at.kind !== 'map') continue;
    if (textAt(at, 'task')?.startsWith('HelmDeploy@') === true) found.push(at);
    else for (const each of at.entries.values()) pending.push(each.value);
  }
  return found;
}

function releaseOf(task: Mapping, root: Root, files: Files, repositories: Repositories): Release | undefined {
  const inputs = lookup(task, ['inputs']);
  const command = textAt(inputs, 'command');
  if (command !== 'upgrade' && command !== 'install') return undefined;
  const chart = filled(lookup(inputs, ['chartPath'])) ?? filled(lookup(inputs, ['chartName']));
  const flags = [
    ...flag('values', lookup(inputs, ['valueFile'])),
    ...flag('set', lookup(inputs, ['overrideValues'])),
    ...flag('namespace', lookup(inputs, ['namespace'])),
    ...flag('version', lookup(inputs, ['chartVersion']) ?? lookup(inputs, ['version'])),
  ];
  const more = lookup(inputs, ['arguments']);
  const given = more ? argumentsIn(wordsIn(more)) : { positional: [], flags: [] };
  const name = filled(lookup(inputs, ['releaseName']));
  const all = { ...given, flags: [...flags, ...given.flags] };
  const heading = entry(task, 'task')?.keySpan ?? task.origin.span;
  const release = commandRelease({ name, chart, given: all, span: task.origin.span, root }, files, repositories);
  return { ...release, heading };
}

function flag(name: string, value: Value | undefined): readonly Flag[] {
  const text = value && filled(value);
  return text ? [{ name, value: text, conditional: false }] : [];
}

/** A value with the variables of the pipeline as holes; line breaks separate settings as commas do. */
function filled(value: Value | undefined): Value | undefined {
  if (value?.kind !== 'scalar' || value.value === null || value.value === '') return undefined;
  const text = String(value.value)
    .trim()
    .replace(/\s*\n\s*/g, ',');
  const pieces = text.split(/(\$\([^)]*\)|\$\{\{[^}]*\}\})/);
  if (pieces.length === 1) return scalar(text, value.origin);
  const parts = pieces.map((piece, index) => (index % 2 === 1 ? null : piece)).filter((piece) => piece !== '');
  const waits = pieces.filter((_, index) => index % 2 === 1);
  return undetermined(text.slice(0, 200), waits, value.origin, undefined, parts);
}

function wordsIn(value: Value): Parameters<typeof argumentsIn>[0] {
  if (value.kind !== 'scalar') return [];
  const words = String(value.value).match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];
  return words.map((word) => {
    const text = scalar(word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'), value.origin);
    return { value: filled(text) ?? text, conditional: false, several: false };
  });
}
