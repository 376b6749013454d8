import { clusterRule } from '../define.js';
import { fixBySetting } from '../fix.js';

export const vnetIntegration = clusterRule(
  {
    id: 'api/vnet-integration',
    dimension: 'api',
    severity: 'error',
    title: 'API server VNet integration is taken for a private cluster',
    rationale:
      'VNet integration brings the nodes to the API server over a private address. The public endpoint stays beside it, open to every address.',
    remedy:
      'Make the cluster private as well. With VNet integration this can be switched in Azure without a new cluster (az aks update --enable-private-cluster); Terraform still plans to replace an azurerm_kubernetes_cluster.',
  },
  ({ subject, api }) => {
    if (api.cause !== 'vnet-integration-alone') return [];
    const { privateCluster, vnetIntegration: integration } = subject.api;
    return [
      {
        message: `The API server of ${subject.name} is reachable from the whole Internet: VNet integration gives the nodes a private way to it, but its public endpoint stays open to any source.`,
        origin: integration.origin,
        level: api.level,
        ...fixBySetting(privateCluster, true, `Set ${privateCluster.name} to true`),
      },
    ];
  },
);
