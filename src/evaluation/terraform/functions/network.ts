import { formatAddress, parseCidr, type Cidr } from '../cidr.js';
import { Fault } from '../fault.js';
import { plain, plainText, scalars, type Functions } from './definition.js';

export const networkFunctions: Functions = {
  cidrhost: scalars(['string', 'number'], (text, host) => {
    const cidr = parseCidr(text);
    const size = 1n << BigInt(cidr.bits - cidr.prefix);
    const number = BigInt(Math.trunc(host));
    const wanted = number < 0n ? size + number : number;
    if (wanted < 0n || wanted >= size) throw new Fault(`the range ${text} has no host ${String(host)}`);
    return formatAddress(cidr.base + wanted, cidr.bits);
  }),
  cidrnetmask: scalars(['string'], (text) => {
    const { bits, prefix } = parseCidr(text);
    if (bits !== 32) throw new Fault('IPv6 has no netmasks');
    return formatAddress(((1n << BigInt(prefix)) - 1n) << BigInt(bits - prefix), bits);
  }),
  cidrsubnet: scalars(['string', 'number', 'number'], (text, newBits, number) =>
    formatCidr(subnet(parseCidr(text), newBits, BigInt(Math.trunc(number)))),
  ),
  cidrsubnets: plain(([text, ...newBits]) => subnets(parseCidr(plainText(text)), newBits.map(Number))),
};

function subnet(cidr: Cidr, newBits: number, number: bigint): Cidr {
  const prefix = cidr.prefix + newBits;
  if (newBits < 0 || prefix > cidr.bits) throw new Fault(`the range has no room for ${String(newBits)} more bits`);
  if (number < 0n || number >= 1n << BigInt(newBits)) throw new Fault(`there is no subnet ${String(number)}`);
  return { base: cidr.base + (number << BigInt(cidr.bits - prefix)), prefix, bits: cidr.bits };
}

/** Subnets one behind the other, each at the next place where one of its size can start. */
function subnets(cidr: Cidr, newBits: readonly number[]): string[] {
  let next = cidr.base;
  const end = cidr.base + (1n << BigInt(cidr.bits - cidr.prefix));
  return newBits.map((bits) => {
    const prefix = cidr.prefix + bits;
    if (!(bits > 0) || prefix > cidr.bits) throw new Fault(`the range has no room for ${String(bits)} more bits`);
    const size = 1n << BigInt(cidr.bits - prefix);
    const base = ((next + size - 1n) / size) * size;
    next = base + size;
    if (next > end) throw new Fault('the range has no room for all subnets');
    return formatCidr({ base, prefix, bits: cidr.bits });
  });
}

function formatCidr({ base, prefix, bits }: Cidr): string {
  return `${formatAddress(base, bits)}/${String(prefix)}`;
}
