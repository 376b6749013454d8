/**
 * The values of a chart of an Application, in their precedence: `valueFiles` in order, `values` or `valuesObject`, `parameters`,
 * those with `forceString`, `fileParameters` (argo-cd `reposerver/repository`, `helmTemplate`).
 */
import type { Problem } from '../../../syntax/problem.js';
import { locate } from '../../../syntax/source.js';
import { literal, lookup, mapping, scalar, undetermined } from '../../../syntax/value.js';
import type { Mapping, Value } from '../../../syntax/value.js';
import type { Files } from '../../../tree/files.js';
import type { Around } from '../../releases/parts.js';
import { globMatcher } from '../../releases/glob.js';
import { mergeAll } from '../../releases/merge.js';
import { applySetting } from '../../releases/settings.js';
import { documentIn } from '../../releases/text.js';
import { valuesFile } from '../../releases/values-file.js';
import { folderOf, pathFrom } from '../folders.js';
import { isFolder } from '../../../tree/below.js';
import type { Writer } from '../../resource.js';
import { isTrue, itemsAt, textAt } from '../read.js';
import type { Application } from './application.js';

export interface HelmValues {
  readonly values: Value;
  readonly problems: readonly Problem[];
}

/** @param folder of the chart; undefined for a published one, whose own files are not here */
export function helmValues(
  source: Mapping,
  folder: string | undefined,
  application: Application,
  around: Pick<Around, 'files' | 'deployed'>,
): HelmValues {
  const helm = lookup(source, ['helm']);
  const object = lookup(helm, ['valuesObject']);
  const origin = object?.origin ?? literal(application.resource.heading);
  const problems: Problem[] = [];
  const ofFiles = itemsAt(helm, 'valueFiles').flatMap((file) => {
    const read = valuesOfFile(file, folder, application, around, isTrue(helm, 'ignoreMissingValueFiles'));
    problems.push(...read.problems);
    return read.values;
  });
  const text = lookup(helm, ['values']);
  const inline = object ?? (text && (documentIn(text) ?? unknown('values that can not be read', text)));
  const merged = mergeAll([...ofFiles, inline ?? mapping([], origin)], origin);
  const parameters = itemsAt(helm, 'parameters');
  const plain = parameters.filter((parameter) => !isTrue(parameter, 'forceString'));
  const forced = parameters.filter((parameter) => isTrue(parameter, 'forceString'));
  const fileParameters = itemsAt(helm, 'fileParameters');
  const values = [
    ...plain.map((each) => ({ parameter: each, typing: 'typed' as const })),
    ...forced.map((each) => ({ parameter: each, typing: 'string' as const })),
  ].reduce((sofar, { parameter, typing }) => {
    const value = lookup(parameter, ['value']) ?? scalar('', parameter.origin);
    return applySetting(sofar, textAt(parameter, 'name') ?? '', withoutCommas(value), typing);
  }, merged);
  return {
    values: fileParameters.reduce((sofar, parameter) => {
      const what = `the file ${textAt(parameter, 'path') ?? ''}`;
      return applySetting(sofar, textAt(parameter, 'name') ?? '', unknown(what, parameter), 'string');
    }, values),
    problems,
  };
}

/** Without values inside of the Application, nothing can be written there: beside `parameters` it would be no value of the chart. */
export function valuesWriter(source: Mapping, values: Value, writer: Writer): Writer {
  if (lookup(source, ['helm', 'valuesObject'])?.kind === 'map') return writer;
  const hasText = lookup(source, ['helm', 'values']) !== undefined;
  return {
    ...writer,
    set(container, path, value) {
      const first = container === values ? lookup(values, path.slice(0, 1)) : undefined;
      const isElsewhere = first?.kind === 'map' && (hasText || first.origin.span.file !== source.origin.span.file);
      return container !== values || isElsewhere ? writer.set(container, path, value) : undefined;
    },
  };
}

/** Argo CD keeps commas from separating settings, except in braces (`cleanSetParameters`). */
function withoutCommas(value: Value): Value {
  if (value.kind !== 'scalar' || typeof value.value !== 'string' || /^\{.*\}$/s.test(value.value)) return value;
  return scalar(value.value.replace(/(?<!\\),/g, '\\,'), value.origin);
}

