/** How much of the Internet blocks of addresses hold, once others are taken from them. */
import { excludeCidr, mergeCidr, parseCidr } from 'cidr-tools';
import { isAddress } from '../ranges.js';

/**
 * `everything`: so much of the Internet that it is no restriction; `finite`: some of it; `private`: none of it; `nothing`: no
 * address at all.
 */
export type AddressReach = 'everything' | 'finite' | 'private' | 'nothing';

/** RFC 1918, RFC 6598, RFC 3927, RFC 1122, RFC 5771 and above, RFC 4193, RFC 4291. */
const notRouted = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '224.0.0.0/3',
  '::/8',
  'fc00::/6',
];

/** Blocks wider than this belong to no single organisation; see ranges.ts. */
const widestFiniteV4 = 8;
const widestFiniteV6 = 19;

/** More blocks than this are not weighed one by one. */
const mostBlocks = 2_000;

export function reachOfBlocks(blocks: readonly string[], without: readonly string[]): AddressReach {
  const readable = blocks.filter(isAddress).slice(0, mostBlocks);
  if (readable.length === 0) return 'nothing';
  const taken = without.filter(isAddress).slice(0, mostBlocks);
  const left = excludeCidr(mergeCidr(readable), mergeCidr(taken));
  if (left.length === 0) return 'nothing';
  const outside = excludeCidr(left, notRouted);
  if (outside.length === 0) return 'private';
  const wide = outside.some((block) => {
    const { prefix, version } = parseCidr(block);
    return Number(prefix) < (version === 4 ? widestFiniteV4 : widestFiniteV6);
  });
  return wide ? 'everything' : 'finite';
}
