/** Which values files commands of helm put upon a chart of the tree, and in which order. What the commands set is not read here. */
import { posix } from 'node:path';
import type { SourceFile } from '../../../syntax/source.js';
import type { Files } from '../../../tree/files.js';
import { matchesGlob } from './ignore.js';
import { folderOf } from './paths.js';

/** Values files of one command, in their order; the last is what tells this deployment from others. */
export interface Layers {
  /** The folder of the chart. */
  readonly chart: string;
  readonly files: readonly string[];
}

const SCRIPT =
  /\.(?:sh|bash|zsh|ps1|mk|azcli)$|(?:^|\/)(?:GNU)?[Mm]akefile$|(?:^|\/)Taskfile\.ya?ml$|(?:^|\/)Jenkinsfile$/;
const WORKFLOW =
  /(?:^|\/)\.github\/(?:workflows|actions)\/.+\.ya?ml$|pipelines?[^/]*(?:\/.+)?\.ya?ml$|\.gitlab-ci\.ya?ml$/i;
const COMMAND = /\bhelm(?:\.exe)?[ \t]+(?:upgrade|install|template|diff[ \t]+upgrade)[ \t][^\n;&|]*/g;
const CONTINUED = /[\\`][ \t]*\r?\n[ \t]*/g;
const WORD = /(?:"[^"\n]*"|'[^'\n]*'|\$\{\{[^}\n]*\}\}|\$\([^)\n]*\)|[^\s"'])+/g;
/** A variable, an expression of a workflow, a substitution. */
const HOLE = /\$\{\{.*?\}\}|\$\{[^}]*\}|\$\([^)]*\)|\$\w+/g;
/** Flags of helm without a value. */
const SWITCHES =
  /^--(?:install|wait|atomic|force|debug|dry-run|create-namespace|dependency-update|devel|reuse-values|reset-values|reset-then-reuse-values|cleanup-on-fail|no-hooks|skip-crds|verify|wait-for-jobs|include-crds|generate-name|rollback-on-failure|replace)$|^-[ig]$/;

export function canCallHelm(path: string): boolean {
  return SCRIPT.test(path) || WORKFLOW.test(path);
}

/** @param charts the folders of all charts */
export function layersIn(file: SourceFile, charts: ReadonlySet<string>, files: Files): readonly Layers[] {
  if (!file.text.includes('helm')) return [];
  const text = file.text.replace(CONTINUED, ' ');
  return [...text.matchAll(COMMAND)].flatMap(([command]) => {
    const { positional, values } = argumentsOf(command.split(/[ \t]+#/)[0] ?? '');
    const chart = positional.map((word) => chartAt(word, file.path, charts)).find((each) => each !== undefined);
    if (chart === undefined || values.length === 0) return [];
    return combinations(values.map((word) => filesAt(word, file.path, chart, files))).map((each) => ({
      chart,
      files: each,
    }));
  });
}

function argumentsOf(command: string): { readonly positional: readonly string[]; readonly values: readonly string[] } {
  const words = [...command.matchAll(WORD)].map(([word]) => word.replace(/["']/g, ''));
  const positional: string[] = [];
  const values: string[] = [];
  for (let at = 2; at < words.length; at++) {
    const word = words[at] ?? '';
    const joined = /^(?:--values|-f)=(.+)$/.exec(word)?.[1];
    if (joined !== undefined) values.push(...joined.split(','));
    else if (word === '-f' || word === '--values') values.push(...(words[++at] ?? '').split(','));
    else if (!word.startsWith('-')) positional.push(word);
    else if (!word.includes('=') && !SWITCHES.test(word)) at++;
  }
  return { positional, values };
}

/** A path as written may be meant from the top, or from where the script lies; a variable in front may be either. */
function placesOf(word: string, script: string): readonly string[] {
  const bare = word.replace(/^(?:\$\{\{.*?\}\}|\$\{[^}]*\}|\$\([^)]*\)|\$\w+)\/+/, '');
  return [bare, posix.join(folderOf(script), bare)]
    .map((path) => posix.normalize(path).replace(/^\.\/|\/+$/g, ''))
    .filter((path) => !path.startsWith('../') && !path.startsWith('/'));
}

function chartAt(word: string, script: string, charts: ReadonlySet<string>): string | undefined {
  if (!/[./]/.test(word)) return undefined;
  return placesOf(word, script)
    .map((path) => (path === '.' ? '' : path))
    .find((path) => charts.has(path));
}

/** The files that a word can mean: several where a variable is part of a name. */
function filesAt(word: string, script: string, chart: string, files: Files): readonly string[] {
  const places = [...placesOf(word, script), ...placesOf(word, `${chart}/x`)];
  for (const place of places) {
    if (files.has(place)) return [place];
    const glob = place.replace(/[*?[\\]/g, '').replace(HOLE, '*');
    if (!glob.includes('*')) continue;
    const found = (/\*.*\//.test(glob) ? files.paths : files.inFolder(folderOf(glob))).filter((path) =>
      matchesGlob(glob, path),
    );
    if (found.length > 0) return found;
  }
  return [];
}

const MOST = 50;

/** One choice of each place that has any. */
function combinations(choices: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return choices
    .filter((each) => each.length > 0)
    .reduce<readonly (readonly string[])[]>(
      (all, choice) => all.flatMap((before) => choice.map((one) => [...before, one])).slice(0, MOST),
      [[]],
    )
    .filter((each) => each.length > 0);
}