interface ReadFiles {
  readonly values: readonly Value[];
  readonly problems: readonly Problem[];
}

function valuesOfFile(
  file: Value,
  folder: string | undefined,
  application: Application,
  { files, deployed }: Pick<Around, 'files' | 'deployed'>,
  optional: boolean,
): ReadFiles {
  const written = textAt(file);
  if (written === undefined) return openFile(file, files, deployed, optional);
  const path = pathOfFile(written, folder, application, files);
  if (path === undefined) return { values: [unknown(`the values file ${written}`, file)], problems: [] };
  const paths = /[*?[]/.test(path) ? globbed(path, files) : [path];
  for (const each of paths) deployed.add(each);
  const values = paths.flatMap((each) => valuesFile(each, files, file.origin) ?? []);
  if (values.length > 0 || optional) return { values, problems: [] };
  const { path: at, startLine } = locate(file.origin.span);
  const message = `the values file ${written} is not in the repository: ${application.name} can't be rendered with it`;
  return { values: [unknown(`the values file ${written}`, file)], problems: [{ path: at, line: startLine, message }] };
}

/**
 * A file of which a part of the path is not known: the only one of the tree that fits is assumed to be meant, as folders of the tree
 * are. Where none fits, one that may be missing is missing.
 */
function openFile(file: Value, files: Files, deployed: Set<string>, optional: boolean): ReadFiles {
  const parts = file.kind === 'undetermined' ? (file.parts ?? []) : [];
  const tail = parts.at(-1) ?? '';
  const what = file.kind === 'undetermined' ? `the values file ${file.expression}` : 'a values file';
  if (tail.split('/').length < 2) return { values: [unknown(what, file)], problems: [] };
  const pattern = parts
    .map((part) => part ?? '*')
    .join('')
    .replace(/^\$[\w.-]+\//, '');
  const matchers = [pattern, pattern.replace(/^\*/, ''), pattern.replace(/^\*/, '**/')].map((each) =>
    globMatcher(each),
  );
  const found = files.paths.filter((path) => matchers.some((matches) => matches(path)));
  if (found.length === 0 && optional) return { values: [], problems: [] };
  const [only, another] = found;
  const values = only !== undefined && another === undefined ? valuesFile(only, files, file.origin) : undefined;
  if (only !== undefined && values) deployed.add(only);
  return { values: [values ?? unknown(what, file)], problems: [] };
}

/** `$values/prod.yaml` is relative to the top of a named source; another one is a file of the chart. */
function pathOfFile(
  written: string,
  folder: string | undefined,
  application: Application,
  files: Files,
): string | undefined {
  if (/^\w+:\/\//.test(written)) return undefined;
  const [, name, rest = ''] = /^\$([\w.-]+)\/(.*)$/s.exec(written) ?? [];
  if (name === undefined) return folder === undefined ? undefined : pathFrom(folder, written);
  const path = folderOf(rest);
  const source = application.named.get(name);
  if (!source || path === undefined) return undefined;
  return files.has(path) || /[*?[]/.test(path) || isHere(name, source, application, files) ? path : undefined;
}

/** Whether another thing that the application takes of the same repository is in this one: what is missing is missing then. */
function isHere(name: string, source: Mapping, { sources }: Application, files: Files): boolean {
  const url = textAt(source, 'repoURL');
  return sources.some((each) => {
    const path = folderOf(textAt(each, 'path') ?? '');
    if (
      url !== undefined &&
      textAt(each, 'repoURL') === url &&
      path !== undefined &&
      path !== '' &&
      isFolder(files, path)
    )
      return true;
    return itemsAt(each, 'helm', 'valueFiles').some((file) => {
      const [, rest] = (textAt(file) ?? '').split(`$${name}/`);
      return rest !== undefined && files.has(rest);
    });
  });
}

function globbed(pattern: string, { paths }: Files): readonly string[] {
  const matches = globMatcher(pattern);
  return paths.filter((path) => matches(path));
}

function unknown(what: string, at: Value): Value {
  return undetermined(what, [what], at.origin);
}
