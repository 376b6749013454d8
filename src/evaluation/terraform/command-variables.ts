/** `-var name=value` and `TF_VAR_name` of the workflows and scripts that run Terraform in a folder. */
import { parseHclExpression } from '../../syntax/hcl/parser.js';
import type { Parsed } from '../../syntax/problem.js';
import { SourceFile } from '../../syntax/source.js';
import type { Value } from '../../syntax/value.js';
import { agreed, assignmentIn, commandsStarting, scriptsFor, valueIn } from '../command-arguments.js';
import type { Token } from '../command-arguments.js';
import type { Files } from '../../tree/files.js';
import { evaluate } from './expressions.js';
import { Fault } from './fault.js';
import { baseName, folderOf, joinPath } from './paths.js';
import { parseFile, type Session } from './session.js';

export interface CommandVariables {
  /** On the command line: stronger than any file. */
  readonly given: (name: string) => Value | undefined;
  /** In the environment: weaker than any file. */
  readonly environment: (name: string) => Value | undefined;
}

export function commandVariables(session: Session, folder: string, chosen: readonly string[]): CommandVariables {
  let found: readonly Commands[] | undefined;
  const value = (kind: 'given' | 'environment', name: string): Value | undefined => {
    found ??= commandsFor(session, folder, chosen);
    const said = found.flatMap((commands) => commands[kind].filter((one) => one.name === name));
    return agreed(said.map((one) => structured(one.value, session)));
  };
  return { given: (name) => value('given', name), environment: (name) => value('environment', name) };
}

/** Whether a script gives values to what is deployed from a folder. */
export function givesVariables(files: Files, path: string, folder: string): boolean {
  const commands = scriptsFor(files, folder).includes(path) ? files.parse(path, parseCommands) : undefined;
  return commands !== undefined && saysAnything(commands) && isRunIn(path, commands, folder);
}

/** What one script gives. */
interface Commands {
  readonly given: readonly Assignment[];
  readonly environment: readonly Assignment[];
  /** The folders that it says it runs in. */
  readonly folders: ReadonlySet<string | undefined>;
}

interface Assignment {
  readonly name: string;
  readonly value: Value;
}

function commandsFor(session: Session, folder: string, chosen: readonly string[]): readonly Commands[] {
  return scriptsFor(session.files, folder).flatMap((path) => {
    const commands = parseFile(session, path, parseCommands);
    if (!commands || !saysAnything(commands) || !isRunIn(path, commands, folder)) return [];
    // Of several var files each has a command of its own.
    const text = session.files.read(path)?.text ?? '';
    return chosen.every((file) => text.includes(baseName(file))) ? [commands] : [];
  });
}

function saysAnything({ given, environment }: Commands): boolean {
  return given.length > 0 || environment.length > 0;
}

function parseCommands(file: SourceFile): Parsed<Commands> {
  const { text } = file;
  const none = { given: [], environment: [], folders: new Set<string>() };
  if (!/(?:^|\s)-var[=\s]|TF_VAR_/.test(text)) return { result: none, problems: [] };
  const given = commandsStarting(file, /\b(?:terraform|tofu)\s/).flatMap((command) =>
    variablesOf(command).flatMap((token) => assignmentIn(token, file) ?? []),
  );
  return { result: { given, environment: environmentIn(file), folders: foldersIn(text) }, problems: [] };
}

/** `TF_VAR_name: value`, `export TF_VAR_name=value`. */
function environmentIn(file: SourceFile): Assignment[] {
  const found: Assignment[] = [];
  for (const match of file.text.matchAll(
    /\bTF_VAR_(\w+)[ \t]*[:=][ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|(\$\{\{[^}\n]*\}\}|[^\s"'#;]+))/g,
  )) {
    const [whole, name = '', double, single, bare] = match;
    const text = double ?? single ?? bare ?? '';
    const end = match.index + whole.length - (bare === undefined ? 1 : 0);
    const span = { file, start: end - text.length, end };
    found.push({ name, value: valueIn(text, { span, name: `TF_VAR_${name}`, from: [] }) });
  }
  return found;
}

/** `-var=a=b`, `-var a=b`. */
function variablesOf(command: readonly Token[]): readonly Token[] {
  return command.flatMap((token, index) => {
    if (token.text === '-var' || token.text === '--var') return command[index + 1] ?? [];
    const [option, text] = /^--?var=([\s\S]*)$/.exec(token.text) ?? [];
    return option === undefined || text === undefined ? [] : [{ ...token, text }];
  });
}

function foldersIn(text: string): ReadonlySet<string | undefined> {
  const places = text.matchAll(/(?:-chdir=|working-directory:\s*|workingDirectory:\s*|\bcd\s+)["']?([^\s"';&]+)/g);
  const said = [...places].map(([, at = '']) =>
    at.replace(/^(?:\$\{\{[^}]*\}\}|\$\([^)]*\)|\$\w+)\//, '').replace(/\/$/, ''),
  );
  return new Set(said.map((at) => joinPath('', at)));
}

/** A script that does not say where it runs stands in the folder, or is for the root of the repository. */
function isRunIn(path: string, { folders }: Commands, folder: string): boolean {
  return folders.size > 0 ? folders.has(folder) : folderOf(path) === folder || folder === '';
}

/** Lists and objects are written as expressions; texts stay texts, which the type of the variable converts. */
function structured(value: Value, session: Session): Value {
  if (value.kind !== 'scalar' || typeof value.value !== 'string' || !/^\s*[[{]/.test(value.value)) return value;
  const file = new SourceFile(value.origin.span.file.path, value.value.replaceAll('\\"', '"'));
  const expression = parseHclExpression(file).result;
  if (!expression) return value;
  try {
    return { ...evaluate(expression, { session, module: undefined, file, names: undefined }), origin: value.origin };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return value;
  }
}
