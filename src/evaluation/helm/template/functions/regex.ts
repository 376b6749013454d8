/** Regular expressions, by an automaton that takes time in proportion to the text. */
import { Fault } from '../../../terraform/fault.js';
import type { Match, Regex } from '../../../terraform/regex/match.js';
import { compileRegex } from '../../../terraform/regex/match.js';
import type { Data, Text } from '../data/data.js';
import { bool, sequence } from '../data/data.js';
import { EMPTY, concat, slice, text } from '../data/text.js';
import { TemplateFault, fault } from '../execute/fault.js';
import { intAt, stringAt, textAt } from './arguments.js';
import type { Call, Fn, Functions } from './function.js';
import { strict } from './function.js';

export const REGEX: Functions = {
  // This one answers no to a pattern that can't be read; the others fail.
  regexMatch: strict((args, call) => {
    const [pattern, whole] = [stringAt(args, 0), stringAt(args, 1)];
    return bool(isReadable(pattern, call) && matches(pattern, whole, 1, call).length > 0);
  }),
  mustRegexMatch: strict((args, call) => bool(matches(stringAt(args, 0), stringAt(args, 1), 1, call).length > 0)),
  ...both('Find', (args, call) => {
    const [first] = matches(stringAt(args, 0), stringAt(args, 1), 1, call);
    return first ? slice(textAt(args, 1), first[0] ?? 0, first[1] ?? 0) : EMPTY;
  }),
  ...both('FindAll', (args, call) => {
    const found = matches(stringAt(args, 0), stringAt(args, 1), limitOf(intAt(args, 2)), call);
    return sequence(found.map((match) => slice(textAt(args, 1), match[0] ?? 0, match[1] ?? 0)));
  }),
  ...both('ReplaceAll', (args, call) => {
    const regex = compiled(stringAt(args, 0), call);
    return replaced(args, call, (match) => expanded(textAt(args, 2), textAt(args, 1), match, regex));
  }),
  ...both('ReplaceAllLiteral', (args, call) => replaced(args, call, () => textAt(args, 2))),
  ...both('Split', (args, call) => {
    const whole = textAt(args, 1);
    const limit = intAt(args, 2);
    if (limit === 0) return sequence([]);
    const parts: Text[] = [];
    let at = 0;
    for (const match of matches(stringAt(args, 0), whole.value, Infinity, call)) {
      if (limit > 0 && parts.length === limit - 1) break;
      const [start = 0, end = 0] = match;
      if (end === 0 || (start === end && start === whole.value.length)) continue;
      parts.push(slice(whole, at, start));
      at = end;
    }
    return sequence([...parts, slice(whole, at)]);
  }),
};

function both(name: string, run: Fn['run']): Functions {
  return { [`regex${name}`]: strict(run), [`mustRegex${name}`]: strict(run) };
}

function limitOf(count: number): number {
  return count < 0 ? Infinity : count;
}

function compiled(pattern: string, { work }: Call): Regex {
  return guarded(() =>
    compileRegex(pattern, () => {
      work(1);
    }),
  );
}

function matches(pattern: string, whole: string, limit: number, call: Call): readonly Match[] {
  const regex = compiled(pattern, call);
  return guarded(() => {
    const found: Match[] = [];
    let at = 0;
    while (at <= whole.length && found.length < limit) {
      call.work(1);
      const match = regex.find(whole, at);
      if (!match) break;
      const [start = 0, end = 0] = match;
      // An empty match right behind another one does not count.
      if (end > start || start !== found.at(-1)?.[1]) found.push(match);
      at = end > at ? end : end + 1;
    }
    return found;
  });
}

function replaced(args: readonly Data[], call: Call, replacement: (match: Match) => Text): Text {
  const whole = textAt(args, 1);
  const parts: Text[] = [];
  let at = 0;
  for (const match of matches(stringAt(args, 0), whole.value, Infinity, call)) {
    const [start = 0, end = 0] = match;
    parts.push(slice(whole, at, start), replacement(match));
    at = end;
  }
  return concat([...parts, slice(whole, at)]);
}

/** `$1`, `${1}`, `${name}` and `$$`. */
function expanded(template: Text, whole: Text, match: Match, { groups }: Regex): Text {
  const parts: Text[] = [];
  let at = 0;
  for (const found of template.value.matchAll(/\$(?:\$|\{(\w+)\}|(\w+))/g)) {
    parts.push(slice(template, at, found.index));
    at = found.index + found[0].length;
    const name = found[1] ?? found[2];
    if (name === undefined) {
      parts.push(text('$'));
      continue;
    }
    const group = /^\d+$/.test(name) ? Number(name) : groups.indexOf(name) + 1;
    const [start, end] = [match[2 * group], match[2 * group + 1]];
    const isGroup = start !== undefined && end !== undefined && (group > 0 || /^\d+$/.test(name));
    parts.push(isGroup ? slice(whole, start, end) : EMPTY);
  }
  return concat([...parts, slice(template, at)]);
}

function isReadable(pattern: string, call: Call): boolean {
  try {
    compiled(pattern, call);
    return true;
  } catch (error) {
    if (error instanceof TemplateFault) return false;
    throw error;
  }
}

function guarded<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof Fault) return fault(error.message);
    throw error;
  }
}
