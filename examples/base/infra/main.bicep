// The production cluster of the shop.
param location string = 'westeurope'

@description('Who calls the Kubernetes API: the platform team from the hub network, or partners as well.')
@allowed(['internal', 'partners'])
param apiAudience string

param nodeSubnetId string
param controlPlaneIdentityId string

var privateApi = apiAudience == 'internal'

resource aks 'Microsoft.ContainerService/managedClusters@2025-05-01' = {
  name: 'aks-shop-prod'
  location: location
  sku: {
    name: 'Base'
    tier: 'Standard'
  }
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${controlPlaneIdentityId}': {}
    }
  }
  properties: {
    dnsPrefix: 'aks-shop-prod'
    apiServerAccessProfile: {
      enablePrivateCluster: privateApi
      enablePrivateClusterPublicFQDN: false
      disableRunCommand: true
    }
    networkProfile: {
      networkPlugin: 'azure'
      networkPluginMode: 'overlay'
      networkDataplane: 'cilium'
      outboundType: 'userDefinedRouting'
    }
    agentPoolProfiles: [
      {
        name: 'system'
        mode: 'System'
        count: 3
        vmSize: 'Standard_D4ds_v5'
        vnetSubnetID: nodeSubnetId
      }
    ]
  }
}
