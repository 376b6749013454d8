/** What starts with a dollar sign: variables, expressions of pipelines, substitutions. */
import type { Dialect, Part } from './command.js';

type Hole = Extract<Part, { kind: 'hole' }>;

export interface Found {
  readonly hole: Hole;
  readonly end: number;
  /** The commands of a substitution. */
  readonly inside?: { readonly start: number; readonly end: number };
}

/** Longer names and expressions are none. */
const window = 4000;
const patterns = {
  expression: /^\$\{\{\s*([^}]{0,500})\}\}/,
  braced: /^\$\{(#?!?[A-Za-z_][\w:]*)(\[[@*]\])?(?:(:?[-=])((?:[^{}]|\$\{[^{}]*\})*)|[^{}]*)\}/,
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
    const name = /^(?:env|variables)\.(\w+)\s*$/.exec(expression[1] ?? '')?.[1];
    return make(expression[0].length, name === undefined ? {} : { name });
  }
  const variable = patterns.make.exec(rest);
  if (variable && (dialect === 'make' || rest[1] === '(')) return make(variable[0].length, { name: variable[1] ?? '' });
  if (dialect === 'make' && rest.startsWith('$$')) return shifted(text, at, end, quoted);
  const environment = patterns.environment.exec(rest);
  if (environment) return make(environment[0].length, { name: environment[1] ?? '' });
  if (rest.startsWith('$(')) return substitution(text, at, end, quoted);
  const braced = patterns.braced.exec(rest);
  if (braced) return make(braced[0].length, bracedHole(braced));
  const member = dialect === 'powershell' && !quoted ? patterns.member.exec(rest) : null;
  if (member) return make(member[0].length);
  const name = patterns.name.exec(rest);
  if (name) return make(name[0].length, { name: name[1] ?? '' });
  const special = patterns.special.exec(rest);
  return special ? make(special[0].length, special[1] === '@' ? { spread: true } : {}) : undefined;
}

/** `${NAME}`, `${NAME[@]}`, `${NAME:-text}`; all other expansions compute something. */
function bracedHole([whole, name = '', index, operator, fallback]: readonly (string | undefined)[]): Partial<Hole> {
  const simple = /^[A-Za-z_]\w*$/.test(name);
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
