/** How much of the Internet a list of CIDRs, addresses and service tags admits, by coverage and not by spelling. */
import { isIP } from 'node:net';
import { containsCidr, mergeCidr, parseCidr } from 'cidr-tools';
import type { Fact, Unknown } from '../posture/fact.js';

export type Coverage =
  /** No entry at all: no restriction. */
  | { readonly kind: 'empty' }
  /** Everyone, or so much of the address space that it is no restriction. */
  | { readonly kind: 'everyone'; readonly entries: readonly Fact<string>[]; readonly why: string }
  /** Only `0.0.0.0/32`: AKS admits the cluster's own outbound address and nothing else. */
  | { readonly kind: 'own-address' }
  | { readonly kind: 'finite'; readonly serviceTags: readonly string[] }
  | { readonly kind: 'undetermined'; readonly facts: readonly Fact<unknown>[] };

/**
 * Blocks wider than this belong to no single organisation: a list with one of them restricts nothing. (The widest blocks
 * ever given to one organisation are /8.)
 */
const widestFiniteV4 = 8;
/** Likewise for IPv6, where registries hand providers /20 to /32. */
const widestFiniteV6 = 19;

/** Wide blocks that no address of the Internet is in: unique local and link-local addresses (RFC 4193, RFC 4291). */
const notRouted = ['fc00::/7', 'fe80::/10'];

/** Tags that any customer of Azure, or anyone, sits behind. Regional forms (`AzureCloud.westeurope`) are as wide. */
const openTags = /^(azurecloud|internet|any|\*)(\.|$)/i;

const address = /^[0-9a-f:.]+(\/\d{1,3})?$/i;

export function coverage(ranges: Fact<readonly Fact<string>[]>): Coverage {
  if (!ranges.known) return among(ranges);
  if (ranges.value.length === 0) return { kind: 'empty' };
  const cidrs: { readonly text: string; readonly fact: Fact<string> }[] = [];
  const serviceTags: string[] = [];
  const open: Fact<string>[] = [];
  for (const fact of ranges.value) {
    const text = fact.known ? fact.value.trim() : finiteTail(fact.parts);
    if (text === undefined) {
      open.push(fact);
    } else if (openTags.test(text)) {
      return {
        kind: 'everyone',
        entries: [fact],
        why: `service tag ${text} stands for every customer of Azure or everyone`,
      };
    } else if (address.test(text)) {
      cidrs.push({ text, fact });
    } else {
      serviceTags.push(text);
    }
  }
  const wide = everyone(cidrs);
  if (wide) return wide;
  if (open.length > 0) return { kind: 'undetermined', facts: open };
  if (serviceTags.length === 0 && cidrs.every(({ text }) => text === '0.0.0.0/32')) return { kind: 'own-address' };
  return { kind: 'finite', serviceTags };
}

/** Of an open choice between lists: what all of them cover alike. No list and a list for everyone restrict equally little. */
function among(ranges: Unknown<readonly Fact<string>[]>): Coverage {
  const [first, ...others] = (ranges.candidates ?? []).map(coverage);
  if (first && others.every(({ kind }) => kind === first.kind)) return first;
  const all = first ? [first, ...others] : [];
  const wide = all.find(({ kind }) => kind === 'everyone');
  const unrestricted = all.every(({ kind }) => kind === 'everyone' || kind === 'empty');
  return wide && unrestricted ? wide : { kind: 'undetermined', facts: [ranges] };
}

/** Whether one entry is a CIDR or an address that can be read. */
export function isAddress(text: string): boolean {
  return address.test(text.trim()) && isReadable(text.trim());
}

function everyone(cidrs: readonly { readonly text: string; readonly fact: Fact<string> }[]): Coverage | undefined {
  const readable = cidrs.filter(({ text }) => isReadable(text));
  const merged = mergeCidr(readable.map(({ text }) => text));
  const wide = merged.find((block) => {
    const { prefix, version } = parseCidr(block);
    return Number(prefix) < (version === 4 ? widestFiniteV4 : widestFiniteV6) && !containsCidr(notRouted, block);
  });
  if (wide === undefined) return undefined;
  const entries = readable.map(({ fact }) => fact);
  return {
    kind: 'everyone',
    entries,
    why: wide.endsWith('/0')
      ? 'the ranges together admit every address'
      : `the ranges admit ${wide}, which is no restriction`,
  };
}

/** cidr-tools reads what is no address as one, so addresses are checked first. */
function isReadable(text: string): boolean {
  const [host = '', prefix, more] = text.split('/');
  const version = isIP(host);
  return version !== 0 && more === undefined && Number(prefix ?? 0) <= (version === 4 ? 32 : 128);
}

/** `[null, '/32']` is some one address: as finite as any, whatever fills the hole. Stands in as a documentation address. */
function finiteTail(parts: readonly (string | null)[] | undefined): string | undefined {
  const prefix = /\/(\d{1,3})$/.exec(parts?.at(-1) ?? '')?.[1];
  return prefix !== undefined && Number(prefix) >= widestFiniteV4 && Number(prefix) <= 32
    ? `198.51.100.0/${prefix}`
    : undefined;
}
