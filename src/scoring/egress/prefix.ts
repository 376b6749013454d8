/** How much of the Internet the prefix of a route stands for. */
import { containsCidr, parseCidr } from 'cidr-tools';
import type { Fact } from '../../posture/fact.js';

export type Reach =
  /** `0.0.0.0/0` or `::/0`. */
  | 'everything'
  /** A service tag, or a block that belongs to many. */
  | 'broad'
  /** A block of one organisation. */
  | 'finite'
  | 'one-address'
  /** Addresses that no one on the Internet has. */
  | 'private'
  | 'undecided';

/** Blocks that are wider than this are shared by customers of a provider: Azure's own run from /10 to /16. */
const widestFiniteV4 = 16;
const widestFiniteV6 = 32;

/** RFC 1918, RFC 6598, RFC 3927, RFC 4193, RFC 4291. */
const notRouted = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  'fc00::/7',
  'fe80::/10',
];

export function reachOf(prefix: Fact<string>): Reach {
  if (!prefix.known) {
    const reaches = new Set((prefix.candidates ?? []).map(({ value }) => reachOfText(value)));
    const [only] = reaches;
    return reaches.size === 1 && only ? only : ofTail(prefix.parts?.at(-1) ?? '');
  }
  return reachOfText(prefix.value);
}

function reachOfText(text: string): Reach {
  const block = text.trim();
  // What is no block of addresses is the tag of a service.
  if (!/^[0-9a-f:.]+(\/\d+)?$/i.test(block)) return block === '' ? 'undecided' : 'broad';
  try {
    const { prefix, version } = parseCidr(block);
    const length = Number(prefix);
    if (length === 0) return 'everything';
    if (containsCidr(notRouted, block)) return 'private';
    if (length < (version === 4 ? widestFiniteV4 : widestFiniteV6)) return 'broad';
    return length === (version === 4 ? 32 : 128) ? 'one-address' : 'finite';
  } catch {
    return 'undecided';
  }
}

/** What ends a text of which the start is open: `/32`. */
function ofTail(tail: string): Reach {
  const length = /\/(\d{1,3})$/.exec(tail)?.[1];
  if (length === undefined) return 'undecided';
  if (length === '32' || length === '128') return 'one-address';
  return Number(length) >= widestFiniteV4 ? 'finite' : 'undecided';
}
