param private bool = false
param outbound string
resource aks 'Microsoft.ContainerService/managedClusters@2025-05-01' = {
  name: 'aks-prod'
  location: 'westeurope'
  properties: {
    apiServerAccessProfile: { enablePrivateCluster: private }
    networkProfile: { outboundType: outbound }
  }
}
