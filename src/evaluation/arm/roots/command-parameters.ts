/** `az deployment … --parameters name=value` and `New-Az…Deployment -name value` in workflows and scripts, for what they deploy. */
import { parseJson } from '../../../syntax/json/parser.js';
import type { Parsed } from '../../../syntax/problem.js';
import { SourceFile } from '../../../syntax/source.js';
import { scalar, type Value } from '../../../syntax/value.js';
import type { Files } from '../../../tree/files.js';
import { agreed, assignmentIn, commandsStarting, scriptsFor } from '../../command-arguments.js';
import type { Token } from '../../command-arguments.js';
import type { Root } from '../../resource.js';
import { folderOf } from '../paths.js';
import type { Session } from '../session.js';
import type { Given } from '../template/parameter-file.js';

const deploying = /\baz(?:\.cmd)?\s+(?:deployment|stack)\s+(?:group|sub|mg|tenant)\s+(?:create|what-if|validate)\b/;

/** The values that commands give to a root beside its files; stronger than those of files, as they come last. */
export function givenByCommands(root: Root, files: Files, session: Session): Given {
  let found: Map<string, Value[]> | undefined;
  return (name) => {
    found ??= parametersOf(root, files, session);
    return agreed(found.get(name.toLowerCase()) ?? []);
  };
}

/** Whether a script gives values to what is deployed from a template. */
export function givesParameters(root: Root, files: Files, script: string): boolean {
  if (!scriptsFor(files, folderOf(root.path)).includes(script)) return false;
  return commandsFor(root, files.parse(script, parseCommands) ?? []).length > 0;
}

function parametersOf(root: Root, files: Files, session: Session): Map<string, Value[]> {
  const found = new Map<string, Value[]>();
  for (const path of scriptsFor(files, folderOf(root.path))) {
    for (const { values } of commandsFor(root, session.parse(path, parseCommands) ?? [])) {
      for (const { name, value } of values) found.set(name, [...(found.get(name) ?? []), value]);
    }
  }
  return found;
}

/** One deployment on the command line. */
interface Command {
  readonly template: string;
  /** What is given with `--parameters`: files among it. */
  readonly given: readonly string[];
  /** By name in lower case. */
  readonly values: readonly { readonly name: string; readonly value: Value }[];
}

function parseCommands(file: SourceFile): Parsed<readonly Command[]> {
  if (!deploying.test(file.text)) return { result: [], problems: [] };
  const commands = commandsStarting(file, deploying).flatMap((tokens) => {
    const at = tokens.findIndex(({ text }) => text === '--template-file' || text === '-f');
    const inline = tokens
      .find(({ text }) => text.startsWith('--template-file='))
      ?.text.slice('--template-file='.length);
    const template = inline ?? (at < 0 ? undefined : tokens[at + 1]?.text);
    if (template === undefined) return [];
    const given = valuesOf(tokens);
    const values = given.flatMap((token) => {
      const assigned = assignmentIn(token, file);
      return assigned ? [{ name: assigned.name.toLowerCase(), value: typed(assigned.value) }] : [];
    });
    return [{ template, given: given.map(({ text }) => text.replace(/^@/, '')), values }];
  });
  return { result: commands, problems: [] };
}

/** Those that deploy a template with its parameter files, and give it more. */
function commandsFor({ path, parameters }: Root, commands: readonly Command[]): readonly Command[] {
  return commands.filter(
    ({ template, given, values }) =>
      values.length > 0 && isPath(template, path) && parameters.every((file) => given.some((one) => isPath(one, file))),
  );
}

function valuesOf(tokens: readonly Token[]): readonly Token[] {
  const found: Token[] = [];
  let isInside = false;
  for (const token of tokens) {
    const inline = /^--parameters=([\s\S]*)$/.exec(token.text)?.[1];
    if (inline !== undefined) found.push({ ...token, text: inline });
    if (token.text.startsWith('-')) isInside = token.text === '--parameters' || token.text === '-p';
    else if (isInside) found.push(token);
  }
  return found;
}

/** The end of a path, whatever stands before it. */
function isPath(written: string, path: string): boolean {
  const plain = written
    .replaceAll('\\', '/')
    .replace(/^(?:\.{1,2}\/|\$\{\{[^}]*\}\}\/|\$\{?\w+\}?\/|\$\([^)]*\)\/)+/, '');
  return plain !== '' && (path === plain || path.endsWith(`/${plain}`));
}

/** The command line converts by the type of the parameter: what reads as a switch, a list or an object is one. */
function typed(value: Value): Value {
  if (value.kind !== 'scalar' || typeof value.value !== 'string') return value;
  const { value: text, origin } = value;
  if (/^(?:true|false)$/i.test(text)) return scalar(text.toLowerCase() === 'true', origin);
  if (!/^\s*[[{]/.test(text)) return value;
  const { result } = parseJson(new SourceFile(origin.span.file.path, text.replaceAll('\\"', '"')));
  return result ? { ...result, origin } : value;
}
