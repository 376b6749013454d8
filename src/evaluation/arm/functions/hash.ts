/**
 * The two hashes of the template language. Both join their operands with `-`.
 * `guid` is a name-based UUID (RFC 4122 4.3, SHA-1) in a name space of Azure's own; `uniqueString` is a 64 bit Murmur
 * hash written in base 32. Both are checked in the tests against values that Bicep's own tests state.
 */
import { createHash } from 'node:crypto';

const nameSpace = '11fb06fb712d4ddd98c7e71bbd588830';
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

export function guidOf(parts: readonly string[]): string {
  const hash = createHash('sha1').update(Buffer.from(nameSpace, 'hex')).update(parts.join('-'), 'utf8').digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

export function uniqueStringOf(parts: readonly string[]): string {
  let hash = murmur(Buffer.from(parts.join('-'), 'utf8'));
  let text = '';
  for (let index = 0; index < 13; index += 1) {
    text += alphabet[Number(hash >> 59n)] ?? '';
    hash = BigInt.asUintN(64, hash << 5n);
  }
  return text;
}

const first = 0x239b961b;
const second = 0xab0e9789;

function murmur(data: Buffer): bigint {
  let low = 0;
  let high = 0;
  const whole = data.length - (data.length % 8);
  for (let at = 0; at < whole; at += 8) {
    low ^= scramble(data.readUInt32LE(at), first, 15, second);
    low = (Math.imul((rotate(low, 19) + high) | 0, 5) + 0x561ccd1b) | 0;
    high ^= scramble(data.readUInt32LE(at + 4), second, 17, first);
    high = (Math.imul((rotate(high, 13) + low) | 0, 5) + 0x0bcaa747) | 0;
  }
  const rest = Buffer.alloc(8);
  data.copy(rest, 0, whole);
  if (data.length - whole > 0) low ^= scramble(rest.readUInt32LE(0), first, 15, second);
  if (data.length - whole > 4) high ^= scramble(rest.readUInt32LE(4), second, 17, first);
  low ^= data.length;
  high ^= data.length;
  low = (low + high) | 0;
  high = (high + low) | 0;
  low = finish(low);
  high = finish(high);
  low = (low + high) | 0;
  high = (high + low) | 0;
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

function scramble(block: number, before: number, bits: number, after: number): number {
  return Math.imul(rotate(Math.imul(block, before), bits), after);
}

function finish(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
