import { valueOf } from '../../posture/fact.js';
import { coverage, isAddress } from '../../scoring/ranges.js';
import { clusterRule } from '../define.js';
import { told } from '../words.js';

export const serviceTag = clusterRule(
  {
    id: 'api/service-tag',
    dimension: 'api',
    severity: 'warning',
    title: 'A service tag admits addresses that strangers use too',
    rationale:
      'A service tag stands for the addresses of an Azure service, and every customer of that service sends from them. Microsoft changes the list behind it without asking.',
    remedy:
      'Admit your own outbound addresses, such as a NAT gateway, a firewall or self-hosted runners with a fixed address. Service tags in authorized ranges are a preview of AKS.',
  },
  ({ subject, api }) => {
    if (api.cause !== 'authorized-ranges') return [];
    const ranges = subject.api.authorizedRanges;
    const admitted = coverage(ranges);
    if (admitted.kind !== 'finite' || admitted.serviceTags.length === 0) return [];
    return (valueOf(ranges) ?? [])
      .filter((entry) => entry.known && admitted.serviceTags.includes(entry.value.trim()) && !isAddress(entry.value))
      .map((entry) => ({
        message: `The API server of ${subject.name} admits the service tag ${told(entry)}: whoever uses that Azure service, in any tenant, comes from an admitted address.`,
        origin: entry.origin,
        key: told(entry),
      }));
  },
);
