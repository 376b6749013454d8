/** Escapes that stand for one character. */
import { Fault } from '../fault.js';
import type { Reader } from './parser.js';

/** Reads an escape at the reader's place and gives its code point. @throws Fault for what means nothing */
export function readEscape(reader: Reader): number {
  const rest = reader.pattern.slice(reader.at, reader.at + 14);
  const hex = /^\\x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,6})\})/.exec(rest);
  if (hex) return taken(reader, hex[0], Number.parseInt(hex[1] ?? hex[2] ?? '', 16));
  const octal = /^\\(0[0-7]{0,2}|[1-7][0-7]{1,2})/.exec(rest);
  if (octal) return taken(reader, octal[0], Number.parseInt(octal[1] ?? '', 8));
  const letter = rest[1] ?? '';
  const control: Readonly<Record<string, number>> = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 };
  const code = control[letter];
  if (code !== undefined) return taken(reader, rest.slice(0, 2), code);
  if (letter === '' || /[\p{L}\p{N}]/u.test(letter)) throw new Fault(`"\\${letter}" is no escape of a pattern`);
  const character = String.fromCodePoint(rest.codePointAt(1) ?? 0);
  return taken(reader, `\\${character}`, character.codePointAt(0) ?? 0);
}

function taken(reader: Reader, text: string, code: number): number {
  if (code > 0x10ffff) throw new Fault('the pattern names a character that does not exist');
  reader.at += text.length;
  return code;
}
