/** Assignments at the start of a command: `NAME=value`, `NAME+=(…)`, `$name = value`, and Make's `NAME ?= value`. */
import type { Dialect, Part, Word } from '../../syntax/shell/command.js';
import { plainText } from '../../syntax/shell/command.js';
import type { Arm } from '../../syntax/shell/blocks.js';
import type { Assignment } from './variables.js';
import { wordsIn } from './words.js';

export interface Assigned {
  readonly assignment: Assignment;
  /** What is run beside it. */
  readonly rest: readonly Word[];
}

interface Place {
  readonly dialect: Dialect;
  readonly scope: readonly Arm[];
}

export function assignmentIn(words: readonly Word[], place: Place): Assigned | undefined {
  const [first, second, ...others] = words;
  if (!first) return undefined;
  const [head] = first.parts;
  const isVariable = head?.kind === 'hole' && head.name !== undefined && !head.quoted;
  const name = isVariable ? head.name : plainText(first);
  const operator = second && plainText(second);
  if (name !== undefined && /^\w+$/.test(name) && operator !== undefined && /^([:?+]|::)?=$/.test(operator)) {
    if (isVariable && first.parts.length > 1) return undefined;
    return operation(name, operator, others, place);
  }
  const [from, text] = isVariable ? [1, first.parts[1]] : [0, head];
  const match = text?.kind === 'text' && !text.quoted ? /^(\w*)([:?+]?=)(.*)$/s.exec(text.text) : null;
  if (!match || (isVariable ? match[1] !== '' : !/^[A-Za-z_]\w*$/.test(match[1] ?? ''))) return undefined;
  const kept: Part[] = [{ kind: 'text', text: match[3] ?? '', quoted: false }, ...first.parts.slice(from + 1)];
  const parts = kept.filter((part) => part.kind === 'hole' || part.text !== '');
  const start = first.span.start + written(first).indexOf('=') + 1;
  const value: Word = {
    ...first,
    parts: parts.length > 0 ? parts : kept,
    span: { ...first.span, start: Math.min(start, first.span.end - 1) },
  };
  const target = isVariable ? (head.name ?? '') : (match[1] ?? '');
  if (isVariable || (place.dialect === 'make' && !lineBefore(first).startsWith('\t'))) {
    return operation(target, match[2] ?? '=', [value, ...words.slice(1)], place);
  }
  const assigned = operation(target, match[2] ?? '=', [value], place);
  return assigned && { ...assigned, rest: words.slice(1) };
}

/** What is assigned in PowerShell may be a command itself: its words are the rest. */
function operation(
  name: string,
  operator: string,
  words: readonly Word[],
  { dialect, scope }: Place,
): Assigned | undefined {
  const [value, ...others] = words;
  if (!value) return undefined;
  const common = { name, scope, appends: operator === '+=', ...(operator === '?=' ? { ifUnset: true } : {}) };
  if (dialect === 'make') return { assignment: { ...common, ...wordsOfMake(words) }, rest: [] };
  const isCommand = others.length > 0 && /^(?:az|helm)$/.test(plainText(value) ?? '');
  const output = { kind: 'hole', expression: `$${name}`, quoted: true, command: words } as const;
  const unknown: Word = { parts: [output], span: value.span };
  if (value.items) return { assignment: { ...common, words: value.items, isArray: true }, rest: [] };
  const longer = continued(name, value) ?? { words: listed(value), appends: common.appends };
  const isArray = longer.words.length > 1;
  const assignment = isCommand
    ? { ...common, words: [unknown], isArray: false }
    : { ...common, ...longer, isArray: isArray || longer.appends !== common.appends };
  return { assignment, rest: isCommand ? words : [] };
}

/** Make keeps the words of a line as they are. */
function wordsOfMake(words: readonly Word[]): Pick<Assignment, 'words' | 'isArray'> {
  const [only, another] = words;
  const isPrinted = only?.parts.some((part) => part.kind === 'hole' && (part.command ?? part.alternatives));
  if (another || isPrinted) return { words, isArray: true };
  return { words: words.map(quotedWord), isArray: false };
}

/** `NAME="$NAME more"` makes a list longer. */
function continued(name: string, value: Word): Pick<Assignment, 'words' | 'appends'> | undefined {
  const [self, next, ...others] = value.parts;
  if (self?.kind !== 'hole' || self.name !== name || next?.kind !== 'text' || !/^\s+\S/.test(next.text))
    return undefined;
  return { words: wordsIn({ ...value, parts: [next, ...others] }), appends: true };
}

/** Arguments in one text stay apart from each other, so that conditions on some of them are not lost. */
function listed(value: Word): readonly Word[] {
  const [first] = value.parts;
  const isList = first?.kind === 'text' && /^\s*(?:-{1,2}[a-z]|az\s)/i.test(first.text);
  const isMixed = value.parts.some((part) => part.kind === 'hole') && value.parts.length > 1;
  return isList && isMixed ? wordsIn(value) : [quotedWord(value)];
}

/** A value does not fall apart at spaces when it is assigned. */
function quotedWord(word: Word): Word {
  return { ...word, parts: word.parts.map((part) => ({ ...part, quoted: true })) };
}

function written({ span: { file, start, end } }: Word): string {
  return file.text.slice(start, end);
}

/** What a line starts with: recipes of Make are indented with a tab. */
function lineBefore({ span: { file, start } }: Word): string {
  return file.text.slice(file.text.lastIndexOf('\n', start - 1) + 1, start);
}
