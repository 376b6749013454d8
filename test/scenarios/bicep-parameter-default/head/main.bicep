param isPrivate bool = false

resource aks 'Microsoft.ContainerService/managedClusters@2025-05-01' = {
  name: 'aks-prod'
  location: 'westeurope'
  properties: {
    dnsPrefix: 'aks-prod'
    apiServerAccessProfile: {
      enablePrivateCluster: isPrivate
    }
    networkProfile: {
      outboundType: 'userDefinedRouting'
    }
  }
}
