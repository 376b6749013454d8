/** Sets of characters. */
import { Fault } from '../fault.js';

export type CharacterTest = (codePoint: number) => boolean;

const isWord: CharacterTest = (code) => isAlphanumeric(code) || code === 0x5f;
const isDigit: CharacterTest = (code) => code >= 0x30 && code <= 0x39;
const isSpace: CharacterTest = (code) =>
  code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0c || code === 0x0d;

/** `\d`, `\W` …; `undefined` for letters that stand for no class. */
export function perlClass(letter: string): CharacterTest | undefined {
  switch (letter) {
    case 'd':
      return isDigit;
    case 'D':
      return not(isDigit);
    case 'w':
      return isWord;
    case 'W':
      return not(isWord);
    case 's':
      return isSpace;
    case 'S':
      return not(isSpace);
    default:
      return undefined;
  }
}

/** `[:alpha:]` @throws Fault for names that do not exist */
export function posixClass(name: string): CharacterTest {
  const isUpper: CharacterTest = (code) => code >= 0x41 && code <= 0x5a;
  const isLower: CharacterTest = (code) => code >= 0x61 && code <= 0x7a;
  const isGraph: CharacterTest = (code) => code > 0x20 && code < 0x7f;
  switch (name) {
    case 'alnum':
      return isAlphanumeric;
    case 'alpha':
      return (code) => isUpper(code) || isLower(code);
    case 'ascii':
      return (code) => code < 0x80;
    case 'blank':
      return (code) => code === 0x20 || code === 0x09;
    case 'cntrl':
      return (code) => code < 0x20 || code === 0x7f;
    case 'digit':
      return isDigit;
    case 'graph':
      return isGraph;
    case 'lower':
      return isLower;
    case 'print':
      return (code) => isGraph(code) || code === 0x20;
    case 'punct':
      return (code) => isGraph(code) && !isAlphanumeric(code);
    case 'space':
      return (code) => isSpace(code) || code === 0x0b;
    case 'upper':
      return isUpper;
    case 'word':
      return isWord;
    case 'xdigit':
      return (code) => isDigit(code) || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66);
    default:
      throw new Fault(`[:${name}:] is no class of characters`);
  }
}

/** `\p{Greek}`, `\pL` @throws Fault for names that do not exist */
export function unicodeClass(name: string): CharacterTest {
  if (!/^\w+$/.test(name)) throw new Fault(`\\p{${name}} is no class of characters`);
  for (const property of [name, `Script=${name}`]) {
    try {
      const pattern = new RegExp(`^\\p{${property}}$`, 'u');
      return (code) => pattern.test(String.fromCodePoint(code));
    } catch {
      // Not a property of this kind: the other kind may have it.
    }
  }
  throw new Fault(`\\p{${name}} is no class of characters`);
}

export function not(test: CharacterTest): CharacterTest {
  return (code) => !test(code);
}

export function ignoringCase(test: CharacterTest): CharacterTest {
  return (code) => {
    if (test(code)) return true;
    const character = String.fromCodePoint(code);
    return [character.toLowerCase(), character.toUpperCase()].some((other) => {
      const folded = other.codePointAt(0);
      return folded !== undefined && other.length === character.length && test(folded);
    });
  };
}

export function isWordAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && isWord(text.charCodeAt(at));
}

function isAlphanumeric(code: number): boolean {
  return isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
