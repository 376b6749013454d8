/** The commands of `az aks` in scripts that make or change clusters, with their arguments. */
import type { Command, Part, Word } from '../../syntax/shell/command.js';
import { plainText } from '../../syntax/shell/command.js';
import { commandsIn } from '../../syntax/shell/scanner.js';
import type { Span } from '../../syntax/source.js';
import { literal } from '../../syntax/value.js';
import type { Scripts } from './scan.js';
import type { Settings } from './arguments.js';
import { settingsOf } from './arguments.js';
import type { Argument, Assignment } from './variables.js';
import { aksVerbOf } from './verbs.js';
import { printedId } from './network/printed.js';
import { Variables } from './variables.js';

export interface AksCommand extends Settings {
  readonly verb: 'create' | 'update' | 'nodepool add';
  readonly span: Span;
  readonly depth: number;
}

/** Words before a command that do not change what it is. */
const prefixes = new Set([
  'sudo',
  'then',
  'do',
  'else',
  'if',
  'elif',
  'while',
  'until',
  'time',
  '!',
  'exec',
  'call',
  '{',
  'return',
  'command',
]);
const declaring = new Set(['export', 'local', 'declare', 'readonly', 'typeset']);

export function aksCommandsIn(scripts: Scripts): readonly AksCommand[] {
  return foundCommands(scripts, aksVerbOf).map(({ verb: { verb, implied }, args, span, depth }) => {
    const { settings, ...rest } = settingsOf(args);
    const given = implied ? [...settings, ...implied(args, literal(span))] : settings;
    return { verb, settings: given, ...rest, span, depth };
  });
}

/** A command with its arguments, variables filled in. */
export interface FoundCommand<V> {
  readonly verb: V;
  readonly args: readonly Argument[];
  readonly span: Span;
  readonly depth: number;
}

/** Tells a command that is looked for by its first words, and how many of them name it. */
export type VerbOf<V> = (words: readonly Word[]) => { readonly name: V; readonly length: number } | undefined;

export function foundCommands<V>(
  { pieces, variables: initial }: Scripts,
  verbs: VerbOf<V>,
): readonly FoundCommand<V>[] {
  const variables = new Variables(initial, printedId);
  return pieces.flatMap((piece) => commandsIn(piece).flatMap((command) => commandOf(command, variables, verbs)));
}

function commandOf<V>(command: Command, variables: Variables, verbs: VerbOf<V>): readonly FoundCommand<V>[] {
  let words = command.words;
  while (words[0] && isPrefix(words[0])) words = words.slice(1);
  const first = words[0] && plainText(words[0]);
  if ((first === 'for' || first === 'read' || first === 'foreach') && words[1]) {
    for (const word of words.slice(1)) variables.forget(plainText(word) ?? '', word.span);
    return [];
  }
  for (let assigned = assignmentIn(words, command); assigned; assigned = assignmentIn(words, command)) {
    variables.assign(assigned.assignment);
    words = assigned.rest;
  }
  const verb = verbs(words);
  if (!verb) return [];
  const args = words.slice(verb.length).flatMap((word) => variables.argumentsOf(word));
  const start = words[0]?.span.start ?? command.span.start;
  return [{ verb: verb.name, args, span: { ...command.span, start }, depth: command.depth }];
}

function isPrefix(word: Word): boolean {
  const text = plainText(word);
  if (text === undefined) return false;
  return (
    prefixes.has(text) ||
    declaring.has(text) ||
    /^[@+-]+$/.test(text) ||
    /^\[[\w.[\]]+\]$/.test(text) ||
    /^-[a-zA-Z]$/.test(text)
  );
}

interface Assigned {
  readonly assignment: Assignment;
  readonly rest: readonly Word[];
}

/** `NAME=value`, `NAME+=(…)`, `$name = value`, and Make's `NAME ?= value`. */
function assignmentIn(words: readonly Word[], { depth }: Command): Assigned | undefined {
  const [first, second, ...others] = words;
  if (!first) return undefined;
  const [head] = first.parts;
  const isVariable = head?.kind === 'hole' && head.name !== undefined && !head.quoted;
  const name = isVariable ? head.name : plainText(first);
  const operator = second && plainText(second);
  if (name !== undefined && /^\w+$/.test(name) && operator !== undefined && /^([:?+]|::)?=$/.test(operator)) {
    if (isVariable && first.parts.length > 1) return undefined;
    return operation(name, operator, others, depth);
  }
  const [from, text] = isVariable ? [1, first.parts[1]] : [0, head];
  const match = text?.kind === 'text' && !text.quoted ? /^(\w*)([:?+]?=)(.*)$/s.exec(text.text) : null;
  if (!match || (isVariable ? match[1] !== '' : !/^[A-Za-z_]\w*$/.test(match[1] ?? ''))) return undefined;
  const kept: Part[] = [{ kind: 'text', text: match[3] ?? '', quoted: false }, ...first.parts.slice(from + 1)];
  const parts = kept.filter((part) => part.kind === 'hole' || part.text !== '');
  const value: Word = { ...first, parts: parts.length > 0 ? parts : kept };
  const target = isVariable ? (head.name ?? '') : (match[1] ?? '');
  if (isVariable) return operation(target, match[2] ?? '=', [value, ...words.slice(1)], depth);
  const assigned = operation(target, match[2] ?? '=', [value], depth);
  return assigned && { ...assigned, rest: words.slice(1) };
}

/** What is assigned in PowerShell may be a command itself: its words are the rest. */
function operation(name: string, operator: string, words: readonly Word[], depth: number): Assigned | undefined {
  const [value] = words;
  if (!value) return undefined;
  const isCommand = /^(?:az|helm)$/.test(plainText(value) ?? '');
  const output = { kind: 'hole', expression: `$${name}`, quoted: true, command: words } as const;
  const unknown: Word = { parts: [output], span: value.span };
  const common = { name, depth, appends: operator === '+=', ...(operator === '?=' ? { ifUnset: true } : {}) };
  const assignment = value.items
    ? { ...common, words: value.items, isArray: true }
    : { ...common, words: [isCommand ? unknown : quotedWord(value)], isArray: false };
  return { assignment, rest: isCommand ? words : [] };
}

/** A value does not fall apart at spaces when it is assigned. */
function quotedWord(word: Word): Word {
  return { ...word, parts: word.parts.map((part) => ({ ...part, quoted: true })) };
}
