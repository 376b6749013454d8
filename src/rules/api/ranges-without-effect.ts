import { certainly } from '../../posture/fact.js';
import { clusterRule } from '../define.js';
import { fixBySetting } from '../fix.js';

export const rangesWithoutEffect = clusterRule(
  {
    id: 'api/ranges-without-effect',
    dimension: 'api',
    severity: 'notice',
    title: 'Authorized IP ranges have no effect on a private cluster',
    rationale:
      'Authorized ranges filter the public endpoint, and a private cluster has none. Who reads them believes in a restriction that is not there: the whole connected network reaches the API server.',
    remedy:
      'Remove the ranges. To narrow who reaches a private API server, use network security groups, the firewall between the networks, and peering.',
  },
  ({ subject }) => {
    const { privateCluster, authorizedRanges } = subject.api;
    if (certainly(privateCluster, (value) => value) !== true) return [];
    if (certainly(authorizedRanges, (ranges) => ranges.length > 0) !== true) return [];
    return [
      {
        message: `The authorized IP ranges of ${subject.name} have no effect, because it is a private cluster: everything in the connected networks reaches its API server.`,
        origin: authorizedRanges.origin,
        ...fixBySetting(authorizedRanges, [], `Empty ${authorizedRanges.name}`),
      },
    ];
  },
);
