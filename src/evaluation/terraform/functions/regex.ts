import { list, scalar, type Value } from '../../../syntax/value.js';
import { Fault } from '../fault.js';
import { valueOf } from '../plain.js';
import { compileRegex, type Match, type Regex } from '../regex/match.js';
import { boundLength, boundText, spend } from '../session.js';
import { computed } from '../values.js';
import type { Plain } from '../../../syntax/edit.js';
import { structural, textIn, type Call, type Functions } from './definition.js';

export const regexFunctions: Functions = {
  regex: structural(([pattern, text], call) => {
    const regex = compileRegex(textIn(pattern), working(call));
    const match = regex.find(textIn(text), 0);
    if (!match) throw new Fault('the pattern does not match');
    return valueOf(resultOf(regex, textIn(text), match), computed(call.span, call.args));
  }),
  regexall: structural(([pattern, text], call): Value => {
    const regex = compileRegex(textIn(pattern), working(call));
    const origin = computed(call.span, call.args);
    const matches = allMatches(regex, textIn(text), call);
    return list(
      matches.map((match) => valueOf(resultOf(regex, textIn(text), match), origin)),
      origin,
    );
  }),
  replace: structural((args, call) => {
    const [text, search, replacement] = args.map(textIn);
    if (text === undefined || search === undefined || replacement === undefined)
      throw new Fault('replace takes 3 arguments');
    const isPattern = search.length > 1 && search.startsWith('/') && search.endsWith('/');
    const result = isPattern
      ? replaceAll(search.slice(1, -1), text, replacement, call)
      : replaceText(text, search, replacement);
    return scalar(boundText(result), computed(call.span, call.args));
  }),
};

function working(call: Call): () => void {
  return () => spend(call.scope.session, call.span);
}

function replaceText(text: string, search: string, replacement: string): string {
  const times = text.split(search).length;
  boundLength(text.length + times * replacement.length);
  return text.replaceAll(search, () => replacement);
}

/** The whole match when there are no groups, else those: by name when they have names. */
function resultOf({ groups }: Regex, text: string, match: Match): Plain {
  const part = (index: number): string | null => {
    const start = match[2 * index];
    const end = match[2 * index + 1];
    return start === undefined || end === undefined ? null : text.slice(start, end);
  };
  if (groups.length === 0) return part(0);
  if (groups.every((name) => name === undefined)) return groups.map((_, index) => part(index + 1));
  if (groups.includes(undefined)) throw new Fault('groups with and without names can not be mixed');
  return Object.fromEntries(groups.map((name, index) => [name ?? '', part(index + 1)]));
}

function allMatches(regex: Regex, text: string, call: Call): Match[] {
  const matches: Match[] = [];
  let from = 0;
  let lastEnd = -1;
  while (from <= text.length) {
    spend(call.scope.session, call.span);
    const match = regex.find(text, from);
    const start = match?.[0];
    const end = match?.[1];
    if (!match || start === undefined || end === undefined) break;
    // An empty match right behind another one does not count.
    if (end > start || start !== lastEnd) matches.push(match);
    lastEnd = end;
    from = end > start ? end : end + 1;
  }
  return matches;
}

function replaceAll(pattern: string, text: string, replacement: string, call: Call): string {
  const regex = compileRegex(pattern, working(call));
  let result = '';
  let last = 0;
  for (const match of allMatches(regex, text, call)) {
    result += text.slice(last, match[0]) + expand(regex, text, match, replacement);
    boundText(result);
    last = match[1] ?? last;
  }
  return result + text.slice(last);
}

/** `$1`, `${1}`, `$name`, `${name}` and `$$`, as Go expands them: the longest name counts. */
function expand({ groups }: Regex, text: string, match: Match, replacement: string): string {
  return replacement.replace(/\$(?:\$|\{(\w+)\}|(\w+))/g, (_, braced?: string, bare?: string) => {
    const name = braced ?? bare;
    if (name === undefined) return '$';
    const index = /^\d+$/.test(name) ? Number(name) : groups.indexOf(name) + 1;
    if (index === 0 && !/^0+$/.test(name)) return '';
    return text.slice(match[2 * index] ?? 0, match[2 * index + 1] ?? 0);
  });
}
