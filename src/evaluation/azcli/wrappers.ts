/** Words around a command that do not change what it is: `sudo`, `retry 3`, `docker run …`, `eval "…"`. */
import type { Word } from '../../syntax/shell/command.js';
import { plainText } from '../../syntax/shell/command.js';
import type { Argument } from './texts.js';
import { textOf } from './texts.js';
import type { Variables } from './variables.js';
import { wordsIn } from './words.js';

const prefixes = new Set([
  ...[
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
  ],
  ...['export', 'local', 'declare', 'readonly', 'typeset', 'override', 'define'],
]);
/** Of these, only an own function or program with such a name is known to run what follows. */
const running =
  /^[@+-]*(?:_?retry\w*|run\w*|exec\w*|try\w*|timeout|nohup|env|nice|eval|docker|podman|bash|sh|Invoke-\w+|iex|xargs|with\w*|pe)$/i;
/** A program by its name, with its first word: what is run inside of another command. */
const inside = /^(?:aks|network|upgrade|install|template|repo|annotate|patch|expose|create)$/;
const program = /^(?:.*\/)?(?:az(?:\.cmd)?|helm(?:3|\.exe)?|kubectl)$/;

export function withoutPrefixes(words: readonly Word[]): readonly Word[] {
  const start = words.findIndex((word) => !isPrefix(word));
  return start < 0 ? [] : words.slice(start);
}

function isPrefix(word: Word): boolean {
  const text = plainText(word);
  if (text === undefined) return false;
  return prefixes.has(text) || /^[@+-]+$/.test(text) || /^\[[\w.[\]]+\]$/.test(text) || /^-[a-zA-Z]$/.test(text);
}

/** The arguments of the command itself, its name first. */
export function unwrapped(words: readonly Word[], variables: Variables): readonly Argument[] {
  const [head] = words;
  const name = head && plainText(head);
  if (name !== undefined && !running.test(name)) return words.flatMap((word) => variables.argumentsOf(word));
  const whole = words.flatMap((word) => (startsProgram(word) ? wordsIn(word) : [unquoted(word, name)]));
  const args = whole.flatMap((word) => variables.argumentsOf(word));
  const at = args.findIndex(
    ({ value }, index) =>
      program.test((textOf(value) ?? '').replace(/^[@+-]+/, '')) && inside.test(textOf(args[index + 1]?.value) ?? ''),
  );
  return at < 0 ? args : args.slice(at);
}

/** `eval "$COMMAND"` */
function unquoted(word: Word, name: string | undefined): Word {
  const [only, another] = word.parts;
  if (name === undefined || only?.kind !== 'hole' || another) return word;
  return { ...word, parts: [{ ...only, quoted: false }] };
}

function startsProgram({ parts: [first] }: Word): boolean {
  return first?.kind === 'text' && /^\s*(?:az|helm|kubectl)\s/.test(first.text);
}
