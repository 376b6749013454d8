import { clusterRule } from '../define.js';
import { fixBySetting } from '../fix.js';
import { unlessFixed } from '../module-setting.js';
import { quoted, told } from '../words.js';

export const publicNetworkAccess = clusterRule(
  {
    id: 'api/public-network-access',
    dimension: 'api',
    severity: 'error',
    title: 'publicNetworkAccess is taken for a private cluster',
    rationale:
      'On an AKS cluster publicNetworkAccess does not make the API server private, unlike on many other Azure resources. What decides is whether the cluster is a private cluster.',
    remedy:
      'Make the cluster private and leave publicNetworkAccess out, or give the endpoint authorized IP ranges. A private cluster can be chosen at creation only, unless API server VNet integration is on.',
  },
  ({ subject, api }) => {
    if (api.cause !== 'public-network-access-alone') return [];
    const { privateCluster, publicNetworkAccess: access } = subject.api;
    return [
      {
        message: `The API server of ${subject.name} is reachable from the whole Internet: ${access.name} ${quoted(spelled(told(access)))} does not make it private, and the cluster is not a private cluster.`,
        origin: access.origin,
        level: api.level,
        ...unlessFixed(privateCluster),
        ...fixBySetting(privateCluster, true, `Set ${privateCluster.name} to true`),
      },
    ];
  },
);

/** The fact has lost the capitals of the value. */
function spelled(value: string): string {
  return { disabled: 'Disabled', securedbyperimeter: 'SecuredByPerimeter' }[value] ?? value;
}
