import { normalizeCidr, parseCidr } from 'cidr-tools';
import { scalar } from '../../../syntax/value.js';
import type { Value } from '../../../syntax/value.js';
import { pure } from './function.js';
import type { Call, Family } from './function.js';
import { integerOf, record, result, stringOf } from './operand.js';

interface Network {
  readonly version: 4 | 6;
  readonly bits: 32 | 128;
  readonly prefix: number;
  readonly first: bigint;
  readonly last: bigint;
}

/** `parseCidr`, `cidrSubnet` and `cidrHost` ("CIDR functions for Bicep"), for both versions of the protocol. */
export const cidrFunctions: Family = {
  parsecidr: pure(1, 1, parse),
  cidrsubnet: pure(3, 3, subnet),
  cidrhost: pure(2, 2, host),
};

function network(value: Value | undefined): Network | undefined {
  const text = stringOf(value);
  if (text === undefined || !/^[0-9a-fA-F:.]+\/\d{1,3}$/.test(text)) return undefined;
  try {
    const { version, prefix, start, end } = parseCidr(text);
    return { version, bits: version === 4 ? 32 : 128, prefix: Number(prefix), first: start, last: end };
  } catch {
    return undefined;
  }
}

function parse([value]: readonly Value[], call: Call): Value | undefined {
  const range = network(value);
  if (!range) return undefined;
  const { version, bits, prefix, first, last } = range;
  const mask = ((1n << BigInt(prefix)) - 1n) << BigInt(bits - prefix);
  const wide = version === 4 && prefix < 31;
  const field = (content: string | number): Value => scalar(content, call.origin);
  return record(
    {
      network: field(address(first, version)),
      netmask: field(address(mask, version)),
      ...(version === 4 ? { broadcast: field(address(last, version)) } : {}),
      firstUsable: field(address(wide ? first + 1n : first, version)),
      lastUsable: field(address(wide ? last - 1n : last, version)),
      cidr: field(prefix),
    },
    call,
  );
}

function subnet([value, length, index]: readonly Value[], call: Call): Value | undefined {
  const range = network(value);
  const [prefix, number] = [integerOf(length), integerOf(index)];
  if (!range || prefix === undefined || number === undefined || number < 0) return undefined;
  if (prefix < range.prefix || prefix > range.bits) return undefined;
  const size = 1n << BigInt(range.bits - prefix);
  const first = range.first + BigInt(number) * size;
  return first + size - 1n > range.last ? undefined : result(`${address(first, range.version)}/${prefix}`, call);
}

/** Index 0 is the first address after the network's own one. */
function host([value, index]: readonly Value[], call: Call): Value | undefined {
  const range = network(value);
  const number = integerOf(index);
  if (!range || number === undefined || number < 0) return undefined;
  const single = range.first === range.last;
  const found = range.first + BigInt(number) + (single ? 0n : 1n);
  return found > range.last ? undefined : result(address(found, range.version), call);
}

function address(value: bigint, version: 4 | 6): string {
  if (version === 4) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.');
  const groups = Array.from({ length: 8 }, (_, index) => ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16));
  return normalizeCidr(`${groups.join(':')}/128`).replace(/\/128$/, '');
}
