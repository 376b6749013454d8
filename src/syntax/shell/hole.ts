/** What starts with a dollar sign: variables, expressions of pipelines, substitutions. */
import type { Dialect, Part } from './command.js';

type Hole = Extract<Part, { kind: 'hole' }>;

export interface Found {
  readonly hole: Hole;
  readonly end: number;
  /** The commands of a substitution. */
  readonly inside?: { readonly start: number; readonly end: number };
  /** What a condition of Make or of an expression of a workflow chooses from. */
  readonly choices?: readonly { readonly start: number; readonly end: number }[];
}

/** Longer names and expressions are none. */
const window = 4000;
const patterns = {
  expression: /^\$\{\{\s*([^}]{0,500})\}\}/,
  braced: /^\$\{(#?!?[A-Za-z_]\w*(?::[A-Za-z_]\w*)?|\d+)(\[[@*]\])?(?:(:?[-=])((?:[^{}]|\$\{[^{}]*\})*)|[^{}]*)\}/,
  /** Of zsh: `${(z)NAME}` and `${=NAME}` fall apart at spaces. */
  words: /^\$\{(?:\([A-Za-z@]+\)|=)(\w+)\}/,
  /** `${NAME:+text}`: the text where the variable is set. */
  ifSet: /^\$\{\w+:?\+([^{}"'$]*)\}/,
  environment: /^\$\{?env:(\w+)\}?/i,
  member: /^\$(\w+)((?:\.\w+|\[[^\]\n]*\])+)/,
  make: /^\$[({](\w[\w.-]*)[)}]/,
  name: /^\$([A-Za-z_]\w*)/,
  special: /^\$([0-9@*#?$!-])/,
};

/** @param at where the dollar sign stands; undefined where it is only a character */
export function holeAt(text: string, at: number, end: number, dialect: Dialect, quoted: boolean): Found | undefined {
  const rest = text.slice(at, Math.min(end, at + window));
  const make = (length: number, more: Partial<Hole> = {}): Found => ({
    hole: { kind: 'hole', expression: rest.slice(0, length), quoted, ...more },
    end: at + length,
  });
  const expression = patterns.expression.exec(rest);
  if (expression) {
    const written = (expression[1] ?? '').trim();
    const name = /^(?:env|variables)\.(\w+)$|^(?:github\.event\.)?((?:inputs|parameters|matrix)\.[\w.-]+)$/.exec(
      written,
    );
    const choices = /&&\s*'([^']*)'\s*\|\|\s*'([^']*)'\s*\}\}$/d.exec(expression[0])?.indices?.slice(1, 3);
    const found = make(expression[0].length, name ? { name: name[1] ?? name[2] ?? '' } : {});
    return choices
      ? { ...found, choices: choices.map((range) => ({ start: at + (range?.[0] ?? 0), end: at + (range?.[1] ?? 0) })) }
      : found;
  }
  const variable = patterns.make.exec(rest);
  if (variable && (dialect === 'make' || rest[1] === '(')) return make(variable[0].length, { name: variable[1] ?? '' });
  if (dialect === 'make' && rest.startsWith('$(if ')) return conditionOfMake(text, at, end, quoted);
  if (dialect === 'make' && rest.startsWith('$$')) return shifted(text, at, end, quoted);
  const environment = patterns.environment.exec(rest);
  if (environment) return make(environment[0].length, { name: environment[1] ?? '' });
  if (rest.startsWith('$(')) return substitution(text, at, end, quoted);
  const words = patterns.words.exec(rest);
  if (words) return make(words[0].length, { name: words[1] ?? '', quoted: false });
  const ifSet = patterns.ifSet.exec(rest);
  if (ifSet) {
    const to = at + ifSet[0].length - 1;
    const from = to - (ifSet[1] ?? '').length;
    return {
      ...make(ifSet[0].length, { quoted: false }),
      choices: [
        { start: from, end: to },
        { start: to, end: to },
      ],
    };
  }
  const braced = patterns.braced.exec(rest);
  if (braced) return make(braced[0].length, bracedHole(braced));
  const member = dialect === 'powershell' && !quoted ? patterns.member.exec(rest) : null;
  if (member) return make(member[0].length);
  const name = patterns.name.exec(rest);
  if (name) return make(name[0].length, { name: name[1] ?? '' });
  const special = patterns.special.exec(rest);
  if (!special) return undefined;
  const [whole, character = ''] = special;
  if (character === '@') return make(whole.length, { spread: true, ...(dialect === 'shell' ? { name: '@' } : {}) });
  return make(whole.length, /\d/.test(character) && dialect === 'shell' ? { name: character } : {});
}

/** `${NAME}`, `${NAME[@]}`, `${NAME:-text}`; all other expansions compute something. */
function bracedHole([whole, name = '', index, operator, fallback]: readonly (string | undefined)[]): Partial<Hole> {
  const simple = /^(?:[A-Za-z_]\w*|\d+)$/.test(name);
  const end = `${name}${index ?? ''}}`;
  if (!simple || (operator === undefined && !(whole ?? '').endsWith(`{${end}`))) return {};
  return {
    name,
    ...(index === undefined ? {} : { spread: true }),
    ...(operator === undefined || fallback === undefined ? {} : { fallback }),
  };
}

/** Make hands `$$NAME` to the shell as `$NAME`. */
function shifted(text: string, at: number, end: number, quoted: boolean): Found | undefined {
  const found = holeAt(text, at + 1, end, 'shell', quoted);
  return found && { ...found, hole: { ...found.hole, expression: `$${found.hole.expression}` } };
}

/** `$(if condition,then,else)`: both texts, the second of them empty where it is left out. */
function conditionOfMake(text: string, at: number, end: number, quoted: boolean): Found {
  const { hole, end: stop, inside } = substitution(text, at, end, quoted);
  const close = inside?.end ?? stop;
  const commas: number[] = [];
  let depth = 0;
  for (let index = at + 2; index < close; index++) {
    if (text[index] === '(') depth++;
    else if (text[index] === ')') depth--;
    else if (text[index] === ',' && depth === 0 && commas.length < 2) commas.push(index);
  }
  const [first = close, second = close] = commas;
  const choices = [
    { start: Math.min(first + 1, close), end: second },
    { start: Math.min(second + 1, close), end: close },
  ];
  return { hole, end: stop, choices };
}

function substitution(text: string, at: number, end: number, quoted: boolean): Found {
  let depth = 0;
  let quote = '';
  let close = end;
  for (let index = at + 1; index < end; index++) {
    const char = text[index] ?? '';
    if (char === '\\') index++;
    else if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '(') depth++;
    else if (char === ')' && --depth === 0) {
      close = index;
      break;
    }
  }
  const stop = Math.min(end, close + 1);
  return {
    hole: { kind: 'hole', expression: text.slice(at, Math.min(stop, at + 200)), quoted },
    end: stop,
    inside: { start: at + 2, end: close },
  };
}
