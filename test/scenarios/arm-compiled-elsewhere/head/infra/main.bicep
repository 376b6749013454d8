param private bool = false
resource aks 'Microsoft.ContainerService/managedClusters@2025-05-01' = {
  name: 'aks-prod'
  location: 'westeurope'
  properties: {
    apiServerAccessProfile: { enablePrivateCluster: private }
  }
}
