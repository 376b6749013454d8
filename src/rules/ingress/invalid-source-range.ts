import { isIP } from 'node:net';
import { normalizeCidr, parseCidr } from 'cidr-tools';
import { serviceRule } from '../define.js';
import { quoted } from '../words.js';
import { isLoadBalancer, knownRanges } from './service.js';

export const invalidSourceRange = serviceRule(
  {
    id: 'ingress/invalid-source-range',
    dimension: 'ingress',
    severity: 'warning',
    title: 'A source range cannot be read, so Azure denies everything',
    rationale:
      'Azure wants network prefixes such as 203.0.113.0/24. One entry that is none makes it add a rule that denies all other traffic, to be safe; whoever mends the outage in a hurry tends to open it wide.',
    remedy: 'Write the range as a network prefix: an address with its prefix length, and no bit set after it.',
  },
  ({ subject }) => {
    if (!isLoadBalancer(subject.service)) return [];
    return knownRanges(subject.service).flatMap((fact) => {
      const range = fact.known ? fact.value.trim() : undefined;
      const wrong = range === undefined ? undefined : whatIsWrong(range);
      if (range === undefined || wrong === undefined) return [];
      return [
        {
          message: `${subject.title} lists the source range ${quoted(range)}, ${wrong}: Azure denies all traffic that no valid range admits.`,
          origin: fact.origin,
          key: range,
        },
      ];
    });
  },
);

/** As `ParsePrefix` of the cloud provider: a prefix length is required, and the address must be the first of the block. */
function whatIsWrong(range: string): string | undefined {
  if (range === '') return 'which is empty';
  const [address = '', length, ...rest] = range.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return 'which is no address range';
  const bits = version === 4 ? 32 : 128;
  if (length === undefined) return `which has no prefix length (one address is ${address}/${bits})`;
  if (!/^(0|[1-9]\d{0,2})$/.test(length) || Number(length) > bits) return 'whose prefix length does not exist';
  const block = parseCidr(range);
  if (block.start === parseCidr(address).start) return undefined;
  return `which is not the start of a block (the block is ${normalizeCidr(range)})`;
}
