/** `[a-z\d[:punct:]]` */
import { Fault } from '../fault.js';
import { not, perlClass, posixClass, type CharacterTest } from './classes.js';
import { readEscape } from './escapes.js';
import { readUnicodeClass, type Reader } from './parser.js';

/** Reads a class in brackets at the reader's place. */
export function parseBracketClass(reader: Reader): CharacterTest {
  reader.at += 1;
  const negated = reader.pattern[reader.at] === '^';
  if (negated) reader.at += 1;
  const tests: CharacterTest[] = [];
  // A bracket that closes at once is a character.
  for (let first = true; first || reader.pattern[reader.at] !== ']'; first = false) tests.push(readItem(reader));
  reader.at += 1;
  const any: CharacterTest = (code) => tests.some((test) => test(code));
  return negated ? not(any) : any;
}

function readItem(reader: Reader): CharacterTest {
  const rest = reader.pattern.slice(reader.at, reader.at + 16);
  if (rest === '') throw new Fault('the pattern has a "[" that is not closed');
  const posix = /^\[:(\^?)([a-z]+):\]/.exec(rest);
  if (posix) {
    reader.at += posix[0].length;
    const test = posixClass(posix[2] ?? '');
    return posix[1] === '^' ? not(test) : test;
  }
  const perl = rest.startsWith('\\') ? perlClass(rest[1] ?? '') : undefined;
  if (perl) {
    reader.at += 2;
    return perl;
  }
  if (/^\\[pP]/.test(rest)) return readUnicodeClass(reader);
  const from = readCharacter(reader);
  if (reader.pattern[reader.at] !== '-' || (reader.pattern[reader.at + 1] ?? ']') === ']')
    return (code) => code === from;
  reader.at += 1;
  const to = readCharacter(reader);
  if (to < from) throw new Fault('a range of characters is the wrong way round');
  return (code) => code >= from && code <= to;
}

function readCharacter(reader: Reader): number {
  const code = reader.pattern.codePointAt(reader.at);
  if (code === undefined) throw new Fault('the pattern has a "[" that is not closed');
  if (code === 0x5c) return readEscape(reader);
  reader.at += code > 0xffff ? 2 : 1;
  return code;
}
