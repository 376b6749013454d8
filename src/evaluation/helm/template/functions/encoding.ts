/** Encodings and checksums. */
import { createHash } from 'node:crypto';
import { computed, text } from '../data/text.js';
import { clean } from '../data/holes.js';
import { stringAt } from './arguments.js';
import type { Fn, Functions } from './function.js';
import { strict } from './function.js';

const coding = (code: (value: string) => string): Fn =>
  strict((args) => computed(clean(code(stringAt(args, 0))), args));

export const ENCODING: Functions = {
  b64enc: coding((value) => Buffer.from(value).toString('base64')),
  b64dec: coding((value) =>
    isBase64(value) ? Buffer.from(value, 'base64').toString('utf8') : 'illegal base64 data at input byte 0',
  ),
  b32enc: coding((value) => base32(Buffer.from(value))),
  sha1sum: coding((value) => createHash('sha1').update(value).digest('hex')),
  sha256sum: coding((value) => createHash('sha256').update(value).digest('hex')),
  sha512sum: coding((value) => createHash('sha512').update(value).digest('hex')),
  adler32sum: strict((args) => text(String(adler32(Buffer.from(stringAt(args, 0)))))),
};

function isBase64(value: string): boolean {
  const packed = value.replace(/[\r\n]/g, '');
  return packed.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(packed);
}

function base32(bytes: Buffer): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  let bits = 0;
  let held = 0;
  let result = '';
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      result += letters[(held >> (bits - 5)) & 31] ?? '';
      bits -= 5;
    }
    held &= (1 << bits) - 1;
  }
  if (bits > 0) result += letters[(held << (5 - bits)) & 31] ?? '';
  return result.padEnd(Math.ceil(result.length / 8) * 8, '=');
}

function adler32(bytes: Buffer): number {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 65536 + low;
}
