param location string = 'westeurope'
param openAzure bool = false

module network 'network.bicep' = {
  name: 'network'
  params: {
    location: location
    openAzure: openAzure
  }
}

resource aks 'Microsoft.ContainerService/managedClusters@2025-05-01' = {
  name: 'aks-prod'
  location: location
  properties: {
    dnsPrefix: 'aks-prod'
    apiServerAccessProfile: {
      enablePrivateCluster: true
      enablePrivateClusterPublicFQDN: false
      disableRunCommand: true
    }
    agentPoolProfiles: [
      {
        name: 'system'
        mode: 'System'
        count: 3
        vmSize: 'Standard_D4ds_v5'
        vnetSubnetID: network.outputs.nodeSubnetId
      }
    ]
    networkProfile: {
      networkPlugin: 'azure'
      outboundType: 'userDefinedRouting'
    }
  }
}
