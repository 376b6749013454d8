/** Values that people give to deployments on the command line, as the workflows and scripts of the tree write them. */
import type { Files } from '../tree/files.js';
import type { SourceFile } from '../syntax/source.js';
import { scalar, undetermined, type Origin, type Value } from '../syntax/value.js';

const script = /(?:^|\/)(?:[^/]+\.ya?ml|[^/]+\.(?:sh|ps1|azcli|cmd|bat)|[Mm]akefile)$/;

/** Where scripts stand that deploy what is elsewhere. */
const usual = [
  '',
  '.github/workflows',
  '.azuredevops',
  '.azure-pipelines',
  '.pipelines',
  'pipelines',
  'azure-pipelines',
  'ci',
  'deploy',
  'scripts',
];

/** In a folder with more of them, none is read: a repository of many things would have to be read for each. */
const mostScripts = 50;

export function isScript(path: string): boolean {
  return script.test(path);
}

/** The scripts that may deploy what stands in a folder: those of the usual places, beside it, and one folder up. */
export function scriptsFor(files: Files, folder: string): readonly string[] {
  const above = folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : '';
  return [...new Set([...usual, above, folder])].flatMap((place) => {
    const paths = files.inFolder(place).filter(isScript);
    return paths.length > mostScripts ? [] : paths;
  });
}

/** One word of a command, without its quotes. */
export interface Token {
  readonly text: string;
  /** Of the text in the file; quotes in the middle of a word make it a little longer. */
  readonly start: number;
  readonly end: number;
}

const word = /(?:"(?:[^"\\]|\\[\s\S])*"|'[^']*'|\$\{\{[^}]*\}\}|\$\([^)]*\)|[^\s"'])+/g;

/** The words of each command that starts with a pattern, to the end of its last continued line. */
export function commandsStarting(file: SourceFile, start: RegExp): readonly (readonly Token[])[] {
  const found: (readonly Token[])[] = [];
  for (const match of file.text.matchAll(new RegExp(start.source, 'g'))) {
    const from = match.index + match[0].length;
    const text = file.text.slice(from, commandEnd(file.text, from));
    found.push([...text.matchAll(word)].map((each) => tokenOf(each[0], from + each.index)).filter(isNoContinuation));
  }
  return found;
}

/** A command goes on behind `\`, a backtick or `^`, and in folded YAML on lines that are options. */
function commandEnd(text: string, from: number): number {
  let end = lineEnd(text, from);
  for (let lines = 0; lines < 100 && end < text.length; lines += 1) {
    const next = text.slice(end + 1, lineEnd(text, end + 1));
    const goesOn = /[\\`^]\s*$/.test(text.slice(from, end)) || /^\s*(?:--\w|-var\b|-p\s|\w+=\S)/.test(next);
    if (!goesOn) break;
    end = lineEnd(text, end + 1);
  }
  return end;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function tokenOf(raw: string, at: number): Token {
  const whole = /^(["'])([\s\S]*)\1$/.exec(raw);
  if (whole && !whole[2]?.includes(whole[1] ?? ''))
    return { text: whole[2] ?? '', start: at + 1, end: at + raw.length - 1 };
  return { text: raw.replace(/(["'])((?:(?!\1)[\s\S])*)\1/g, '$2'), start: at, end: at + raw.length };
}

function isNoContinuation({ text }: Token): boolean {
  return !/^[\\`^|]$/.test(text);
}

/** `name=value` of a word as a value with its place; what the shell or the pipeline fills in is open. */
export function assignmentIn(
  token: Token,
  file: SourceFile,
): { readonly name: string; readonly value: Value } | undefined {
  const [, name, text] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(token.text) ?? [];
  if (name === undefined || text === undefined) return undefined;
  const origin: Origin = { span: { file, start: token.start, end: token.end }, name, from: [] };
  return { name, value: valueIn(text, origin) };
}

export function valueIn(text: string, origin: Origin): Value {
  const variables = [...text.matchAll(/\$\{\{[^}]*\}\}|\$\([^)]*\)|\$\{[^}]*\}|\$\w+(?::\w+)?|%\w+%/g)].map(
    ([one]) => one,
  );
  return variables.length > 0 ? undetermined(text, variables, origin) : scalar(text, origin);
}

/** What several commands give: one value where they agree, else an open choice. */
export function agreed(values: readonly Value[]): Value | undefined {
  const [first] = values;
  if (!first) return undefined;
  const said = new Set(values.map((value) => (value.kind === 'scalar' ? `=${String(value.value)}` : value.kind)));
  if (said.size === 1) return first;
  const scalars = values.filter((value) => value.kind === 'scalar');
  const label = 'the command that deploys it';
  const origin = { span: first.origin.span, from: values.map((value) => value.origin) };
  return undetermined(label, [label], origin, scalars.length === values.length ? scalars : []);
}
