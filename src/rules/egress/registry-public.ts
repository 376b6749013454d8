import { certainly } from '../../posture/fact.js';
import { byDefault } from '../../scoring/judgement.js';
import { clusterRule } from '../define.js';
import { fixBySetting } from '../fix.js';

export const registryPublic = clusterRule(
  {
    id: 'egress/registry-public',
    dimension: 'egress',
    severity: 'warning',
    title: 'The registry of an isolated cluster is open to the Internet',
    rationale:
      'An isolated cluster takes its system images from a registry of its own. While that registry has a public endpoint, images can be pulled, and with a stolen token replaced, from anywhere, and nobody notices when the private endpoint is missing.',
    remedy:
      'Switch public access of the registry off, once its private endpoint and the DNS zone privatelink.azurecr.io stand: a cluster without egress has no other way to it.',
  },
  ({ subject }) => {
    const { outboundType, artifactSource } = subject.egress;
    const isolated =
      certainly(outboundType, (type) => type === 'none' || type === 'block') === true &&
      certainly(artifactSource, (source) => source === 'cache') === true;
    if (!isolated || subject.network.registry.kind !== 'here') return [];
    const { name, publicAccess, defaultAction } = subject.network.registry.target;
    if (certainly(publicAccess, (value) => value) !== true) return [];
    if (certainly(defaultAction, (action) => action === 'deny') !== false) return [];
    return [
      {
        message: `Registry ${name}, from which ${subject.name} takes its images, can be reached from the whole Internet${byDefault(publicAccess)}.`,
        origin: publicAccess.origin,
        key: name,
        ...fixBySetting(publicAccess, false, 'Switch public access of the registry off'),
      },
    ];
  },
);
