import { coverage } from '../../scoring/ranges.js';
import { clusterRule } from '../define.js';

export const authorizedRangesAdmitEveryone = clusterRule(
  {
    id: 'api/authorized-ranges-admit-everyone',
    dimension: 'api',
    severity: 'error',
    title: 'The authorized IP ranges admit everyone',
    rationale:
      'Ranges that together cover the Internet restrict nothing: the API server answers every address, and the setting only looks like a fence.',
    remedy:
      'List only the addresses that you work and deploy from, such as the outbound addresses of the office, of the runners and of the firewall, or make the cluster private.',
  },
  ({ subject, api }) => {
    if (api.cause !== 'ranges-admit-everyone') return [];
    const ranges = subject.api.authorizedRanges;
    const admitted = coverage(ranges);
    if (admitted.kind !== 'everyone') return [];
    return [
      {
        message: `The API server of ${subject.name} is reachable from the whole Internet although it has authorized IP ranges: ${admitted.why}.`,
        origin: admitted.entries[0]?.origin ?? ranges.origin,
        level: api.level,
      },
    ];
  },
);
