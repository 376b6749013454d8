/** Bytes of a file -> text. PowerShell writes UTF-16, editors on Windows write byte order marks: both are read. */
import { isUtf8 } from 'node:buffer';
import type { Problem } from './problem.js';
import { SourceFile } from './source.js';

/** The largest file that is read, in bytes. Real manifests and templates stay far below. */
export const SIZE_LIMIT = 5 * 1024 * 1024;

/** How many bytes are looked at to recognise UTF-16 that has no byte order mark. */
const SAMPLE = 512;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * The text of a file without its byte order mark, or the one problem why there is none: too large, binary (NUL), or not
 * in a Unicode encoding.
 *
 * @param limit the largest size in bytes that is decoded
 */
export function decode(path: string, bytes: Uint8Array, limit = SIZE_LIMIT): SourceFile | Problem {
  if (bytes.length > limit) {
    return { path, message: `file of ${megabytes(bytes.length)} is not read, the limit is ${megabytes(limit)}` };
  }
  const { encoding, mark } = encodingOf(bytes);
  const content = Buffer.from(bytes.buffer, bytes.byteOffset + mark, bytes.length - mark);
  if (encoding === 'utf-8') {
    if (content.includes(0)) return { path, message: 'binary file is not read' };
    if (!isUtf8(content)) return { path, message: 'binary file is not read: it is not UTF-8 text' };
    return new SourceFile(path, content.toString('utf8'));
  }
  const text = utf16(content, encoding);
  if (text === undefined) return { path, message: 'binary file is not read: it is not UTF-16 text' };
  return new SourceFile(path, text);
}

function encodingOf(bytes: Uint8Array): { encoding: Encoding; mark: number } {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', mark: 3 };
  // FF FE 00 00 is UTF-32, which nothing that reads these formats accepts; as UTF-16 it shows its NULs and is refused.
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', mark: 2 };
  // The first character of YAML and JSON is ASCII, so that one of its two bytes is NUL (YAML 1.2.2, section 5.2).
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0 && alternates(bytes, 0)) {
    return { encoding: 'utf-16be', mark: 0 };
  }
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0 && alternates(bytes, 1)) {
    return { encoding: 'utf-16le', mark: 0 };
  }
  return { encoding: 'utf-8', mark: 0 };
}

/** Whether NULs stand only where the high bytes of UTF-16 are, and stand there mostly. */
function alternates(bytes: Uint8Array, high: 0 | 1): boolean {
  if (bytes.length % 2 !== 0) return false;
  const end = Math.min(bytes.length, SAMPLE);
  let nulls = 0;
  for (let at = 0; at < end; at++) {
    if (bytes[at] !== 0) continue;
    if (at % 2 !== high) return false;
    nulls++;
  }
  return nulls * 4 >= end;
}

/** `undefined` for half characters and for NULs, which no text holds. */
function utf16(content: Buffer, encoding: 'utf-16le' | 'utf-16be'): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(content);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function megabytes(size: number): string {
  return `${(size / (1024 * 1024)).toFixed(1)} MiB`;
}
