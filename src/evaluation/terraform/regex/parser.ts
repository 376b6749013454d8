/** Parses regular expressions. */
import { Fault } from '../fault.js';
import { parseBracketClass } from './bracket.js';
import { atWordBorder, endOfLine, endOfText, startOfLine, startOfText } from './assertions.js';
import { ignoringCase, not, perlClass, unicodeClass, type CharacterTest } from './classes.js';
import { readEscape } from './escapes.js';
import type { Assertion, Flags, Pattern, RegexNode } from './syntax.js';

/** RE2's own limits. */
const MAX_REPEAT = 1000;
const MAX_NESTING = 100;

export interface Reader {
  readonly pattern: string;
  readonly groups: (string | undefined)[];
  at: number;
  flags: Flags;
  depth: number;
}

/** @throws Fault for what is no regular expression */
export function parsePattern(pattern: string): Pattern {
  const flags = { ignoreCase: false, multiline: false, dotAll: false, swapGreed: false };
  const reader: Reader = { pattern, groups: [], at: 0, flags, depth: 0 };
  const node = parseChoice(reader);
  if (reader.at < pattern.length) throw new Fault('the pattern has a ")" too many');
  return { node, groups: reader.groups };
}

function parseChoice(reader: Reader): RegexNode {
  const nodes = [parseSequence(reader)];
  while (reader.pattern[reader.at] === '|') {
    reader.at += 1;
    nodes.push(parseSequence(reader));
  }
  return nodes.length === 1 && nodes[0] ? nodes[0] : { kind: 'choice', nodes };
}

function parseSequence(reader: Reader): RegexNode {
  const nodes: RegexNode[] = [];
  for (;;) {
    const character = reader.pattern[reader.at];
    if (character === undefined || character === '|' || character === ')') return { kind: 'sequence', nodes };
    nodes.push(parseRepeats(reader, parseAtom(reader)));
  }
}

function parseRepeats(reader: Reader, atom: RegexNode): RegexNode {
  let node = atom;
  for (;;) {
    const range = readRange(reader);
    if (!range) return node;
    const lazy = reader.pattern[reader.at] === '?';
    if (lazy) reader.at += 1;
    node = { kind: 'repeat', node, least: range[0], most: range[1], greedy: lazy === reader.flags.swapGreed };
  }
}

function readRange(reader: Reader): readonly [number, number] | undefined {
  const rest = reader.pattern.slice(reader.at, reader.at + 16);
  const simple = { '*': [0, Infinity], '+': [1, Infinity], '?': [0, 1] } as const;
  const sign = rest[0];
  if (sign === '*' || sign === '+' || sign === '?') {
    reader.at += 1;
    return simple[sign];
  }
  const counted = /^\{(\d+)(?:(,)(\d*))?\}/.exec(rest);
  if (!counted) return undefined;
  reader.at += counted[0].length;
  const least = Number(counted[1]);
  const most = counted[2] === undefined ? least : counted[3] ? Number(counted[3]) : Infinity;
  if (least > MAX_REPEAT || (most !== Infinity && most > MAX_REPEAT) || most < least) {
    throw new Fault(`the repetition ${counted[0]} is not supported`);
  }
  return [least, most];
}

function parseAtom(reader: Reader): RegexNode {
  const character = String.fromCodePoint(reader.pattern.codePointAt(reader.at) ?? 0);
  switch (character) {
    case '(':
      return parseGroup(reader);
    case '[':
      return set(reader, parseBracketClass(reader));
    case '.': {
      reader.at += 1;
      const { dotAll } = reader.flags;
      return { kind: 'set', test: (code) => dotAll || code !== 0x0a };
    }
    case '^':
      reader.at += 1;
      return { kind: 'assert', test: reader.flags.multiline ? startOfLine : startOfText };
    case '$':
      reader.at += 1;
      return { kind: 'assert', test: reader.flags.multiline ? endOfLine : endOfText };
    case '\\':
      return parseEscape(reader);
    case '*':
    case '+':
    case '?':
      throw new Fault(`nothing to repeat in front of "${character}"`);
    default:
      reader.at += character.length;
      return characterNode(reader, character.codePointAt(0) ?? 0);
  }
}

