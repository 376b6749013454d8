import { containsCidr } from 'cidr-tools';
import { is } from '../../posture/fact.js';
import type { Fact } from '../../posture/fact.js';
import { isAddress } from '../../scoring/ranges.js';
import { clusterChangeRule } from '../define.js';
import { listed, short } from '../words.js';

export const authorizedRangesShrink = clusterChangeRule(
  {
    id: 'api/authorized-ranges-shrink',
    dimension: 'api',
    severity: 'notice',
    title: 'Addresses lose their access to the API server',
    rationale:
      'The list of authorized IP ranges is replaced as a whole. Who writes a new list takes the access of everyone else away, within minutes: colleagues, pipelines, the egress address of the cluster itself.',
    remedy: 'Check that nobody works from these addresses any more, or put them back beside the new ones.',
  },
  ({ subject: before }, { subject: after }) => {
    const [was, now] = [entriesOf(before.api.authorizedRanges), entriesOf(after.api.authorizedRanges)];
    if (!was || !now || now.length === 0) return [];
    if (!is(before.api.privateCluster, false) || !is(after.api.privateCluster, false)) return [];
    const gone = was.filter((entry) => !now.some((other) => admits(other, entry)));
    if (gone.length === 0) return [];
    return [
      {
        message: `The API server of ${before.name} will no longer admit ${listed(
          gone.map((entry) => short(entry, 50) + rest(entry, now)),
          6,
        )}: the new list of authorized ranges replaces the old one.`,
        origin: after.api.authorizedRanges.origin,
      },
    ];
  },
);

/** What is left of a range that got narrower. */
function rest(entry: string, now: readonly string[]): string {
  const inside = now.filter((other) => admits(entry, other)).map((other) => short(other, 50));
  return inside.length === 0 ? '' : ` (of it only ${listed(inside)})`;
}

/** Undefined where an entry is open: it may be any of those that are missing. */
function entriesOf(ranges: Fact<readonly Fact<string>[]>): readonly string[] | undefined {
  if (!ranges.known || ranges.value.some((entry) => !entry.known)) return undefined;
  return ranges.value.flatMap((entry) => (entry.known ? [entry.value.trim()] : []));
}

function admits(range: string, entry: string): boolean {
  if (range.toLowerCase() === entry.toLowerCase()) return true;
  return isAddress(range) && isAddress(entry) && containsCidr(range, entry);
}
