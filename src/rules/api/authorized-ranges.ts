import { coverage } from '../../scoring/ranges.js';
import { clusterRule } from '../define.js';
import { listed, short, told } from '../words.js';

export const authorizedRanges = clusterRule(
  {
    id: 'api/authorized-ranges',
    dimension: 'api',
    severity: 'warning',
    title: 'The API server is public, behind authorized IP ranges',
    rationale:
      'A list of addresses is all that keeps the Internet out, and everyone behind a listed address is in. The endpoint itself stays public.',
    remedy:
      'Make the cluster private and reach it over the virtual network; a private cluster takes no authorized ranges. If it must stay public, keep the list short.',
  },
  ({ subject, api }) => {
    if (api.cause !== 'authorized-ranges') return [];
    const ranges = subject.api.authorizedRanges;
    const admitted =
      coverage(ranges).kind === 'own-address'
        ? "only the cluster's own outbound address is admitted"
        : `admitted are ${ranges.known ? listed(ranges.value.map(told)) : `those of ${short(ranges.expression)}`}`;
    return [
      {
        message: `The API server of ${subject.name} has a public endpoint with authorized IP ranges: ${admitted}.`,
        origin: ranges.origin,
        level: api.level,
      },
    ];
  },
);
