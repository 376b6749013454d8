import { egressPathRule } from '../define.js';
import { fixBy } from '../fix.js';
import { listed } from '../words.js';

export const storagePublicEndpoint = egressPathRule(
  {
    id: 'egress/storage-public-endpoint',
    dimension: 'egress',
    severity: 'warning',
    title: 'Volumes are mounted over the public endpoint of their storage account',
    rationale:
      'Without networkEndpointType the drivers for Azure Files and Blob make storage accounts with a public endpoint. Where egress is cut, mounting fails; where it is filtered, the traffic goes through the filter.',
    remedy: 'Set networkEndpointType to privateEndpoint, and the DNS zone of the endpoint with it.',
  },
  'storage',
  (subject) => [
    {
      message: `${subject.title} makes storage accounts with a public endpoint, although egress of ${listed(subject.clusters)} is filtered.`,
      origin: subject.origin,
      ...fixBy(subject.set(), 'Make storage accounts with a private endpoint'),
    },
  ],
);