function parseEscape(reader: Reader): RegexNode {
  const letter = reader.pattern[reader.at + 1] ?? '';
  const assertion = assertionOf(letter);
  if (assertion) {
    reader.at += 2;
    return { kind: 'assert', test: assertion };
  }
  const test = perlClass(letter);
  if (test) {
    reader.at += 2;
    return { kind: 'set', test };
  }
  if (letter === 'p' || letter === 'P') return set(reader, readUnicodeClass(reader));
  if (letter === 'Q') return parseQuoted(reader);
  return characterNode(reader, readEscape(reader));
}

function assertionOf(letter: string): Assertion | undefined {
  switch (letter) {
    case 'A':
      return startOfText;
    case 'z':
      return endOfText;
    case 'b':
      return atWordBorder;
    case 'B':
      return (text, at) => !atWordBorder(text, at);
    default:
      return undefined;
  }
}

/** `\pL`, `\p{Greek}`, `\P{…}` and `\p{^…}` */
export function readUnicodeClass(reader: Reader): CharacterTest {
  const found = /^\\([pP])(?:\{(\^?)([^}]*)\}|(.))/.exec(reader.pattern.slice(reader.at, reader.at + 64));
  if (!found) throw new Fault('the class of characters is not complete');
  reader.at += found[0].length;
  const test = unicodeClass(found[3] ?? found[4] ?? '');
  return (found[1] === 'P') !== (found[2] === '^') ? not(test) : test;
}

function parseQuoted(reader: Reader): RegexNode {
  const start = reader.at + 2;
  const end = reader.pattern.indexOf('\\E', start);
  const text = reader.pattern.slice(start, end < 0 ? undefined : end);
  reader.at = end < 0 ? reader.pattern.length : end + 2;
  return {
    kind: 'sequence',
    nodes: Array.from(text).map((character) => characterNode(reader, character.codePointAt(0) ?? 0)),
  };
}

function parseGroup(reader: Reader): RegexNode {
  if (reader.depth >= MAX_NESTING) throw new Fault('the pattern is nested too deeply');
  const outer = reader.flags;
  const head = /^\((?:\?(?:P?<(\w+)>|([imsU]*)(?:-([imsU]+))?([:)])))?/.exec(
    reader.pattern.slice(reader.at, reader.at + 80),
  );
  if (!head || (head[0] === '(' && reader.pattern[reader.at + 1] === '?'))
    throw new Fault('the group is not supported');
  reader.at += head[0].length;
  const [, name, on, off, end] = head;
  if (end !== undefined) reader.flags = withFlags(outer, on ?? '', off ?? '');
  if (end === ')') return { kind: 'empty' };
  const index = end === undefined ? reader.groups.push(name) : 0;
  reader.depth += 1;
  const node = parseChoice(reader);
  reader.depth -= 1;
  if (reader.pattern[reader.at] !== ')') throw new Fault('the pattern has a "(" that is not closed');
  reader.at += 1;
  reader.flags = outer;
  return index === 0 ? node : { kind: 'group', index, node };
}

function withFlags(flags: Flags, on: string, off: string): Flags {
  const value = (letter: string, before: boolean): boolean =>
    on.includes(letter) ? true : off.includes(letter) ? false : before;
  return {
    ignoreCase: value('i', flags.ignoreCase),
    multiline: value('m', flags.multiline),
    dotAll: value('s', flags.dotAll),
    swapGreed: value('U', flags.swapGreed),
  };
}

function characterNode(reader: Reader, wanted: number): RegexNode {
  return set(reader, (code) => code === wanted);
}

function set(reader: Reader, test: CharacterTest): RegexNode {
  return { kind: 'set', test: reader.flags.ignoreCase ? ignoringCase(test) : test };
}
