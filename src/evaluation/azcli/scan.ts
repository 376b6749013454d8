/** Which files can hold commands of the Azure CLI for AKS, and where in them scripts stand. */
import type { Dialect } from '../../syntax/shell/command.js';
import type { Piece } from '../../syntax/shell/scanner.js';
import type { SourceFile } from '../../syntax/source.js';
import type { Entry, Mapping, Value } from '../../syntax/value.js';
import { entry } from '../../syntax/value.js';
import { choicesIn, defaultsIn, variablesIn } from './given.js';
import { parseYaml } from '../../syntax/yaml/parser.js';
import type { Files } from '../../tree/files.js';

const scripts: readonly { readonly names: RegExp; readonly dialect: Dialect }[] = [
  { names: /\.(sh|bash|zsh|azcli)$/i, dialect: 'shell' },
  { names: /\.ps1$/i, dialect: 'powershell' },
  { names: /(^|\/)(GNU)?[Mm]akefile$|\.(mk|mak)$/, dialect: 'make' },
];
const yaml = /\.ya?ml$/i;
/** Keys of workflows and pipelines that hold scripts. */
const scriptKeys = new Set(['run', 'script', 'inlineScript', 'bash', 'pwsh', 'powershell']);
/** `az aks`, also where a variable holds the program. */
const command = /(?:\baz(?:\.cmd)?|\$[({]?\w{1,40}[)}]?)["']?[\s`\\]+aks\b/;

export function canHoldCommands(path: string): boolean {
  return yaml.test(path) || scripts.some(({ names }) => names.test(path));
}

/** The plain search comes first: most files fail it. */
export function mentionsAks(text: string): boolean {
  return text.includes('aks') && command.test(text);
}

const network = /\baz(?:\.cmd)?["']?[\s`\\]+network\b/;

/** Steps that make the network of a cluster may be others than the one that makes the cluster. */
export function mentionsAksOrNetwork(text: string): boolean {
  return mentionsAks(text) || (text.includes('network') && network.test(text));
}

export interface Scripts {
  readonly pieces: readonly Piece[];
  /** Variables that a workflow or pipeline gives to its scripts, each with what it can be. */
  readonly variables: ReadonlyMap<string, readonly Value[]>;
}

/** @param mentions whether a text holds commands that are looked for */
export function scriptsIn(file: SourceFile, files: Files, mentions: (text: string) => boolean = mentionsAks): Scripts {
  const dialect = scripts.find(({ names }) => names.test(file.path))?.dialect;
  const whole = { file, start: 0, end: file.text.length };
  if (dialect) return { pieces: [{ ...whole, dialect }], variables: new Map() };
  const pieces: Piece[] = [];
  const variables = new Map<string, readonly Value[]>();
  const ambiguous = new Set<string>();
  const define = (name: string, value: Value): void => {
    if (value.kind !== 'scalar' || variables.has(name)) ambiguous.add(name);
    variables.set(name, [value]);
  };
  for (const map of mappingsIn(files.parse(file.path, parseYaml) ?? [])) {
    for (const each of map.entries.values()) {
      if (scriptKeys.has(each.key)) pieces.push(...piecesOf(each, map, file, mentions));
      if (each.key === 'env' || each.key === 'variables') variablesIn(each.value, define);
      if (each.key === 'inputs' || each.key === 'parameters') defaultsIn(each.key, each.value, define);
      if (each.key === 'matrix') for (const [name, value] of choicesIn(each.value)) variables.set(name, value);
    }
  }
  for (const name of ambiguous) variables.delete(name);
  return { pieces: pieces.sort((a, b) => a.start - b.start), variables };
}

function mappingsIn(values: readonly Value[]): readonly Mapping[] {
  const found: Mapping[] = [];
  const seen = new Set<Value>();
  const pending = [...values];
  for (let at = pending.pop(); at; at = pending.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    if (at.kind === 'list') for (const item of at.items) pending.push(item);
    if (at.kind !== 'map') continue;
    found.push(at);
    for (const each of at.entries.values()) pending.push(each.value);
  }
  return found;
}

function piecesOf(
  { key, value }: Entry,
  parent: Mapping,
  file: SourceFile,
  mentions: (text: string) => boolean,
): readonly Piece[] {
  const values = value.kind === 'list' ? value.items : [value];
  return values.flatMap((each) => {
    if (each.kind !== 'scalar' || typeof each.value !== 'string' || !mentions(each.value)) return [];
    const { start, end } = each.origin.span;
    if (each.origin.span.file !== file || each.origin.from.length > 0) return [];
    const written = file.text.slice(start, end);
    const dialect = isPowerShell(key, parent) ? 'powershell' : 'shell';
    const header = /^[|>][^\n]*\n/.exec(written)?.[0];
    const quoted = /^["']/.test(written) ? 1 : 0;
    return [
      {
        file,
        start: start + (header?.length ?? quoted),
        end: end - (header === undefined ? quoted : 0),
        dialect,
        folded: !header?.startsWith('|'),
      } as const,
    ];
  });
}

function isPowerShell(key: string, parent: Mapping): boolean {
  if (key === 'pwsh' || key === 'powershell') return true;
  return ['shell', 'scriptType'].some((each) => {
    const value = entry(parent, each)?.value;
    return value?.kind === 'scalar' && /^(pwsh|powershell|ps|pscore)$/i.test(String(value.value));
  });
}
